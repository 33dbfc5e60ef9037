// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { EIP712 } from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import { ILoanOffers, LoanOffer } from "../interfaces/ILoanOffers.sol";
import { Signatures } from "../libraries/Signatures.sol";

/// @dev Loan offers signed off chain. They need no nonce: a slice's word never recurs, and taking an offer locks the slice.
abstract contract LoanOffers is ILoanOffers, EIP712 {
    bytes32 private constant LOAN_OFFER_TYPEHASH = keccak256(
        "LoanOffer(uint256 id,uint256 word,address lender,uint48 principal,uint24 haircutPpm,uint24 ratePpm,uint16 repayBy,uint8 graceDays,bool limited,uint40 expiresAt,uint64 series)"
    );

    mapping(address lender => mapping(bytes32 digest => bool)) private _cancelled;
    mapping(address lender => uint64) private _series;

    constructor() EIP712("Tallystick Pledge Desk", "1") {}

    /// @inheritdoc ILoanOffers
    function cancelLoanOffer(LoanOffer calldata offer) external {
        // Check
        require(msg.sender == offer.lender, LoanOffer_NotLender(msg.sender, offer.lender));
        // Effect
        bytes32 digest = _digest(offer);
        _cancelled[msg.sender][digest] = true;
        emit LoanOfferCancelled(msg.sender, digest);
    }

    /// @inheritdoc ILoanOffers
    function cancelAllLoanOffers() external returns (uint64 series) {
        series = ++_series[msg.sender];
        emit LoanOfferSeriesEnded(msg.sender, series - 1);
    }

    /// @inheritdoc ILoanOffers
    function loanOfferDigest(LoanOffer calldata offer) external view returns (bytes32) {
        return _digest(offer);
    }

    /// @inheritdoc ILoanOffers
    function loanOfferSeriesOf(address lender) external view returns (uint64) {
        return _series[lender];
    }

    function _requireInForce(LoanOffer calldata offer, bytes calldata signature) internal view returns (bytes32 digest) {
        digest = _digest(offer);
        require(block.timestamp <= offer.expiresAt, LoanOffer_Expired(digest, offer.expiresAt, block.timestamp));
        uint64 series = _series[offer.lender];
        require(offer.series == series, LoanOffer_SeriesOver(offer.lender, offer.series, series));
        require(!_cancelled[offer.lender][digest], LoanOffer_IsCancelled(digest));
        require(Signatures.isValid(offer.lender, digest, signature), LoanOffer_SignatureInvalid(offer.lender, digest));
    }

    function _digest(LoanOffer calldata offer) private view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(LOAN_OFFER_TYPEHASH, offer)));
    }
}
