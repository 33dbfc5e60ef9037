// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { SafeERC20 } from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import { EIP712 } from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import { ReentrancyGuardTransient } from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import { ILedger } from "../interfaces/ILedger.sol";
import { IQuotes, Quote } from "../interfaces/IQuotes.sol";
import { Currency } from "../interfaces/IRulebook.sol";
import { ReceivableWord } from "../libraries/ReceivableWord.sol";
import { Signatures } from "../libraries/Signatures.sol";
import { SliceWord } from "../libraries/SliceWord.sol";
import { Permits } from "./Permits.sol";

/// @dev Quotes signed off chain. They need no nonce: a slice's word never recurs, and taking a quote moves the slice.
abstract contract Quotes is IQuotes, Permits, EIP712, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    bytes32 private constant QUOTE_TYPEHASH = keccak256(
        "Quote(uint256 id,uint256 word,address bank,uint48 net,uint40 expiresAt,uint64 series)"
    );

    mapping(address bank => mapping(bytes32 digest => bool)) private _cancelled;
    mapping(address bank => uint64) private _series;

    constructor(ILedger ledger) Permits(ledger) EIP712("Tallystick Discount Desk", "1") {}

    /// @inheritdoc IQuotes
    function takeQuote(Quote calldata quoted, bytes calldata signature) external nonReentrant {
        // Check
        bytes32 digest = _requireInForce(quoted, signature);
        (SliceWord word, ReceivableWord receivable, ) = LEDGER.moveByDesk(quoted.id, quoted.word, quoted.bank);
        require(msg.sender == word.holder(), Quote_NotSeller(quoted.id, msg.sender, word.holder()));
        uint48 face = word.end() - quoted.id.start();
        require(quoted.net <= face, Quote_NetAboveFace(quoted.net, face));
        // Effect
        emit QuoteTaken(quoted.id, quoted.bank, msg.sender, digest, face, quoted.net);
        // Interaction
        Currency memory currency = LEDGER.currencyOf(receivable.currency());
        _payFromBank(currency, quoted.bank, quoted.net);
    }

    /// @inheritdoc IQuotes
    function cancelQuote(Quote calldata quoted) external {
        // Check
        require(msg.sender == quoted.bank, Quote_NotBank(msg.sender, quoted.bank));
        // Effect
        bytes32 digest = _digest(quoted);
        _cancelled[msg.sender][digest] = true;
        emit QuoteCancelled(msg.sender, digest);
    }

    /// @inheritdoc IQuotes
    function cancelAllQuotes() external returns (uint64 series) {
        series = ++_series[msg.sender];
        emit QuoteSeriesEnded(msg.sender, series - 1);
    }

    /// @inheritdoc IQuotes
    function quoteDigest(Quote calldata quoted) external view returns (bytes32) {
        return _digest(quoted);
    }

    /// @inheritdoc IQuotes
    function quoteSeriesOf(address bank) external view returns (uint64) {
        return _series[bank];
    }

    /// @dev Minor units from the bank to the calling seller, by the bank's allowance to the desk.
    function _payFromBank(Currency memory currency, address bank, uint48 net) internal {
        uint256 scale = 10 ** (currency.tokenDecimals - currency.minorDigits);
        IERC20(currency.token).safeTransferFrom(bank, msg.sender, net * scale);
    }

    function _requireInForce(Quote calldata quoted, bytes calldata signature) private view returns (bytes32 digest) {
        digest = _digest(quoted);
        require(quoted.word.raw() != 0, Quote_WordMissing(quoted.id));
        require(block.timestamp <= quoted.expiresAt, Quote_Expired(digest, quoted.expiresAt, block.timestamp));
        uint64 series = _series[quoted.bank];
        require(quoted.series == series, Quote_SeriesOver(quoted.bank, quoted.series, series));
        require(!_cancelled[quoted.bank][digest], Quote_IsCancelled(digest));
        require(Signatures.isValid(quoted.bank, digest, signature), Quote_SignatureInvalid(quoted.bank, digest));
    }

    function _digest(Quote calldata quoted) private view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(QUOTE_TYPEHASH, quoted)));
    }
}
