// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { ILedger } from "../interfaces/ILedger.sol";
import { LoanOffer } from "../interfaces/ILoanOffers.sol";
import { IParticipants } from "../interfaces/IParticipants.sol";
import { Currency, Policy } from "../interfaces/IRulebook.sol";
import { ISettlementDesk } from "../interfaces/ISettlementDesk.sol";
import { ISlices } from "../interfaces/ISlices.sol";
import { Loan } from "../libraries/Loan.sol";
import { Money } from "../libraries/Money.sol";
import { ParticipantWord, ROLE_BANK } from "../libraries/ParticipantWord.sol";
import { MARK_REGISTRY, ReceivableWord } from "../libraries/ReceivableWord.sol";
import { LoanCash } from "./LoanCash.sol";

/// @dev On what terms a loan may begin, and between whom.
abstract contract LoanTerms is LoanCash {
    constructor(ILedger ledger, ISettlementDesk settlement) LoanCash(ledger, settlement) {}

    /// @dev The loan as it begins, if the offer's terms allow it. The ledger has checked the slice, its holder and its word.
    function _begin(
        LoanOffer calldata offer,
        ReceivableWord receivable,
        uint16 today
    ) internal view returns (Loan memory loan, Currency memory currency) {
        address holder = offer.word.holder();
        require(msg.sender == holder, Pledge_NotHolder(offer.id, msg.sender, holder));
        require(offer.lender != holder, Pledge_ToSelf(holder));
        Policy memory policy = LEDGER.policyOf(receivable.policy());
        bool registered = !policy.requireRegistry || receivable.marks() & MARK_REGISTRY != 0;
        require(registered, ISlices.Slices_RegistryEntryMissing(offer.id.receivable()));
        ParticipantWord lender = LEDGER.participantOf(offer.lender);
        bool isBank = lender.mayActOn(today, ROLE_BANK);
        require(isBank, IParticipants.Participants_MayNotAct(offer.lender, ROLE_BANK, lender, today));
        _requireTerms(offer, today, receivable.dueDay() + policy.graceDays);
        currency = LEDGER.currencyOf(receivable.currency());
        loan.lender = offer.lender;
        loan.principal = offer.principal;
        loan.ratePpm = offer.ratePpm;
        loan.repayBy = offer.repayBy;
        loan.graceDays = offer.graceDays;
        (loan.borrower, loan.from, loan.to) = (holder, offer.id.start(), offer.word.end());
        (loan.receivable, loan.dueDay) = (offer.id.receivable(), receivable.dueDay());
        (loan.utcOffsetHours, loan.currency, loan.since) = (policy.utcOffsetHours, receivable.currency(), today);
        (loan.dayBase, loan.dayCount) = (currency.dayBase, currency.dayCount);
    }

    function _requireTerms(LoanOffer calldata offer, uint16 today, uint16 latest) private pure {
        bool inTime = offer.repayBy > today && offer.repayBy <= latest;
        require(inTime, Pledge_RepayByInvalid(offer.repayBy, today, latest));
        require(offer.principal != 0, Pledge_NothingLent(offer.id));
        uint48 most = _maxLoan(offer.word.end() - offer.id.start(), offer.haircutPpm);
        require(offer.principal <= most, Pledge_LoanTooLarge(offer.principal, most));
    }

    /// @dev floor(face · (1 − haircut)); nothing if the haircut is the whole face or more.
    function _maxLoan(uint48 face, uint24 haircutPpm) private pure returns (uint48) {
        if (haircutPpm >= Money.PPM) return 0;
        // Safe: not more than the face.
        return uint48((face * (Money.PPM - haircutPpm)) / Money.PPM);
    }
}
