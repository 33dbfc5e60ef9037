// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { IAccessManaged } from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import { ERC721 } from "solady/src/tokens/ERC721.sol";
import { IDiscountDesk } from "../../contracts/interfaces/IDiscountDesk.sol";
import { EvidenceKind, IEvidence } from "../../contracts/interfaces/IEvidence.sol";
import { IKeyReplacement } from "../../contracts/interfaces/IKeyReplacement.sol";
import { ILegalOrders } from "../../contracts/interfaces/ILegalOrders.sol";
import { IParticipants } from "../../contracts/interfaces/IParticipants.sol";
import { IQuotes, Quote } from "../../contracts/interfaces/IQuotes.sol";
import { IReceivables, Terms } from "../../contracts/interfaces/IReceivables.sol";
import { Currency, IRuleTables, Policy } from "../../contracts/interfaces/IRulebook.sol";
import { ISettlementDesk } from "../../contracts/interfaces/ISettlementDesk.sol";
import { ISlices, Part, TransferOffer } from "../../contracts/interfaces/ISlices.sol";
import { SliceId, sliceIdOf } from "../../contracts/libraries/SliceId.sol";
import { SLICE_FROZEN, SLICE_RESERVED, SliceWord } from "../../contracts/libraries/SliceWord.sol";
import { Doors } from "./Doors.sol";
import { Case } from "./Store.sol";

/// @dev The wrong person, or the right one at the wrong time. Each attempt must be refused, and for the reason that is meant here: a call
/// refused for something else would prove nothing.
abstract contract Trespass is Doors {
    /// @dev Somebody who does not hold a slice that could be used tries each way to use it.
    function useAnothersSlice(uint256 seed) external atClock {
        (Case storage c, SliceId id, SliceWord word) = _free(seed);
        if (word.isEmpty()) return;
        address thief = _other(_mix(seed, 1), word.holder());
        SliceId[] memory ids = _one(id);
        bytes4 notHolder = ISlices.Slices_NotHolder.selector;
        _useAsHolder(thief, id, word, notHolder);
        bytes memory approval = abi.encodeCall(ledger.approve, (thief, id.raw()));
        _refused(address(ledger), thief, approval, ERC721.NotOwnerNorApproved.selector);
        _refused(address(ledger), thief, abi.encodeCall(ledger.accept, (id)), ISlices.Slices_NoOffer.selector);
        _refused(address(ledger), thief, abi.encodeCall(ledger.endOffer, (id)), ISlices.Slices_NoOffer.selector);
        bytes4 unknown = IRuleTables.Rulebook_DeskUnknown.selector;
        _refused(address(ledger), thief, abi.encodeCall(ledger.moveByDesk, (id, word, BANK)), unknown);
        _refused(address(ledger), thief, abi.encodeCall(ledger.redeem, (c.id, ids)), unknown);
        _refused(address(ledger), thief, abi.encodeCall(ledger.bindSettlement, (c.id)), unknown);
        if (thief != OBLIGOR) {
            bytes memory evidence = abi.encodeCall(ledger.appendEvidence, (id, EvidenceKind.DeliveryReceipt, DECISION, 1));
            _refused(address(ledger), thief, evidence, IEvidence.Evidence_NotParty.selector);
        }
        _sellAnothers(thief, id, word);
        ++fired[msg.sig];
    }

    /// @dev The holder itself, while the slice is held, due, offered or frozen, or after its key was replaced.
    function useAtTheWrongTime(uint256 seed) external atClock {
        (Case storage c, SliceId id, SliceWord word) = _any(seed);
        if (word.isEmpty()) return;
        bytes4 reason =
            _isHeld(c)
                ? ISlices.Slices_Held.selector
                : c.terms.dueDay <= _today()
                    ? ISlices.Slices_DueDayReached.selector
                    : word.flags() != 0
                        ? ISlices.Slices_Busy.selector
                        : _isLost(word.holder())
                            ? IParticipants.Participants_MayNotAct.selector
                            : bytes4(0);
        if (reason == 0) return;
        _useAsHolder(word.holder(), id, word, reason);
        if (word.holder() != BANK) {
            _refused(
                address(discountDesk),
                word.holder(),
                abi.encodeCall(discountDesk.take, (id, _offerTerms(), OFFER, 0)),
                reason
            );
        }
        bool acceptable = reason != ISlices.Slices_Busy.selector && word.flags() == SLICE_RESERVED;
        TransferOffer memory offer = ledger.transferOfferOf(id);
        if (acceptable && offer.until >= _clock && !_isLost(word.holder())) {
            _refused(address(ledger), offer.payee, abi.encodeCall(ledger.accept, (id)), reason);
        }
        ++fired[msg.sig];
    }

    /// @dev Frozen cents' money waits: no payment burns them.
    function payFrozen(uint256 seed) external atClock {
        Case storage c = _case(seed);
        if (!c.confirmed || c.terms.dueDay > _today() || _isHeld(c)) return;
        (SliceId id, SliceWord word) = _frozenSlice(c, seed);
        if (word.isEmpty()) return;
        bytes memory call =
            c.paid
                ? abi.encodeCall(settlementDesk.payOut, (c.id, _one(id)))
                : abi.encodeCall(settlementDesk.pay, (c.id, _one(id)));
        _refused(address(settlementDesk), OBLIGOR, call, ISlices.Slices_Busy.selector);
        ++fired[msg.sig];
    }

    /// @dev Nobody but the obligor promises, nothing but what was registered, and nothing twice.
    function promiseForAnother(uint256 seed) external atClock {
        Case storage c = _case(seed);
        Terms memory terms = c.terms;
        uint16 policy = ledger.latestPolicy();
        address other = _other(_mix(seed, 1), OBLIGOR);
        bytes memory confirmation = abi.encodeCall(ledger.confirm, (c.creditor, terms, policy));
        bytes4 notObligor = IReceivables.Receivables_NotObligor.selector;
        bytes4 status = IReceivables.Receivables_StatusIs.selector;
        _refused(address(ledger), other, confirmation, notObligor);
        _refused(address(ledger), other, abi.encodeCall(ledger.refuse, (c.creditor, terms, 1)), notObligor);
        if (other != c.creditor) _refused(address(ledger), other, abi.encodeCall(ledger.cancel, (terms)), status);
        if (c.confirmed) {
            _refused(address(ledger), OBLIGOR, confirmation, status);
            _refused(address(ledger), c.creditor, abi.encodeCall(ledger.cancel, (terms)), status);
            terms.dueDay = _today() + 1;
            _refused(address(ledger), c.creditor, abi.encodeCall(ledger.register, (terms)), status);
        } else {
            ++terms.face;
            bytes memory more = abi.encodeCall(ledger.confirm, (c.creditor, terms, policy));
            _refused(address(ledger), OBLIGOR, more, IReceivables.Receivables_TermsDiffer.selector);
        }
        ++fired[msg.sig];
    }

    /// @dev Somebody without an office tries everything that officers may.
    function actAsOfficer(uint256 seed) external atClock {
        Case storage c = _case(seed);
        SliceId id = sliceIdOf(c.id, 0);
        SliceWord word = ledger.sliceWordOf(id);
        address account = _other(seed, address(0));
        Policy memory policy = ledger.policyOf(1);
        Currency memory currency = ledger.currencyOf(1);
        bytes[18] memory calls = [
            abi.encodeCall(ledger.admit, (address(this), bytes20(address(this)), 1, 1)),
            abi.encodeCall(ledger.setRoles, (account, 1)),
            abi.encodeCall(ledger.setKycUntil, (account, type(uint16).max)),
            abi.encodeCall(ledger.suspend, (account)),
            abi.encodeCall(ledger.restore, (account)),
            abi.encodeCall(ledger.setOutstandingLimit, (bytes20(OBLIGOR), 1, 0)),
            abi.encodeCall(ledger.proposeReplacement, (account, address(this))),
            abi.encodeCall(ledger.agreeReplacement, (account, address(this))),
            abi.encodeCall(ledger.hold, (c.id, DECISION)),
            abi.encodeCall(ledger.endHold, (c.id)),
            abi.encodeCall(ledger.freeze, (id, 0, 1, 1, DECISION, type(uint40).max)),
            abi.encodeCall(ledger.release, (_one(id), DECISION)),
            abi.encodeCall(ledger.orderTransfer, (id, word, account, DECISION)),
            abi.encodeCall(ledger.carryOutTransfer, (id, word, account, DECISION)),
            abi.encodeCall(ledger.addPolicy, (policy, DECISION)),
            abi.encodeCall(ledger.addCurrency, (currency, DECISION)),
            abi.encodeCall(ledger.admitDesk, (account, 1, DECISION)),
            abi.encodeCall(ledger.removeDesk, (address(settlementDesk), DECISION))
        ];
        bytes4 unauthorized = IAccessManaged.AccessManagedUnauthorized.selector;
        for (uint256 i = 0; i < calls.length; ++i) _refused(address(ledger), account, calls[i], unauthorized);
        ++fired[msg.sig];
    }

    /// @dev What needs two officers is not done by one.
    function agreeWithOneself(uint256 seed) external atClock {
        (SliceId id, SliceWord word) = _frozenSlice(_case(seed), seed);
        if (word.isEmpty()) return;
        address to = _other(seed, word.holder());
        vm.prank(OFFICER);
        ledger.orderTransfer(id, word, to, DECISION);
        bytes memory carried = abi.encodeCall(ledger.carryOutTransfer, (id, word, to, DECISION));
        _refused(address(ledger), OFFICER, carried, ILegalOrders.Legal_SamePerson.selector);
        vm.prank(OFFICER);
        ledger.proposeReplacement(FIRST, STRANGER);
        bytes memory agreed = abi.encodeCall(ledger.agreeReplacement, (FIRST, STRANGER));
        _refused(address(ledger), OFFICER, agreed, IKeyReplacement.Replacement_SamePerson.selector);
        bytes memory early = abi.encodeCall(ledger.replaceKey, (FIRST));
        _refused(address(ledger), STRANGER, early, IKeyReplacement.Replacement_NotReady.selector);
        vm.prank(FIRST);
        ledger.vetoReplacement();
        _refused(
            address(ledger),
            FIRST,
            abi.encodeCall(ledger.vetoReplacement, ()),
            IKeyReplacement.Replacement_NotProposed.selector
        );
        ++fired[msg.sig];
    }

    /// @dev At the desks: another's debt, another's money, another bank's offers.
    function meddleAtDesks(uint256 seed) external atClock {
        Case storage c = _case(seed);
        address other = _other(seed, OBLIGOR);
        if (c.confirmed) {
            bytes memory payment = abi.encodeCall(settlementDesk.pay, (c.id, new SliceId[](0)));
            _refused(address(settlementDesk), other, payment, ISettlementDesk.Settlement_NotObligor.selector);
        }
        if (settlementDesk.setAsideOf(other, 1) == 0 && ledger.accountInForce(other) == other) {
            bytes memory claimed = abi.encodeCall(settlementDesk.claim, (other, 1, other));
            _refused(address(settlementDesk), other, claimed, ISettlementDesk.Settlement_NothingToClaim.selector);
        }
        if (other != BANK) {
            bytes memory withdrawal = abi.encodeCall(discountDesk.withdrawOffer, (OFFER));
            _refused(address(discountDesk), other, withdrawal, IDiscountDesk.Discount_NotBank.selector);
            Quote memory quoted = Quote(sliceIdOf(c.id, 0), SliceWord.wrap(1), BANK, 1, uint40(_clock), 0, false, false);
            bytes memory cancellation = abi.encodeCall(discountDesk.cancelQuote, (quoted));
            _refused(address(discountDesk), other, cancellation, IQuotes.Quote_NotBank.selector);
        }
        ++fired[msg.sig];
    }

    /// @dev Each way in which a holder uses its slice.
    function _useAsHolder(address caller, SliceId id, SliceWord word, bytes4 reason) private {
        Part[] memory parts = new Part[](1);
        parts[0] = Part(FIRST, 1);
        uint48[] memory cents = new uint48[](1);
        cents[0] = 1;
        uint256 raw = id.raw();
        address holder = word.holder();
        _refused(address(ledger), caller, abi.encodeCall(ledger.split, (id, cents)), reason);
        _refused(address(ledger), caller, abi.encodeCall(ledger.splitAndTransfer, (id, parts, 0)), reason);
        _refused(address(ledger), caller, abi.encodeCall(ledger.transfer, (id, caller, 0)), reason);
        _refused(address(ledger), caller, abi.encodeCall(ledger.transferFrom, (holder, caller, raw)), reason);
        bytes memory safely = abi.encodeWithSignature("safeTransferFrom(address,address,uint256)", holder, caller, raw);
        _refused(address(ledger), caller, safely, reason);
        SliceId right = sliceIdOf(id.receivable(), word.end());
        _refused(address(ledger), caller, abi.encodeCall(ledger.merge, (id, right)), reason);
        _refused(address(ledger), caller, abi.encodeCall(ledger.recordRegistryEntry, (id, DECISION, 1)), reason);
    }

    /// @dev The bank would buy, and the holder has enabled the desk; but it is another who sells.
    function _sellAnothers(address thief, SliceId id, SliceWord word) private {
        if (word.holder() == BANK) return;
        bytes memory sale = abi.encodeCall(discountDesk.take, (id, _offerTerms(), OFFER, 0));
        _refused(address(discountDesk), thief, sale, IDiscountDesk.Discount_NotSeller.selector);
        Quote memory quoted = Quote(id, word, BANK, 1, uint40(_clock), discountDesk.quoteSeriesOf(BANK), false, false);
        bytes memory quotedSale = abi.encodeCall(discountDesk.takeQuote, (quoted, ""));
        _refused(address(discountDesk), thief, quotedSale, IQuotes.Quote_NotSeller.selector);
    }
}
