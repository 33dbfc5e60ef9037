// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { IDiscountDesk } from "../../contracts/interfaces/IDiscountDesk.sol";
import { Terms } from "../../contracts/interfaces/IReceivables.sol";
import { POWER_FINANCE, POWER_SETTLE } from "../../contracts/interfaces/IRulebook.sol";
import { ISlices } from "../../contracts/interfaces/ISlices.sol";
import { ReceivableId } from "../../contracts/libraries/ReceivableId.sol";
import { Status } from "../../contracts/libraries/ReceivableWord.sol";
import { SliceId, sliceIdOf } from "../../contracts/libraries/SliceId.sol";
import { SliceWord } from "../../contracts/libraries/SliceWord.sol";
import { Case } from "./Store.sol";
import { Trespass } from "./Trespass.sol";

/// @dev Offers that come and go, consent that is taken back, and a desk of the handler's own that calls the ledger directly.
abstract contract Market is Trespass {
    uint256 private _bound;

    constructor() {
        vm.prank(OFFICER);
        ledger.admitDesk(address(this), POWER_FINANCE | POWER_SETTLE, DECISION);
    }

    /// @dev A supplier takes its registration back, and registers and confirms in one transaction by the obligor's signature.
    function registerAndConfirm(uint256 seed) external atClock {
        Case storage c = _case(seed);
        if (c.confirmed || c.terms.dueDay <= _today() || !_mayPromise(c.terms.face)) return;
        uint16 policy = ledger.latestPolicy();
        vm.startPrank(c.creditor);
        ledger.cancel(c.terms);
        holds(ledger.registerAndConfirm(c.terms, policy, _clock, "") == c.id, "the invoice keeps its id");
        vm.stopPrank();
        _begin(c);
        ++fired[msg.sig];
    }

    /// @dev An offer with room for this slice alone: taken at most to its limit, and not after it was withdrawn.
    function postAndWithdrawOffer(uint256 seed) external atClock {
        (, SliceId id, SliceWord word) = _free(seed);
        if (word.isEmpty() || word.holder() == BANK) return;
        uint48 face = word.end() - id.start();
        // A legal cut may have left a single cent, and no offer is for less.
        if (face == 1) return;
        uint256 narrow = _post(face - 1);
        bytes memory tooMuch = abi.encodeCall(discountDesk.take, (id, _offerTerms(), narrow, 0));
        _refused(address(discountDesk), word.holder(), tooMuch, IDiscountDesk.Discount_LimitExceeded.selector);
        uint256 withdrawn = _post(face);
        vm.prank(BANK);
        discountDesk.withdrawOffer(withdrawn);
        bytes memory late = abi.encodeCall(discountDesk.take, (id, _offerTerms(), withdrawn, 0));
        _refused(address(discountDesk), word.holder(), late, IDiscountDesk.Discount_OfferIsWithdrawn.selector);
        same(ledger.sliceWordOf(id).raw(), word.raw(), "the slice stayed where it was");
        ++fired[msg.sig];
    }

    /// @dev A holder that takes its word back is out of the desk's reach, until it gives it again.
    function disableDesk(uint256 seed) external atClock {
        (, SliceId id, SliceWord word) = _free(seed);
        if (word.isEmpty() || word.holder() == BANK) return;
        vm.prank(word.holder());
        ledger.setDeskEnabled(address(discountDesk), false);
        bytes memory sale = abi.encodeCall(discountDesk.take, (id, _offerTerms(), OFFER, 0));
        _refused(address(discountDesk), word.holder(), sale, ISlices.Slices_DeskNotEnabled.selector);
        vm.prank(word.holder());
        ledger.setDeskEnabled(address(discountDesk), true);
        ++fired[msg.sig];
    }

    /// @dev Another desk moves a slice, once its holder has enabled it, for the very word, and to a bank alone.
    function moveByDesk(uint256 seed) external atClock {
        (, SliceId id, SliceWord word) = _free(seed);
        if (word.isEmpty() || word.holder() == BANK) return;
        bytes memory move = abi.encodeCall(ledger.moveByDesk, (id, word, BANK));
        _refused(address(ledger), address(this), move, ISlices.Slices_DeskNotEnabled.selector);
        vm.prank(word.holder());
        ledger.setDeskEnabled(address(this), true);
        SliceWord other = SliceWord.wrap(word.raw() + (1 << 224));
        bytes memory stale = abi.encodeCall(ledger.moveByDesk, (id, other, BANK));
        _refused(address(ledger), address(this), stale, ISlices.Slices_WordChanged.selector);
        (SliceWord before, , ) = ledger.moveByDesk(id, word, BANK);
        same(before.raw(), word.raw(), "the desk learns what it moved");
        vm.prank(word.holder());
        ledger.setDeskEnabled(address(this), false);
        same(ledger.sliceWordOf(id).hops(), word.hops(), "a sale to a bank is no hop");
        _noteSlice(id);
        ++fired[msg.sig];
    }

    /// @dev From the due day on another desk binds a receivable; then it alone burns its slices, and the last one settles it.
    function settleByAnotherDesk(uint256 seed) external atClock {
        if (!_mayPromise(3 * MIN_SLICE)) return;
        ReceivableId id = _promiseForTomorrow(seed);
        SliceId head = sliceIdOf(id, 0);
        SliceId tail = sliceIdOf(id, 2 * MIN_SLICE);
        bytes memory early = abi.encodeCall(ledger.bindSettlement, (id));
        _refused(address(ledger), address(this), early, ISlices.Slices_NotYetDue.selector);
        _clock += 1 days;
        vm.warp(_clock);
        ledger.bindSettlement(id);
        bytes memory payment = abi.encodeCall(settlementDesk.pay, (id, _one(head)));
        _refused(address(settlementDesk), OBLIGOR, payment, ISlices.Slices_OtherDesk.selector);
        ledger.redeem(id, _one(tail));
        holds(ledger.receivableWordOf(id).status() == Status.Confirmed, "not settled before the last cent");
        ledger.redeem(id, _one(head));
        holds(ledger.receivableWordOf(id).status() == Status.Settled, "settled with the last cent");
        ++fired[msg.sig];
    }

    function _promiseForTomorrow(uint256 seed) private returns (ReceivableId id) {
        address creditor = seed % 2 == 0 ? FIRST : SECOND;
        bytes32 invoice = keccak256(abi.encode("another desk", ++_bound));
        Terms memory terms = Terms(OBLIGOR, invoice, 3 * MIN_SLICE, _today() + 1, 1, DECISION);
        uint48[] memory amounts = new uint48[](1);
        amounts[0] = MIN_SLICE;
        uint16 policy = ledger.latestPolicy();
        vm.startPrank(creditor);
        id = ledger.registerAndConfirm(terms, policy, _clock, "");
        ledger.split(sliceIdOf(id, 0), amounts);
        vm.stopPrank();
    }

    function _post(uint48 limit) private returns (uint256) {
        vm.prank(BANK);
        return discountDesk.postOffer(_offerTerms(), limit);
    }
}
