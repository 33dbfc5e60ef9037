// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { DiscountDesk } from "../../contracts/desks/DiscountDesk.sol";
import { SettlementDesk } from "../../contracts/desks/SettlementDesk.sol";
import { PaidMark } from "../../contracts/interfaces/IDeskActs.sol";
import { ILedger } from "../../contracts/interfaces/ILedger.sol";
import { Policy } from "../../contracts/interfaces/IRulebook.sol";
import { Due } from "../../contracts/interfaces/ISettlementDesk.sol";
import { Money } from "../../contracts/libraries/Money.sol";
import { PARTICIPANT_OVERDUE } from "../../contracts/libraries/ParticipantWord.sol";
import { MARK_OVERDUE, MARK_PAID_INTO, ReceivableWord, Status } from "../../contracts/libraries/ReceivableWord.sol";
import { SliceId, sliceIdOf } from "../../contracts/libraries/SliceId.sol";
import { SLICE_FROZEN, SLICE_LOCK_SHIFT, SLICE_RETIRED, SliceWord } from "../../contracts/libraries/SliceWord.sol";
import { BlocklistToken } from "../../contracts/mocks/BlocklistToken.sol";
import { bound } from "../helpers/Vm.sol";
import { Actions } from "./Actions.sol";
import { Breaches } from "./Breaches.sol";
import { Orders } from "./Orders.sol";
import { OtherDesks } from "./OtherDesks.sol";
import { Parts } from "./Parts.sol";
import { Payments } from "./Payments.sol";
import { Picks } from "./Picks.sol";
import { Block, Case } from "./Store.sol";
import { World } from "./World.sol";

/// @dev In this file, because the fuzzer finds a target only among the contracts of the test's own file.
contract SettlementHandler is Breaches {
    constructor(ILedger l, DiscountDesk d, SettlementDesk s, BlocklistToken t) Picks(l, d, s, t) {}

    /// @dev Every other one so small that each share is rounded.
    function _face(uint256 seed) internal pure override returns (uint48) {
        return uint48(bound(_mix(seed, 1), 3 * MIN_SLICE, _mix(seed, 3) % 2 == 0 ? 500 : 1_000_000));
    }

    function _waits(uint256 seed) internal pure override returns (bool) {
        return _mix(seed, 41) % 3 != 0;
    }

    function _longest() internal pure override returns (uint256) {
        return 30;
    }

    function _longestPause() internal pure override returns (uint256) {
        return 5 days;
    }
}

/// @dev What holds of money, locks and defaults after any sequence of calls; see docs/invariants.md. Of receivables that are paid and
/// paid out the handler has compared everything when the last cent left.
contract SettlementInvariantTest is World {
    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    /// @dev As many calls as it takes for each action to go through several times, but not more than this.
    uint256 private constant MOST_CALLS = 40_000;
    uint256 private constant LEAST_EACH = 3;
    uint256 private constant WARM_UP_CALLS = 100;
    uint256 private constant CALLS_AT_ONCE = 250;
    uint256 private constant LEAST_FINISHED = 60;

    error Action_TooRare();
    error Action_Reverted(bytes4 action, bytes reason);

    SettlementHandler private _handler;

    function setUp() external {
        _createWorld();
        _handler = new SettlementHandler(ledger, discountDesk, settlementDesk, token);
        _drive(WARM_UP_CALLS, 0);
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
    }

    function targetSelectors() external view returns (FuzzSelector[] memory selectors) {
        selectors = new FuzzSelector[](1);
        selectors[0] = FuzzSelector(address(_handler), _actions());
    }

    /// @dev For each receivable: what reached holders, was netted, is held, was set aside or waits for a desk is what the obligor paid;
    /// and the desk has all that waits, and nothing else.
    function invariant_CashOutIsCashIn() public view {
        Case[] memory cases = _openCases();
        uint256 held = 0;
        for (uint256 i = 0; i < cases.length; ++i) {
            Case memory c = cases[i];
            uint256 left = settlementDesk.collectionOf(c.id).held;
            held += left;
            same(c.received + c.setAside + c.locked + left, c.paidFace + c.paidPenalty, "paid in and paid out");
        }
        SliceId[] memory locked = _handler.lockedMoney();
        uint256 waiting = _allSetAside();
        // A slice is named as often as it was paid.
        for (uint256 i = 0; i < locked.length; ++i) if (_isFirst(locked, i)) waiting += settlementDesk.lockedMoneyOf(locked[i]);
        same(token.balanceOf(address(settlementDesk)), held + waiting, "the settlement desk's cash");
    }

    /// @dev No cents have more than their face and their share of the penalty, as far as they are paid: of the face at most a cent above
    /// the exact share, of the penalty none. In the end exactly that, whatever the order, the parts and the cuts. One exception: a legal
    /// cut of cents that have had penalty can round one of the two parts up by a cent, which another slice then lacks.
    function invariant_NoSliceHasMoreThanItsShare() public view {
        Case[] memory cases = _openCases();
        for (uint256 i = 0; i < cases.length; ++i) {
            Block[] memory blocks = _handler.blocksOf(cases[i].id);
            for (uint256 j = 0; j < blocks.length; ++j) _hasNotMore(cases[i], blocks[j]);
        }
        same(_handler.unequal(), 0, "exactly its share in the end");
        same(_handler.undue(), 0, "a cent for a legal cut, no more");
    }

    /// @dev Marks never fall, are what events say, never exceed what was paid, and say to the cent what the slices have had.
    function invariant_MarksSayWhatWasPaid() public view {
        holds(!_handler.markFell(), "a mark fell");
        Case[] memory cases = _openCases();
        for (uint256 i = 0; i < cases.length; ++i) {
            Case memory c = cases[i];
            (, PaidMark[] memory marks) = ledger.payeesOf(c.slices);
            uint256 had = 0;
            for (uint256 j = 0; j < marks.length; ++j) {
                PaidMark memory told = _handler.paidMarkOf(c.slices[j]);
                holds(told.face == marks[j].face && told.penalty == marks[j].penalty, "as the events say");
                holds(marks[j].face <= c.paidFace && marks[j].penalty <= c.paidPenalty, "no more than was paid");
                (uint48 from, uint48 to) = (c.slices[j].start(), ledger.sliceWordOf(c.slices[j]).end());
                had += Money.share(marks[j].face, c.terms.face, from, to);
                had += Money.share(marks[j].penalty, c.terms.face, from, to);
            }
            if (!c.paid) same(had, c.received + c.setAside + c.locked, "what the slices have had");
            same(ledger.retiredOf(c.id), c.retired, "cents paid early");
            same(ledger.settlingOf(c.id).inFull ? 1 : 0, c.paid ? 1 : 0, "paid in full");
        }
    }

    /// @dev What is owed of each receivable is what is counted by hand; what the obligor owes in all is what it confirmed, without what was
    /// paid early, burnt or written off.
    function invariant_OwedIsWhatIsNotPaid() public {
        vm.warp(_handler.clock());
        uint256[] memory open = _handler.open();
        for (uint256 i = 0; i < open.length; ++i) {
            Case memory c = _handler.caseAt(open[i]);
            if (!c.confirmed) continue;
            (uint256 face, uint256 penalty) = _handler.owedOf(open[i]);
            Due memory due = settlementDesk.dueOf(c.id);
            same(due.face, face, "face owed");
            if (!c.paid) same(due.penalty, penalty, "penalty owed");
        }
        // Nothing is owed of receivables that are done with.
        Case[] memory cases = _openCases();
        uint256 owed = 0;
        for (uint256 i = 0; i < cases.length; ++i) {
            Case memory c = cases[i];
            if (c.confirmed && !c.writtenOff) owed += c.terms.face - c.redeemed - (c.retired - c.retiredGone);
        }
        same(ledger.outstandingOf(bytes20(OBLIGOR), 1).amount, owed, "outstanding");
    }

    /// @dev Statuses and marks are what became of the receivable; as many are counted overdue as bear the mark.
    function invariant_StandingsFollowPayments() public view {
        Case[] memory cases = _openCases();
        uint256 overdue = 0;
        for (uint256 i = 0; i < cases.length; ++i) {
            Case memory c = cases[i];
            if (!c.confirmed) continue;
            ReceivableWord word = ledger.receivableWordOf(c.id);
            Status expected =
                c.writtenOff
                    ? Status.WrittenOff
                    : c.defaulted && !c.paid
                        ? Status.Defaulted
                        : Status.Confirmed;
            holds(word.status() == expected, "status");
            bool late = c.reported && !c.paid;
            if (late) ++overdue;
            holds((word.marks() & MARK_OVERDUE != 0) == late, "the mark of being overdue");
            bool into = c.paid || c.paidFace + c.paidPenalty != 0;
            holds((word.marks() & MARK_PAID_INTO != 0) == into, "the mark of money paid into it");
            same(uint160(ledger.settlingOf(c.id).desk), into ? uint160(address(settlementDesk)) : 0, "its settlement desk");
        }
        same(ledger.overdueOf(bytes20(OBLIGOR)), overdue, "overdue receivables");
        holds(ledger.participantOf(OBLIGOR).hasFlag(PARTICIPANT_OVERDUE) == (overdue != 0), "the obligor's flag");
    }

    /// @dev Slices tile the face; locked, frozen and retired ones are where they were; words and marks are those that events tell.
    function invariant_SlicesStayInPlace() public view {
        Case[] memory cases = _openCases();
        uint256 count = 0;
        for (uint256 i = 0; i < cases.length; ++i) {
            Case memory c = cases[i];
            uint256 cents = 0;
            uint256 retired = 0;
            for (uint256 j = 0; j < c.slices.length; ++j) {
                SliceId id = c.slices[j];
                SliceWord word = ledger.sliceWordOf(id);
                uint256 face = word.end() - id.start();
                cents += face;
                if (word.flags() & SLICE_RETIRED != 0) retired += face;
                (uint8 desk, address pledgor) = _handler.lockOf(id);
                same(word.flags() >> SLICE_LOCK_SHIFT, desk, "locked by this desk");
                if (desk != 0) same(uint160(word.holder()), uint160(pledgor), "locked with its holder");
                bool frozen = word.flags() & SLICE_FROZEN != 0;
                holds(frozen == (ledger.freezeOf(id).until != 0), "a record for each frozen slice");
                if (frozen) same(uint160(word.holder()), uint160(_handler.frozenOf(id)), "frozen with its holder");
                if (!c.paid)
                    holds(!ledger.sliceWordOf(sliceIdOf(c.id, word.end())).isEmpty() || word.end() == c.terms.face, "no gap");
            }
            if (c.confirmed) same(cents + c.redeemed, c.terms.face, "live and redeemed cents");
            same(retired + c.retiredGone, c.retired, "slices paid early are the obligor's until the end");
            count += c.slices.length;
        }
        same(_handler.liveSlices(), count, "no slice but those of live receivables");
        holds(!_handler.recurred(), "a word came back");
        _handler.compareAll();
    }

    /// @dev Shows that the invariants above are not held by doing nothing. TALLYSTICK_SEED gives another sequence; a test that reads the
    /// environment is not replayed with its traces when it fails, which would take more memory than most machines have.
    function test_EveryPaymentGoesThroughAndAllHold() external {
        uint256 chosen = vm.envOr("TALLYSTICK_SEED", 1);
        uint256 done = 0;
        for (; done < MOST_CALLS && !_isEnough(); done += CALLS_AT_ONCE) _drive(CALLS_AT_ONCE, chosen + done);
        require(done < MOST_CALLS, Action_TooRare());
        invariant_CashOutIsCashIn();
        invariant_NoSliceHasMoreThanItsShare();
        invariant_MarksSayWhatWasPaid();
        invariant_OwedIsWhatIsNotPaid();
        invariant_StandingsFollowPayments();
        invariant_SlicesStayInPlace();
    }

    /// @dev A penalty of two per cent a day, so that it is rounded often; in default soon; and no end to confirming.
    function _policy() internal pure override returns (Policy memory policy) {
        policy = super._policy();
        (policy.penaltyPpmPerDay, policy.defaultDays, policy.stopIssuance) = (20_000, 8, false);
    }

    function _hasNotMore(Case memory c, Block memory b) private pure {
        uint256 length = b.to - b.from;
        uint256 exact = (c.paidFace * length + c.terms.face - 1) / c.terms.face + b.cuts;
        uint256 most = (exact < length ? exact : length) + Money.share(c.paidPenalty, c.terms.face, b.from, b.to);
        holds(b.had <= most + b.lateCuts, "no more than its share");
    }

    function _openCases() private view returns (Case[] memory cases) {
        uint256[] memory open = _handler.open();
        cases = new Case[](open.length);
        for (uint256 i = 0; i < open.length; ++i) cases[i] = _handler.caseAt(open[i]);
    }

    function _isFirst(SliceId[] memory ids, uint256 index) private pure returns (bool) {
        for (uint256 i = 0; i < index; ++i) if (ids[i].raw() == ids[index].raw()) return false;
        return true;
    }

    /// @dev Each action went through, and receivables were paid to the last cent, also in parts.
    function _isEnough() private view returns (bool) {
        bytes4[] memory actions = _allActions();
        for (uint256 i = 0; i < actions.length; ++i) if (_handler.fired(actions[i]) < LEAST_EACH) return false;
        return _handler.finished() >= LEAST_FINISHED && _handler.finishedInParts() >= LEAST_FINISHED;
    }

    function _drive(uint256 calls, uint256 seed) private {
        bytes4[] memory actions = _actions();
        for (uint256 i = 0; i < calls; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            bytes4 action = actions[(seed >> 128) % actions.length];
            // solhint-disable-next-line avoid-low-level-calls
            (bool ok, bytes memory reason) = address(_handler).call(abi.encodeWithSelector(action, seed));
            require(ok, Action_Reverted(action, reason));
        }
    }

    /// @dev What the rest depends on, and what seldom finds its moment, comes more often.
    function _actions() private pure returns (bytes4[] memory actions) {
        bytes4[] memory all = _allActions();
        // Of each of them, in their order, how often.
        bytes memory times =
            hex"05_03_03_04_06_03_03_04_04_01_04_01_03_05_05_03_03_04_02_03_07_05_01_04_01_02_03_02_01_03_01_02_02_01_03_02_05_01_01_01_01_02_01_01_01";
        uint256 count = 0;
        for (uint256 i = 0; i < all.length; ++i) count += uint8(times[i]);
        actions = new bytes4[](count);
        for (uint256 i = 0; i < all.length; ++i) for (uint256 j = 0; j < uint8(times[i]); ++j) actions[--count] = all[i];
    }

    function _allActions() private pure returns (bytes4[] memory actions) {
        bytes4[45] memory all = [
            Parts.promiseNext.selector,
            Actions.split.selector,
            Actions.splitAndTransfer.selector,
            Actions.transfer.selector,
            Actions.accept.selector,
            Actions.endOffer.selector,
            Actions.merge.selector,
            Actions.take.selector,
            Actions.passTime.selector,
            Orders.hold.selector,
            Orders.endHold.selector,
            Orders.freeze.selector,
            Orders.cutBetweenParts.selector,
            Orders.release.selector,
            Orders.releaseExpired.selector,
            Orders.carryOutTransfer.selector,
            Orders.reportOverdue.selector,
            Parts.loseKey.selector,
            Orders.moveToSuccessor.selector,
            Payments.pay.selector,
            Payments.payOut.selector,
            Payments.claim.selector,
            Payments.refuseMoney.selector,
            Parts.payPart.selector,
            Parts.payInOneTransaction.selector,
            Parts.payEarly.selector,
            Parts.declareDefault.selector,
            Parts.writeOff.selector,
            Parts.removeSettlementDesk.selector,
            OtherDesks.lockByDesk.selector,
            OtherDesks.unlockByDesk.selector,
            OtherDesks.seizeByDesk.selector,
            OtherDesks.claimLocked.selector,
            OtherDesks.replacePawnbroker.selector,
            OtherDesks.moveTailByDesk.selector,
            OtherDesks.retireByDesk.selector,
            OtherDesks.returnByDesk.selector,
            OtherDesks.settleByRival.selector,
            Breaches.payWrongly.selector,
            Breaches.payAtTheWrongTime.selector,
            Breaches.payEarlyWrongly.selector,
            Breaches.useLockedOrRetired.selector,
            Breaches.exceedPowers.selector,
            Breaches.defaultTooEarly.selector,
            Breaches.registerAgain.selector
        ];
        actions = new bytes4[](all.length);
        for (uint256 i = 0; i < all.length; ++i) actions[i] = all[i];
    }
}
