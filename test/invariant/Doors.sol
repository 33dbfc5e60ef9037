// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { Confirmation } from "../../contracts/interfaces/IBatches.sol";
import { EvidenceKind } from "../../contracts/interfaces/IEvidence.sol";
import { Quote } from "../../contracts/interfaces/IQuotes.sol";
import { Terms } from "../../contracts/interfaces/IReceivables.sol";
import { Policy } from "../../contracts/interfaces/IRulebook.sol";
import { PARTICIPANT_CONSENTS, ROLE_BANK, ROLE_SUPPLIER } from "../../contracts/libraries/ParticipantWord.sol";
import { SliceId } from "../../contracts/libraries/SliceId.sol";
import { SliceWord } from "../../contracts/libraries/SliceWord.sol";
import { bound } from "../helpers/Vm.sol";
import { Orders } from "./Orders.sol";
import { Case } from "./Store.sol";

/// @dev The other doors to the same rooms: corrections, batches, signatures, ERC-721, quotes, standing, governance.
abstract contract Doors is Orders {
    address internal constant STRANGER = address(0x3001);

    function correct(uint256 seed) external atClock {
        Case storage c = _case(seed);
        if (c.confirmed) return;
        Terms memory corrected = c.terms;
        corrected.face = uint48(bound(_mix(seed, 1), MIN_SLICE, 1_000_000));
        corrected.dueDay = _today() + uint16(bound(_mix(seed, 2), 1, 60));
        vm.prank(c.creditor);
        holds(ledger.correct(c.terms, corrected) == c.id, "the invoice keeps its id");
        c.terms = corrected;
        ++fired[msg.sig];
    }

    function cancel(uint256 seed) external atClock {
        Case storage c = _case(seed);
        if (c.confirmed || c.terms.dueDay <= _today()) return;
        vm.startPrank(c.creditor);
        ledger.cancel(c.terms);
        ledger.register(c.terms);
        vm.stopPrank();
        ++fired[msg.sig];
    }

    /// @dev One that must be refused, and one that must be confirmed.
    function confirmMany(uint256 seed) external atClock {
        Case storage c = _case(seed);
        if (c.confirmed || c.terms.dueDay <= _today() || !_mayPromise(c.terms.face)) return;
        Confirmation[] memory items = new Confirmation[](2);
        (items[0], items[1]) = (Confirmation(c.creditor, c.terms), Confirmation(c.creditor, c.terms));
        ++items[0].terms.face;
        uint16 policy = ledger.latestPolicy();
        vm.prank(OBLIGOR);
        bytes[] memory refusals = ledger.confirmMany(items, policy);
        holds(refusals[0].length != 0 && refusals[1].length == 0, "each on its own");
        _begin(c);
        ++fired[msg.sig];
    }

    function confirmBySignature(uint256 seed) external atClock {
        Case storage c = _case(seed);
        if (c.confirmed || c.terms.dueDay <= _today() || !_mayPromise(c.terms.face)) return;
        ledger.confirmBySignature(c.creditor, c.terms, ledger.latestPolicy(), _clock, "");
        _begin(c);
        ++fired[msg.sig];
    }

    function appendEvidence(uint256 seed) external atClock {
        (, SliceId id, SliceWord word) = _free(seed);
        if (word.isEmpty()) return;
        vm.prank(word.holder());
        ledger.appendEvidence(id, EvidenceKind.DeliveryReceipt, DECISION, _today());
        same(ledger.sliceWordOf(id).raw(), word.raw(), "evidence changes no word");
        ++fired[msg.sig];
    }

    /// @dev By an approved stranger, by an operator for all, and safely by the holder itself.
    function transferFrom(uint256 seed) external atClock {
        (, SliceId id, SliceWord word) = _free(seed);
        if (word.isEmpty() || word.hops() >= MAX_HOPS) return;
        (address from, address to) = (word.holder(), _other(_mix(seed, 3), word.holder()));
        if (!ledger.participantOf(to).hasFlag(PARTICIPANT_CONSENTS) || to.code.length != 0) return;
        uint256 way = _mix(seed, 4) % 3;
        vm.startPrank(from);
        if (way == 0) ledger.approve(STRANGER, id.raw());
        if (way == 1) ledger.setApprovalForAll(STRANGER, true);
        if (way == 2) ledger.safeTransferFrom(from, to, id.raw());
        vm.stopPrank();
        if (way != 2) {
            vm.prank(STRANGER);
            ledger.transferFrom(from, to, id.raw());
        }
        vm.prank(from);
        ledger.setApprovalForAll(STRANGER, false);
        same(ledger.sliceWordOf(id).hops(), word.hops() + 1, "a hop like any other");
        _noteSlice(id);
        ++fired[msg.sig];
    }

    function takeQuote(uint256 seed) external atClock {
        (, SliceId id, SliceWord word) = _free(seed);
        if (word.isEmpty() || word.holder() == BANK) return;
        uint48 net = uint48(_mix(seed, 1) % (word.end() - id.start() + 1));
        uint64 series = discountDesk.quoteSeriesOf(BANK);
        Quote memory quoted = Quote(id, word, BANK, net, uint40(_clock), series, false, false);
        uint256 before = token.balanceOf(word.holder());
        bytes memory call = abi.encodeCall(discountDesk.takeQuote, (quoted, ""));
        (bool taken, ) = _attempt(address(discountDesk), word.holder(), call);
        if (taken) {
            same(token.balanceOf(word.holder()) - before, net, "the seller gets what was quoted");
            ++fired[msg.sig];
        } else {
            // Its own bank refuses the money: nothing has moved.
            holds(_refuses[word.holder()], "only a seller that can't be paid is refused");
            same(ledger.sliceWordOf(id).raw(), word.raw(), "all or nothing");
        }
        _noteSlice(id);
    }

    function cancelAllQuotes(uint256 seed) external atClock {
        (, SliceId id, SliceWord word) = _free(seed);
        if (word.isEmpty()) return;
        Quote memory quoted = Quote(id, word, BANK, 1, uint40(_clock), discountDesk.quoteSeriesOf(BANK), false, false);
        vm.startPrank(BANK);
        discountDesk.cancelQuote(quoted);
        discountDesk.cancelAllQuotes();
        vm.stopPrank();
        ++fired[msg.sig];
    }

    /// @dev Out of standing and back: meanwhile it can't act.
    function loseStanding(uint256 seed) external atClock {
        address account = [FIRST, SECOND, CAUTIOUS][_mix(seed, 1) % 3];
        Terms memory terms = Terms(OBLIGOR, keccak256(abi.encode(seed)), 1_000, _today() + 1, 1, DECISION);
        uint256 way = _mix(seed, 2) % 3;
        vm.startPrank(OFFICER);
        if (way == 0) ledger.suspend(account);
        if (way == 1) ledger.setKycUntil(account, _today() - 1);
        if (way == 2) ledger.setRoles(account, ROLE_BANK);
        vm.stopPrank();
        // Before it is undone: nothing may have changed that no event told.
        _replay();
        this.compareAll();
        (bool ok, ) = _attempt(address(ledger), account, abi.encodeCall(ledger.register, (terms)));
        holds(!ok, "without standing nothing is registered");
        vm.startPrank(OFFICER);
        ledger.restore(account);
        ledger.setKycUntil(account, type(uint16).max);
        ledger.setRoles(account, ROLE_SUPPLIER);
        vm.stopPrank();
        ++fired[msg.sig];
    }

    /// @dev Two of its own affairs in one transaction.
    function multicall(uint256 seed) external atClock {
        address account = [FIRST, SECOND, CAUTIOUS][_mix(seed, 1) % 3];
        bytes[] memory calls = new bytes[](2);
        calls[0] = abi.encodeCall(ledger.setStandingConsent, (_mix(seed, 2) % 2 == 0));
        calls[1] = abi.encodeCall(ledger.setDeskEnabled, (address(discountDesk), true));
        vm.prank(account);
        ledger.multicall(calls);
        ++fired[msg.sig];
    }

    function addPolicy(uint256) external atClock {
        Policy memory policy = ledger.policyOf(ledger.latestPolicy());
        if (policy.effectiveFrom >= _clock) return;
        policy.effectiveFrom = 0;
        vm.prank(OFFICER);
        ledger.addPolicy(policy, DECISION);
        ++fired[msg.sig];
    }
}
