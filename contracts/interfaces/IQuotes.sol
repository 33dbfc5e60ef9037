// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { SliceId } from "../libraries/SliceId.sol";
import { SliceWord } from "../libraries/SliceWord.sol";

/// @notice A bank's price for one slice as it is now, signed off chain.
/// @param id The slice.
/// @param word Its whole word: whatever happens to the slice first voids the quote, and taking it uses it up.
/// @param bank Who buys, and pays from its own balance by allowance to the desk.
/// @param net Cash for the seller, in minor units; at most the face.
/// @param expiresAt Last second at which it may be taken.
/// @param series The bank's series when it signed.
/// @param recourse If the obligor does not pay, the bank may turn to the seller; see IRecourseDesk.
/// @param limited The bank's exposure limits apply; see IExposureBook.
struct Quote {
    SliceId id;
    SliceWord word;
    address bank;
    uint48 net;
    uint40 expiresAt;
    uint64 series;
    bool recourse;
    bool limited;
}

/// @title IQuotes
/// @notice Quotes signed by a bank's key, Safe or other ERC-1271 account, taken by the holder in one transaction.
interface IQuotes {
    event QuoteTaken(
        SliceId indexed id,
        address indexed bank,
        address indexed seller,
        bytes32 digest,
        uint48 face,
        uint48 net,
        bool recourse
    );
    event QuoteCancelled(address indexed bank, bytes32 indexed digest);
    event QuoteSeriesEnded(address indexed bank, uint64 series);

    error Quote_Expired(bytes32 digest, uint40 expiresAt, uint256 timestamp);
    /// @dev A quote without a word would fit whatever the slice becomes, and could be taken again.
    error Quote_WordMissing(SliceId id);
    error Quote_IsCancelled(bytes32 digest);
    error Quote_SeriesOver(address bank, uint64 quoted, uint64 current);
    error Quote_SignatureInvalid(address bank, bytes32 digest);
    error Quote_NetAboveFace(uint48 net, uint48 face);
    error Quote_NotBank(address caller, address bank);
    error Quote_NotSeller(SliceId id, address caller, address holder);

    /// @notice The caller sells its whole slice at the quoted price, or nothing happens.
    /// @param signature The bank's EIP-712 signature (key or ERC-1271).
    function takeQuote(Quote calldata quoted, bytes calldata signature) external;

    /// @notice The bank voids one quote, at once.
    function cancelQuote(Quote calldata quoted) external;

    /// @notice The bank voids every quote it has signed so far.
    /// @return series The series its next quotes must name.
    function cancelAllQuotes() external returns (uint64 series);

    /// @notice The digest a bank signs.
    function quoteDigest(Quote calldata quoted) external view returns (bytes32);

    /// @notice The series that the bank's quotes must name.
    function quoteSeriesOf(address bank) external view returns (uint64);
}
