// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { DiscountDesk } from "../../contracts/desks/DiscountDesk.sol";
import { EarlyPaymentDesk } from "../../contracts/desks/EarlyPaymentDesk.sol";
import { ExposureBook } from "../../contracts/desks/ExposureBook.sol";
import { PledgeDesk } from "../../contracts/desks/PledgeDesk.sol";
import { RecourseDesk } from "../../contracts/desks/RecourseDesk.sol";
import { SettlementDesk } from "../../contracts/desks/SettlementDesk.sol";
import { ILedger } from "../../contracts/interfaces/ILedger.sol";
import { Terms } from "../../contracts/interfaces/IReceivables.sol";
import { Calendar } from "../../contracts/libraries/Calendar.sol";
import { ReceivableId } from "../../contracts/libraries/ReceivableId.sol";
import { Status } from "../../contracts/libraries/ReceivableWord.sol";
import { SliceId, sliceIdOf } from "../../contracts/libraries/SliceId.sol";
import { SLICE_FROZEN, SLICE_LOCK_SHIFT, SLICE_RETIRED, SliceWord } from "../../contracts/libraries/SliceWord.sol";
import { BlocklistToken } from "../../contracts/mocks/BlocklistToken.sol";
import { bound } from "../helpers/Vm.sol";
import { World } from "./World.sol";

/// @dev What has been built for a run.
struct DeskSet {
    ILedger ledger;
    SettlementDesk settlement;
    BlocklistToken token;
    ExposureBook book;
    DiscountDesk discount;
    RecourseDesk recourse;
    PledgeDesk pledge;
    EarlyPaymentDesk early;
}

/// @dev A receivable under way.
struct Paper {
    ReceivableId id;
    uint16 dueDay;
    uint48 face;
    /// By the obligor, what is netted included, and out of that to payees, aside, or for desks that locked slices.
    uint256 paidIn;
    uint256 paidOut;
    SliceId[] slices;
}

/// @dev Companies, banks and their purses. Whatever an action moves it writes down here by hand; after it each purse has that, to the cent.
abstract contract Counter is World {
    enum Want {
        Free,
        Frozen,
        Pledged,
        Unfrozen
    }

    uint256 internal constant MOST_PAPERS = 8;
    uint256 internal constant COMPANIES = 6;
    address internal constant OTHER_BANK = address(0x3001);
    uint16 private constant LONGEST = 30;

    ExposureBook internal book;
    RecourseDesk internal recourseDesk;
    PledgeDesk internal pledgeDesk;
    EarlyPaymentDesk internal earlyDesk;
    uint256 internal _clock = START;
    Paper[] internal _papers;
    mapping(bytes4 action => uint256) public fired;
    mapping(address account => bool) internal _refuses;
    /// @dev What a desk keeps for an account that could not receive.
    mapping(address desk => mapping(address account => uint256)) internal _waits;
    /// @notice Calls that went to a desk by its multicall, after a permit.
    mapping(address desk => uint256) public together;
    mapping(address account => uint256) private _purses;
    address[] private _tracked;
    uint256 private _cash;
    uint256 private _invoices;

    constructor(DeskSet memory s) {
        (ledger, settlementDesk, token, discountDesk) = (s.ledger, s.settlement, s.token, s.discount);
        (book, recourseDesk, pledgeDesk, earlyDesk) = (s.book, s.recourse, s.pledge, s.early);
        address[ACTORS] memory actors = _actors();
        for (uint256 i = 0; i < ACTORS; ++i) {
            _track(actors[i]);
            if (i >= FIRST_LOST_INDEX) _track(_successorOf(actors[i]));
        }
        _track(OTHER_BANK);
        address[6] memory all = desks();
        for (uint256 i = 0; i < all.length; ++i) _track(all[i]);
        _track(address(ledger));
        _papers.push();
        _issue(0, START);
    }

    modifier acts() {
        vm.warp(_clock);
        vm.recordLogs();
        _;
        _comparePurses();
    }

    function desks() public view returns (address[6] memory) {
        return
            [
                address(settlementDesk),
                address(pledgeDesk),
                address(discountDesk),
                address(recourseDesk),
                address(earlyDesk),
                address(book)
            ];
    }

    function clock() external view returns (uint256) {
        return _clock;
    }

    function papers() external view returns (Paper[] memory) {
        return _papers;
    }

    /// @notice What a desk keeps for accounts that could not receive, by the handler's own count and by the desk's.
    function setAside(address desk) external view returns (uint256 counted, uint256 named) {
        for (uint256 i = 0; i < _tracked.length; ++i) {
            counted += _waits[desk][_tracked[i]];
            named +=
                desk == address(settlementDesk)
                    ? settlementDesk.setAsideOf(_tracked[i], 1)
                    : pledgeDesk.setAsideOf(_tracked[i], 1);
        }
    }

    /// @dev A new receivable in place of one of which nothing is left.
    function issue(uint256 seed) external acts {
        for (uint256 i = 0; i < _papers.length; ++i) {
            if (ledger.receivableWordOf(_papers[i].id).status() != Status.Settled) continue;
            same(settlementDesk.collectionOf(_papers[i].id).held, 0, "nothing is kept of a settled receivable");
            same(_papers[i].paidIn, _papers[i].paidOut, "all that was paid in is paid out");
            _issue(i, seed);
            ++fired[msg.sig];
            return;
        }
        if (_papers.length == MOST_PAPERS) return;
        _papers.push();
        _issue(_papers.length - 1, seed);
        ++fired[msg.sig];
    }

    function refuseMoney(uint256 seed) external acts {
        address account = seed % 3 == 0 ? OTHER_BANK : BLOCKED;
        _refuses[account] = _mix(seed, 1) % 2 == 0;
        token.setRefused(account, _refuses[account]);
        ++fired[msg.sig];
    }

    function passTime(uint256 seed) external acts {
        _clock += bound(_mix(seed, 1), 1 hours, 3 days);
        ++fired[msg.sig];
    }

    /// @dev Every other one so small that each share is rounded.
    function _issue(uint256 index, uint256 seed) private {
        address creditor = _company(seed);
        uint48 face = uint48(bound(_mix(seed, 2), 300, _mix(seed, 3) % 2 == 0 ? 700 : 60_000));
        uint16 dueDay = _today() + uint16(bound(_mix(seed, 4), 8, LONGEST));
        uint16 policy = ledger.latestPolicy();
        vm.startPrank(creditor);
        Terms memory terms = Terms(OBLIGOR, keccak256(abi.encode("desks", ++_invoices)), face, dueDay, 1, DECISION);
        ReceivableId id = ledger.registerAndConfirm(terms, policy, _clock, "");
        ledger.recordRegistryEntry(sliceIdOf(id, 0), DECISION, _today());
        vm.stopPrank();
        delete _papers[index];
        (_papers[index].id, _papers[index].dueDay, _papers[index].face) = (id, dueDay, face);
    }

    /// @dev An account of a company that is in force.
    function _company(uint256 seed) internal view returns (address) {
        address[COMPANIES] memory all = [FIRST, SECOND, BLOCKED, FIRST_LOST, SECOND_LOST, THIRD_LOST];
        return ledger.accountInForce(all[_mix(seed, 90) % COMPANIES]);
    }

    function _bank(uint256 seed) internal pure returns (address) {
        return _mix(seed, 91) % 2 == 0 ? BANK : OTHER_BANK;
    }

    /// @dev All slices of a receivable that are not burnt. Nothing is cut any more once it is paid in full.
    function _slices(Paper storage p) internal returns (SliceId[] memory ids) {
        bool burning = ledger.settlingOf(p.id).inFull || ledger.receivableWordOf(p.id).status() == Status.Settled;
        if (!burning) {
            (ids, , ) = ledger.slicesOf(p.id, 0, type(uint256).max);
            p.slices = ids;
            return ids;
        }
        for (uint256 i = p.slices.length; i > 0; --i) {
            if (!ledger.sliceWordOf(p.slices[i - 1]).isEmpty()) continue;
            p.slices[i - 1] = p.slices[p.slices.length - 1];
            p.slices.pop();
        }
        return _ascending(p.slices);
    }

    /// @dev Some slice that is as wanted, or an empty word.
    function _find(uint256 seed, Want want) internal returns (Paper storage p, SliceId id, SliceWord word) {
        p = _papers[0];
        for (uint256 i = 0; i < _papers.length; ++i) {
            p = _papers[_turn(seed, 100, i, _papers.length)];
            SliceId[] memory ids = _slices(p);
            for (uint256 j = 0; j < ids.length; ++j) {
                id = ids[_turn(seed, 101, j, ids.length)];
                word = ledger.sliceWordOf(id);
                if (_is(want, p, word)) return (p, id, word);
            }
        }
        return (p, id, SliceWord.wrap(0));
    }

    function _is(Want want, Paper storage p, SliceWord word) internal view returns (bool) {
        uint8 flags = word.flags();
        if (want == Want.Frozen) return flags & SLICE_FROZEN != 0;
        if (want == Want.Unfrozen) return flags & (SLICE_FROZEN | SLICE_RETIRED) == 0 && !ledger.settlingOf(p.id).inFull;
        if (want == Want.Pledged) return flags >> SLICE_LOCK_SHIFT != 0;
        return flags == 0 && _today() < p.dueDay && ledger.accountInForce(word.holder()) == word.holder();
    }

    function _move(address from, address to, uint256 amount) internal {
        _purses[from] -= amount;
        _purses[to] += amount;
    }

    /// @dev To the payee, or aside for it.
    function _reach(address desk, address payee, uint256 amount) internal {
        if (_refuses[payee]) _waits[desk][payee] += amount;
        else _move(desk, payee, amount);
    }

    function _call(address target, address caller, bytes memory call) internal returns (bool ok, bytes memory answer) {
        vm.prank(caller);
        // solhint-disable-next-line avoid-low-level-calls
        (ok, answer) = target.call(call);
    }

    /// @dev Every other time in one transaction with a permit. Somebody else has handed that signature in: the allowance is there.
    function _callDesk(address desk, address caller, bytes memory call) internal returns (bool ok, bytes memory answer) {
        if (uint256(keccak256(call)) % 2 == 0) return _call(desk, caller, call);
        bytes[] memory calls = new bytes[](2);
        calls[0] = abi.encodeCall(settlementDesk.permit, (1, type(uint256).max, _clock, 0, 0, 0));
        calls[1] = call;
        (ok, answer) = _call(desk, caller, abi.encodeCall(settlementDesk.multicall, (calls)));
        if (ok) ++together[desk];
    }

    function _denied(address target, address caller, bytes memory call, bytes4 reason) internal {
        (bool ok, bytes memory answer) = _call(target, caller, call);
        holds(!ok && bytes4(answer) == reason, "refused for its own reason");
    }

    function _comparePurses() private view {
        uint256 sum = 0;
        for (uint256 i = 0; i < _tracked.length; ++i) {
            uint256 actual = token.balanceOf(_tracked[i]);
            same(actual, _purses[_tracked[i]], "what a purse has");
            sum += actual;
        }
        same(sum, _cash, "no cash came or went");
    }

    function _track(address account) private {
        _tracked.push(account);
        _purses[account] = token.balanceOf(account);
        _cash += _purses[account];
    }

    function _ascending(SliceId[] memory ids) internal pure returns (SliceId[] memory) {
        for (uint256 i = 1; i < ids.length; ++i) {
            for (uint256 j = i; j > 0 && ids[j - 1].raw() > ids[j].raw(); --j) (ids[j - 1], ids[j]) = (ids[j], ids[j - 1]);
        }
        return ids;
    }

    function _one(SliceId id) internal pure returns (SliceId[] memory ids) {
        ids = new SliceId[](1);
        ids[0] = id;
    }

    function _today() internal view returns (uint16) {
        return Calendar.dayAt(_clock, 8);
    }

    /// @dev The `step`th of so many, from a random one on.
    function _turn(uint256 seed, uint256 salt, uint256 step, uint256 count) internal pure returns (uint256) {
        return ((_mix(seed, salt) % count) + step) % count;
    }

    function _mix(uint256 seed, uint256 salt) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode(seed, salt)));
    }
}
