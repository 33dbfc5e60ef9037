// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { DiscountDesk } from "../../contracts/desks/DiscountDesk.sol";
import { SettlementDesk } from "../../contracts/desks/SettlementDesk.sol";
import { ILedger } from "../../contracts/interfaces/ILedger.sol";
import { Outstanding } from "../../contracts/interfaces/IObligors.sol";
import { Policy } from "../../contracts/interfaces/IRulebook.sol";
import { Terms } from "../../contracts/interfaces/IReceivables.sol";
import { Calendar } from "../../contracts/libraries/Calendar.sol";
import { SliceId, sliceIdOf } from "../../contracts/libraries/SliceId.sol";
import { SLICE_FROZEN, SLICE_RESERVED, SLICE_RETIRED, SliceWord } from "../../contracts/libraries/SliceWord.sol";
import { BlocklistToken } from "../../contracts/mocks/BlocklistToken.sol";
import { bound } from "../helpers/Vm.sol";
import { Case, Store } from "./Store.sol";
import { Replay } from "./Replay.sol";

/// @dev What is under way, what of it an action may take up now, and what the handler notes of it.
abstract contract Picks is Replay, Store {
    SliceWord internal constant NONE = SliceWord.wrap(0);
    /// @dev So many receivables are under way at a time, so that each is met often.
    uint256 internal constant MOST_OPEN = 3;
    uint256[] internal _open;
    uint256 internal _clock = START;
    uint256 private _invoices;
    /// @dev As far as it matters here, later versions say the same.
    Policy internal _rules;

    constructor(ILedger ledger_, DiscountDesk discountDesk_, SettlementDesk settlementDesk_, BlocklistToken token_) {
        (ledger, discountDesk, settlementDesk, token) = (ledger_, discountDesk_, settlementDesk_, token_);
        _rules = ledger.policyOf(1);
        _register(0);
        // Recorded since the world began: the model knows every participant from the first event on.
        _replay();
    }

    modifier atClock() {
        vm.warp(_clock);
        vm.recordLogs();
        _;
        _replay();
    }

    /// @dev A receivable was confirmed.
    function _begin(Case storage c) internal {
        c.confirmed = true;
        SliceId first = sliceIdOf(c.id, 0);
        c.slices.push(first);
        _noteSlice(first);
        vm.prank(c.creditor);
        ledger.recordRegistryEntry(first, keccak256("entry"), _today());
    }

    /// @dev The obligor has nothing overdue and room within its limit.
    function _mayPromise(uint48 face) internal view returns (bool) {
        Outstanding memory o = ledger.outstandingOf(bytes20(OBLIGOR), 1);
        bool stopped = ledger.overdueOf(bytes20(OBLIGOR)) != 0 && _rules.stopIssuance;
        return !stopped && (o.limit == 0 || o.amount + face <= o.limit);
    }

    function _register(uint256 seed) internal {
        address creditor = [FIRST, SECOND, BLOCKED, CAUTIOUS][_mix(seed, 7) % 4];
        _open.push(_cases.length);
        Case storage c = _cases.push();
        c.creditor = creditor;
        c.terms = Terms({
            obligor: OBLIGOR,
            invoiceKey: keccak256(abi.encode(++_invoices)),
            face: _face(seed),
            dueDay: _today() + uint16(bound(_mix(seed, 2), 1, _longest())),
            currency: 1,
            documentRoot: keccak256(abi.encode(seed))
        });
        vm.prank(creditor);
        c.id = ledger.register(c.terms);
    }

    /// @dev The obligor refuses it, and the creditor corrects it and registers it again: the same id, another round.
    function _registerAnew(Case storage c, uint256 seed) internal {
        vm.prank(OBLIGOR);
        ledger.refuse(c.creditor, c.terms, 1);
        c.terms.face = _face(seed);
        c.terms.dueDay = _today() + uint16(bound(_mix(seed, 2), 1, _longest()));
        vm.prank(c.creditor);
        holds(ledger.register(c.terms) == c.id, "the invoice keeps its id");
    }

    function _face(uint256 seed) internal pure virtual returns (uint48) {
        return uint48(bound(_mix(seed, 1), MIN_SLICE, 1_000_000));
    }

    /// @dev Most days from registration to the due day.
    function _longest() internal pure virtual returns (uint256) {
        return 60;
    }

    /// @dev Most time that passes at once.
    function _longestPause() internal pure virtual returns (uint256) {
        return 12 days;
    }

    /// @dev One of the receivables under way; there always is one.
    function _case(uint256 seed) internal view returns (Case storage) {
        return _cases[_open[_mix(seed, 100) % _open.length]];
    }

    /// @notice The handler's time: an action before this one may have let some pass.
    function clock() external view returns (uint256) {
        return _clock;
    }

    /// @notice The receivables under way, by their index among `cases`.
    function open() external view returns (uint256[] memory) {
        return _open;
    }

    /// @dev Leaves a receivable alone once all of it is paid.
    function _close(Case storage c, uint256 seed) internal {
        if (c.slices.length != 0) return;
        if (_open.length == 1) _register(seed);
        uint256 last = _open.length - 1;
        for (uint256 i = 0; i < last; ++i) if (_cases[_open[i]].id == c.id) _open[i] = _open[last];
        _open.pop();
    }

    function _any(uint256 seed) internal view returns (Case storage c, SliceId id, SliceWord word) {
        c = _case(seed);
        if (c.paid || c.slices.length == 0) return (c, id, word);
        id = c.slices[_mix(seed, 101) % c.slices.length];
        word = ledger.sliceWordOf(id);
    }

    /// @dev A slice that its holder may use now, or an empty word.
    function _free(uint256 seed) internal view returns (Case storage c, SliceId id, SliceWord word) {
        c = _case(seed);
        bool idle = c.paid || c.terms.dueDay <= _today() || _isHeld(c);
        for (uint256 i = 0; i < c.slices.length && !idle; ++i) {
            id = c.slices[(i + (_mix(seed, 101) % c.slices.length)) % c.slices.length];
            word = ledger.sliceWordOf(id);
            if (word.flags() == 0 && !_isLost(word.holder())) return (c, id, word);
        }
        word = NONE;
    }

    function _isHeld(Case storage c) internal view returns (bool) {
        return ledger.heldUntil(c.id) >= _clock;
    }

    function _isLost(address account) internal view returns (bool) {
        return ledger.accountInForce(account) != account;
    }

    /// @dev Of any receivable under way.
    function _offered(uint256 seed) internal view returns (Case storage c, SliceId id, SliceWord word) {
        for (uint256 k = 0; k < _open.length; ++k) {
            c = _cases[_open[((_mix(seed, 100) % _open.length) + k) % _open.length]];
            for (uint256 i = 0; i < c.slices.length && !c.paid; ++i) {
                id = c.slices[(i + (_mix(seed, 102) % c.slices.length)) % c.slices.length];
                word = ledger.sliceWordOf(id);
                if (word.flags() == SLICE_RESERVED) return (c, id, word);
            }
        }
        return (_case(seed), id, NONE);
    }

    /// @dev One to three parts that leave a head, none below the smallest slice.
    function _amounts(
        Case storage c,
        SliceId id,
        SliceWord word,
        uint256 seed
    ) internal view returns (uint48[] memory amounts) {
        uint256 least = smallestOf(c.terms.face);
        uint256 face = word.end() - id.start();
        if (face < 2 * least) return amounts;
        uint256 most = face / least - 1;
        amounts = new uint48[](bound(_mix(seed, 6), 1, most < 3 ? most : 3));
        uint256 spare = (face - (amounts.length + 1) * least) / amounts.length;
        for (uint256 i = 0; i < amounts.length; ++i) amounts[i] = uint48(least + bound(_mix(seed, 10 + i), 0, spare));
    }

    function smallestOf(uint48 face) public pure returns (uint48) {
        uint48 share = (face + MAX_SLICES - 1) / MAX_SLICES;
        return share > MIN_SLICE ? share : MIN_SLICE;
    }

    /// @dev Takes up the parts that a split has made.
    function _adopt(Case storage c, SliceId part, uint256 count) internal {
        for (uint256 i = 0; i < count; ++i) {
            c.slices.push(part);
            _noteSlice(part);
            part = sliceIdOf(c.id, ledger.sliceWordOf(part).end());
        }
    }

    /// @dev At most so many slices, none of them frozen: their money waits.
    function _batch(Case storage c, uint256 most) internal view returns (SliceId[] memory ids) {
        SliceId[] memory found = new SliceId[](most);
        uint256 count = 0;
        for (uint256 i = c.slices.length; i > 0 && count < most; --i) {
            if (ledger.sliceWordOf(c.slices[i - 1]).flags() & SLICE_FROZEN == 0) found[count++] = c.slices[i - 1];
        }
        ids = new SliceId[](count);
        for (uint256 i = 0; i < count; ++i) ids[i] = found[i];
    }

    /// @dev Forgets the slices about to be burnt.
    function _leave(Case storage c, SliceId[] memory ids) internal {
        for (uint256 i = 0; i < ids.length; ++i) {
            SliceWord word = ledger.sliceWordOf(ids[i]);
            uint48 face = word.end() - ids[i].start();
            c.redeemed += face;
            if (word.flags() & SLICE_RETIRED != 0) c.retiredGone += face;
            _drop(c, ids[i]);
        }
    }

    function _ascending(SliceId[] memory ids) internal pure returns (SliceId[] memory) {
        for (uint256 i = 1; i < ids.length; ++i) {
            SliceId id = ids[i];
            uint256 j = i;
            for (; j > 0 && ids[j - 1].raw() > id.raw(); --j) ids[j] = ids[j - 1];
            ids[j] = id;
        }
        return ids;
    }

    function _one(SliceId id) internal pure returns (SliceId[] memory ids) {
        ids = new SliceId[](1);
        ids[0] = id;
    }

    function _noteSlice(SliceId id) internal {
        _note(id, ledger.sliceWordOf(id));
    }

    function _other(uint256 seed, address holder) internal view returns (address) {
        address[ACTORS] memory actors = _actors();
        address picked = ledger.accountInForce(actors[seed % ACTORS]);
        return picked == holder ? ledger.accountInForce(actors[((seed % ACTORS) + 1) % ACTORS]) : picked;
    }

    function _until(uint256 seed) internal view returns (uint40) {
        return uint40(_clock + bound(_mix(seed, 8), 1, 20 days));
    }

    function _today() internal view returns (uint16) {
        return Calendar.dayAt(_clock, 8);
    }

    function _mix(uint256 seed, uint256 salt) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode(seed, salt)));
    }
}
