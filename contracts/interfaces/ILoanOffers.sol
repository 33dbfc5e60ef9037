// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { SliceId } from "../libraries/SliceId.sol";
import { SliceWord } from "../libraries/SliceWord.sol";

/// @notice A bank's terms for a loan against one slice as it is now, signed off chain.
/// @param id The slice.
/// @param word Its whole word, hence its holder, who borrows: whatever happens to the slice first voids the offer, and taking it uses it up.
/// @param lender Who lends, and pays from its own balance by allowance to the desk.
/// @param principal Cash for the borrower, in minor units; at most floor(face · (1 − haircut)).
/// @param haircutPpm Parts per million of the face that are not lent against.
/// @param ratePpm Yearly rate in parts per million.
/// @param repayBy Day by which to repay, since 1970-01-01 in the policy's time zone; after today, and at latest the last day on which the
/// obligor may pay without a penalty.
/// @param graceDays Days after `repayBy` until the lender may foreclose.
/// @param limited The loan counts against the limits that the lender has set in the exposure book, and is refused above them.
/// @param expiresAt Last second at which it may be taken.
/// @param series The lender's series when it signed.
struct LoanOffer {
    SliceId id;
    SliceWord word;
    address lender;
    uint48 principal;
    uint24 haircutPpm;
    uint24 ratePpm;
    uint16 repayBy;
    uint8 graceDays;
    bool limited;
    uint40 expiresAt;
    uint64 series;
}

/// @title ILoanOffers
/// @notice Loan offers signed by a bank's key, Safe or other ERC-1271 account.
interface ILoanOffers {
    event LoanOfferCancelled(address indexed lender, bytes32 indexed digest);
    event LoanOfferSeriesEnded(address indexed lender, uint64 series);

    error LoanOffer_Expired(bytes32 digest, uint40 expiresAt, uint256 timestamp);
    error LoanOffer_IsCancelled(bytes32 digest);
    error LoanOffer_SeriesOver(address lender, uint64 offered, uint64 current);
    error LoanOffer_SignatureInvalid(address lender, bytes32 digest);
    error LoanOffer_NotLender(address caller, address lender);

    /// @notice The lender voids one offer, at once.
    function cancelLoanOffer(LoanOffer calldata offer) external;

    /// @notice The lender voids every loan offer it has signed so far.
    /// @return series The series its next offers must name.
    function cancelAllLoanOffers() external returns (uint64 series);

    /// @notice The digest a lender signs.
    function loanOfferDigest(LoanOffer calldata offer) external view returns (bytes32);

    /// @notice The series that the lender's offers must name.
    function loanOfferSeriesOf(address lender) external view returns (uint64);
}
