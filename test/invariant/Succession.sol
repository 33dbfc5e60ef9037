// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { IKeyReplacement } from "../../contracts/interfaces/IKeyReplacement.sol";
import { IParticipants } from "../../contracts/interfaces/IParticipants.sol";
import { Terms } from "../../contracts/interfaces/IReceivables.sol";
import { Due } from "../../contracts/interfaces/ISettlementDesk.sol";
import { Part } from "../../contracts/interfaces/ISlices.sol";
import { ROLE_OBLIGOR, ROLE_SUPPLIER } from "../../contracts/libraries/ParticipantWord.sol";
import { ReceivableId } from "../../contracts/libraries/ReceivableId.sol";
import { MARK_OVERDUE, ReceivableWord, Status } from "../../contracts/libraries/ReceivableWord.sol";
import { SliceId, sliceIdOf } from "../../contracts/libraries/SliceId.sol";
import { SliceWord } from "../../contracts/libraries/SliceWord.sol";
import { bound } from "../helpers/Vm.sol";
import { Market } from "./Market.sol";

/// @dev An obligor that loses one key after the other while it owes, is overdue, holds slices of its own debt, and pays.
abstract contract Succession is Market {
    bytes20 public constant HOUSE = "a house of many keys";
    uint160 private constant FIRST_KEY = 0x4001;
    uint256 private constant MOST_PROMISES = 4;
    uint256 private constant MOST_KEYS = 8;

    ReceivableId[] private _promises;
    uint256 private _promised;
    uint160 private _key = FIRST_KEY;

    constructor() {
        vm.prank(OFFICER);
        ledger.admit(address(_key), HOUSE, ROLE_OBLIGOR | ROLE_SUPPLIER, type(uint16).max);
        _settleIn(address(_key));
        _replay();
    }

    /// @notice What the house owes and has not paid, each receivable of it live.
    function promises() external view returns (ReceivableId[] memory) {
        return _promises;
    }

    /// @dev The creditor pays a part of the promise back to the house, which then holds a slice of its own debt.
    function confirmAsHouse(uint256 seed) external atClock {
        if (_promises.length == MOST_PROMISES || ledger.overdueOf(HOUSE) != 0) return;
        Terms memory terms = Terms({
            obligor: address(_key),
            invoiceKey: keccak256(abi.encode("house", ++_promised)),
            face: uint48(bound(_mix(seed, 1), 3 * MIN_SLICE, 1_000)),
            dueDay: _today() + uint16(bound(_mix(seed, 2), 1, 40)),
            currency: 1,
            documentRoot: DECISION
        });
        address creditor = seed % 2 == 0 ? FIRST : SECOND;
        vm.prank(creditor);
        ReceivableId id = ledger.register(terms);
        uint16 policy = ledger.latestPolicy();
        vm.prank(address(_key));
        ledger.confirm(creditor, terms, policy);
        Part[] memory parts = new Part[](1);
        parts[0] = Part(address(_key), uint48(bound(_mix(seed, 3), MIN_SLICE + terms.face / MAX_SLICES, terms.face / 2)));
        vm.prank(creditor);
        ledger.splitAndTransfer(sliceIdOf(id, 0), parts, 0);
        _promises.push(id);
        ++fired[msg.sig];
    }

    /// @dev The whole of it at once: two officers, a week, and the next key; the one before can do nothing any more.
    function loseKey(uint256) external atClock {
        if (_key - FIRST_KEY == MOST_KEYS) return;
        address lost = address(_key);
        address next = address(++_key);
        vm.prank(OFFICER);
        ledger.proposeReplacement(lost, next);
        vm.prank(OTHER_OFFICER);
        ledger.agreeReplacement(lost, next);
        bytes memory replacement = abi.encodeCall(ledger.replaceKey, (lost));
        _refused(address(ledger), next, replacement, IKeyReplacement.Replacement_NotReady.selector);
        _clock += 7 days;
        vm.warp(_clock);
        ledger.replaceKey(lost);
        _settleIn(next);
        bytes4 gone = IKeyReplacement.Replacement_AlreadyReplaced.selector;
        _refused(address(ledger), lost, abi.encodeCall(ledger.setStandingConsent, (true)), gone);
        Terms memory terms = Terms(FIRST, keccak256("void"), MIN_SLICE, _today() + 1, 1, DECISION);
        _refused(
            address(ledger),
            lost,
            abi.encodeCall(ledger.register, (terms)),
            IParticipants.Participants_MayNotAct.selector
        );
        ++fired[msg.sig];
    }

    function followToNextKey(uint256 seed) external atClock {
        if (_promises.length == 0) return;
        SliceId[] memory ids = _slices(_promises[seed % _promises.length]);
        for (uint256 i = 0; i < ids.length; ++i) {
            SliceWord word = ledger.sliceWordOf(ids[i]);
            if (!_isLost(word.holder())) continue;
            ledger.moveToSuccessor(_one(ids[i]));
            same(uint160(ledger.sliceWordOf(ids[i]).holder()), _key, "at the last of the keys, however many were lost");
            ++fired[msg.sig];
        }
    }

    function reportHouse(uint256 seed) external atClock {
        if (_promises.length == 0) return;
        ReceivableId id = _promises[seed % _promises.length];
        ReceivableWord word = ledger.receivableWordOf(id);
        if (word.marks() & MARK_OVERDUE != 0 || _today() <= word.dueDay() + GRACE) return;
        ledger.reportOverdue(id);
        ++fired[msg.sig];
    }

    /// @dev The key in force pays what any key of the house has promised; its own slices are netted, whichever key they lie with.
    function payAsHouse(uint256 seed) external atClock {
        if (_promises.length == 0) return;
        uint256 index = seed % _promises.length;
        ReceivableId id = _promises[index];
        ReceivableWord word = ledger.receivableWordOf(id);
        if (_today() < word.dueDay()) return;
        Due memory due = settlementDesk.dueOf(id);
        uint256 before = token.balanceOf(address(_key)) + token.balanceOf(FIRST) + token.balanceOf(SECOND);
        uint256 own = token.balanceOf(address(_key));
        SliceId[] memory ids = _slices(id);
        vm.prank(address(_key));
        settlementDesk.pay(id, ids);
        uint256 after_ = token.balanceOf(address(_key)) + token.balanceOf(FIRST) + token.balanceOf(SECOND);
        same(after_, before, "between the house and its creditor, to the cent");
        holds(own - token.balanceOf(address(_key)) < uint256(due.face) + due.penalty, "its own slices are netted");
        holds(ledger.receivableWordOf(id).status() == Status.Settled, "paid in full");
        _promises[index] = _promises[_promises.length - 1];
        _promises.pop();
        ++fired[msg.sig];
    }

    /// @dev A new key receives at once, and pays through the desk.
    function _settleIn(address key) private {
        token.mint(key, 1e24);
        vm.startPrank(key);
        ledger.setStandingConsent(true);
        token.approve(address(settlementDesk), type(uint256).max);
        vm.stopPrank();
    }

    function _slices(ReceivableId id) private view returns (SliceId[] memory ids) {
        (ids, , ) = ledger.slicesOf(id, 0, MAX_SLICES);
    }
}
