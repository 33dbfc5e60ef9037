// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { EIP712 } from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import { IQuotes, Quote } from "../interfaces/IQuotes.sol";
import { ReceivableWord } from "../libraries/ReceivableWord.sol";
import { Signatures } from "../libraries/Signatures.sol";
import { SliceWord } from "../libraries/SliceWord.sol";
import { Purchases } from "./Purchases.sol";

/// @dev Quotes signed off chain. They need no nonce: a slice's word never recurs, and taking a quote moves the slice.
abstract contract Quotes is IQuotes, EIP712, Purchases {
    bytes32 private constant QUOTE_TYPEHASH = keccak256(
        "Quote(uint256 id,uint256 word,address bank,uint48 net,uint40 expiresAt,uint64 series,bool recourse,bool limited)"
    );

    mapping(address bank => mapping(bytes32 digest => bool)) private _cancelled;
    mapping(address bank => uint64) private _series;

    constructor() EIP712("Tallystick Discount Desk", "1") {}

    /// @inheritdoc IQuotes
    function takeQuote(Quote calldata quoted, bytes calldata signature) external nonReentrant {
        // Check
        bytes32 digest = _requireInForce(quoted, signature);
        (SliceWord word, ReceivableWord receivable, ) = LEDGER.moveByDesk(quoted.id, quoted.word, quoted.bank);
        require(msg.sender == word.holder(), Quote_NotSeller(quoted.id, msg.sender, word.holder()));
        uint48 face = word.end() - quoted.id.start();
        require(quoted.net <= face, Quote_NetAboveFace(quoted.net, face));
        // Effect
        emit QuoteTaken(quoted.id, quoted.bank, msg.sender, digest, face, quoted.net, quoted.recourse);
        // Interaction
        _record(quoted.id, word.end(), receivable, quoted.bank, quoted.limited, quoted.recourse);
        _payFromBank(receivable.currency(), quoted.bank, quoted.net);
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
