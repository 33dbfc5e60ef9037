// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { ExposureBook } from "../../contracts/desks/ExposureBook.sol";
import { SettlementDesk } from "../../contracts/desks/SettlementDesk.sol";
import { Counterparty, Exposure, ExposureEntry, IExposureBook } from "../../contracts/interfaces/IExposureBook.sol";
import { ILedger } from "../../contracts/interfaces/ILedger.sol";
import { Terms } from "../../contracts/interfaces/IReceivables.sol";
import { Calendar } from "../../contracts/libraries/Calendar.sol";
import { ReceivableId } from "../../contracts/libraries/ReceivableId.sol";
import { Status } from "../../contracts/libraries/ReceivableWord.sol";
import { SliceId, sliceIdOf } from "../../contracts/libraries/SliceId.sol";
import { SLICE_FROZEN, SLICE_LOCK_SHIFT, SLICE_RETIRED, SliceWord } from "../../contracts/libraries/SliceWord.sol";
import { FundingDesk } from "../../contracts/mocks/FundingDesk.sol";
import { World } from "./World.sol";

/// @dev What has been built for a run.
struct Set {
    ILedger ledger;
    SettlementDesk settlementDesk;
    ExposureBook book;
    FundingDesk buyer;
    FundingDesk lender;
}

/// @dev Two banks buy, lend, sell on and release; companies split, merge, pay. For each cent the handler notes what a bank has funded and
/// forgets it once the bank has the cent no longer, without asking the book. An action that is not possible now returns early.
abstract contract Funding is World {
    uint48 internal constant FACE = 40;
    uint256 internal constant MOST_RECEIVABLES = 3;
    address internal constant OTHER_BANK = address(0x3001);
    uint16 private constant TENOR = 30;
    uint16 private constant DEFAULT_DAYS = 30;

    struct Funded {
        address seller;
        uint8 lock;
    }

    ExposureBook internal book;
    FundingDesk internal buyer;
    FundingDesk internal lender;
    uint8 private immutable LENDER;
    uint256 private _clock = START;
    uint256 private _invoices;
    ReceivableId[] private _ids;
    mapping(bytes4 action => uint256) public fired;
    mapping(address bank => mapping(ReceivableId id => mapping(uint256 cent => Funded))) private _funded;

    constructor(Set memory s) {
        (ledger, settlementDesk, book, buyer, lender) = (s.ledger, s.settlementDesk, s.book, s.buyer, s.lender);
        LENDER = ledger.deskOf(address(lender)).index;
    }

    modifier acts() {
        vm.warp(_clock);
        _;
        _forget();
    }

    function banks() public pure returns (address[2] memory) {
        return [BANK, OTHER_BANK];
    }

    function sellers() public pure returns (address[4] memory) {
        return [FIRST, SECOND, BANK, OTHER_BANK];
    }

    function create(uint256 seed) external acts {
        if (_ids.length >= MOST_RECEIVABLES) {
            uint256 old = seed % _ids.length;
            if (ledger.receivableWordOf(_ids[old]).status() != Status.Settled) return;
            // Nothing of it stays recorded, so that the sums over the receivables known are whole.
            for (uint256 b = 0; b < 2; ++b) {
                _tryRelease(abi.encodeCall(book.releasePaid, (bytes20(banks()[b]), _ids[old], new SliceId[](0))));
            }
            _ids[old] = _ids[_ids.length - 1];
            _ids.pop();
        }
        if (ledger.overdueOf(bytes20(OBLIGOR)) != 0) return;
        address creditor = seed % 2 == 0 ? FIRST : SECOND;
        Terms memory terms = Terms(OBLIGOR, keccak256(abi.encode(++_invoices)), FACE, _today() + TENOR, 1, DECISION);
        uint16 policy = ledger.latestPolicy();
        vm.startPrank(creditor);
        ReceivableId id = ledger.registerAndConfirm(terms, policy, _clock, "");
        ledger.recordRegistryEntry(sliceIdOf(id, 0), DECISION, _today());
        vm.stopPrank();
        _ids.push(id);
        ++fired[msg.sig];
    }

    function buy(uint256 seed) external acts {
        (SliceId id, SliceWord word) = _live(seed);
        address bank = banks()[(seed >> 32) % 2];
        if (word.isEmpty() || word.flags() != 0 || word.holder() == bank || word.holder() == OBLIGOR) return;
        uint48 face = word.end() - id.start();
        uint48 part = (seed >> 64) % 3 == 0 && face >= 2 * MIN_SLICE ? face - MIN_SLICE : face;
        SliceId bought = sliceIdOf(id.receivable(), word.end() - part);
        bytes memory call =
            part == face ? abi.encodeCall(buyer.buy, (id, bank)) : abi.encodeCall(buyer.buyTail, (id, part, bank));
        if (_fund(address(buyer), call, Purchase(bank, bought, id, word, 0))) ++fired[msg.sig];
    }

    function lend(uint256 seed) external acts {
        (SliceId id, SliceWord word) = _live(seed);
        address bank = banks()[(seed >> 32) % 2];
        if (word.isEmpty() || word.flags() != 0 || word.holder() == bank || word.holder() == OBLIGOR) return;
        // A loan repaid is released before the same desk locks the cents for another bank: it could not be told from that one's.
        _releaseNamed(banks()[(seed >> 32) % 2 == 0 ? 1 : 0], id);
        if (_fund(address(lender), abi.encodeCall(lender.lend, (id, bank)), Purchase(bank, id, id, word, LENDER)))
            ++fired[msg.sig];
    }

    function unlock(uint256 seed) external acts {
        (SliceId id, SliceWord word) = _live(seed);
        if (word.flags() >> SLICE_LOCK_SHIFT != LENDER || seed % 3 == 0) return;
        lender.unlock(id);
        ++fired[msg.sig];
    }

    function seize(uint256 seed) external acts {
        (SliceId id, SliceWord word) = _live(seed);
        if (word.flags() >> SLICE_LOCK_SHIFT != LENDER || word.flags() & SLICE_FROZEN != 0) return;
        if (ledger.settlingOf(id.receivable()).inFull) return;
        address bank = _funded[BANK][id.receivable()][id.start()].lock == LENDER ? BANK : OTHER_BANK;
        if (word.holder() == bank) return;
        lender.seize(id, bank);
        ++fired[msg.sig];
    }

    /// @dev To a company, by a bank or another company: banks get nothing but by the desks.
    function sellOn(uint256 seed) external acts {
        (SliceId id, SliceWord word) = _live(seed);
        address to = [FIRST, SECOND][(seed >> 32) % 2];
        if (_idle(id, word) || word.hops() >= MAX_HOPS || word.holder() == to) return;
        vm.prank(word.holder());
        ledger.transfer(id, to, 0);
        ++fired[msg.sig];
    }

    function split(uint256 seed) external acts {
        (SliceId id, SliceWord word) = _live(seed);
        if (_idle(id, word) || word.end() - id.start() < 2 * MIN_SLICE) return;
        uint48[] memory amounts = new uint48[](1);
        amounts[0] = MIN_SLICE;
        vm.prank(word.holder());
        ledger.split(id, amounts);
        ++fired[msg.sig];
    }

    function merge(uint256 seed) external acts {
        (SliceId id, SliceWord word) = _live(seed);
        if (_idle(id, word) || word.end() == FACE) return;
        SliceId right = sliceIdOf(id.receivable(), word.end());
        SliceWord other = ledger.sliceWordOf(right);
        if (other.holder() != word.holder() || other.flags() != 0) return;
        vm.prank(word.holder());
        ledger.merge(id, right);
        ++fired[msg.sig];
    }

    /// @dev A court's freeze cuts anywhere; one that is met ends.
    function freeze(uint256 seed) external acts {
        (SliceId id, SliceWord word) = _live(seed);
        if (word.isEmpty() || word.flags() & SLICE_RETIRED != 0 || (word.flags() & SLICE_FROZEN == 0 && seed % 4 != 0)) return;
        vm.startPrank(OFFICER);
        if (word.flags() & SLICE_FROZEN != 0) {
            SliceId[] memory ids = new SliceId[](1);
            ids[0] = id;
            ledger.release(ids, DECISION);
        } else {
            ledger.freeze(id, word.end() - 1, word.end(), 1, DECISION, type(uint40).max);
        }
        vm.stopPrank();
        ++fired[msg.sig];
    }

    function payEarly(uint256 seed) external acts {
        (SliceId id, SliceWord word) = _live(seed);
        if (_idle(id, word) || word.holder() == OBLIGOR || seed % 3 != 0) return;
        (SliceId[] memory ids, SliceWord[] memory words) = (new SliceId[](1), new SliceWord[](1));
        (ids[0], words[0]) = (id, word);
        vm.prank(OBLIGOR);
        settlementDesk.payEarly(id.receivable(), ids, words);
        ++fired[msg.sig];
    }

    /// @dev Pays what is due, one slice at once, and pays out another later.
    function pay(uint256 seed) external acts {
        (SliceId id, SliceWord word) = _live(seed);
        if (word.isEmpty() || word.flags() & SLICE_FROZEN != 0 || !_isDue(id)) return;
        SliceId[] memory ids = new SliceId[](1);
        ids[0] = id;
        if (ledger.settlingOf(id.receivable()).inFull) {
            settlementDesk.payOut(id.receivable(), ids);
        } else {
            vm.prank(OBLIGOR);
            settlementDesk.pay(id.receivable(), ids);
        }
        ++fired[msg.sig];
    }

    function writeOff(uint256 seed) external acts {
        if (_ids.length == 0) return;
        ReceivableId id = _ids[seed % _ids.length];
        if (ledger.receivableWordOf(id).status() != Status.Confirmed || ledger.settlingOf(id).inFull) return;
        if (!_isDue(sliceIdOf(id, 0))) return;
        _clock += uint256(DEFAULT_DAYS + 1) * 1 days;
        vm.warp(_clock);
        ledger.reportOverdue(id);
        ledger.declareDefault(id);
        vm.prank(OFFICER);
        ledger.writeOff(id, DECISION);
        ++fired[msg.sig];
    }

    function passDay(uint256) external acts {
        _clock += 1 days;
        vm.warp(_clock);
        ++fired[msg.sig];
    }

    function setLimit(uint256 seed) external acts {
        address bank = banks()[seed % 2];
        bool obligor = (seed >> 8) % 4 == 0;
        address who = obligor ? OBLIGOR : sellers()[(seed >> 16) % 4];
        vm.prank(bank);
        book.setLimit(obligor ? Counterparty.Obligor : Counterparty.Seller, bytes20(who), 1, uint96((seed >> 32) % 200));
        ++fired[msg.sig];
    }

    /// @dev Anyone names any slice of any bank's.
    function release(uint256 seed) external acts {
        (SliceId id, ) = _live(seed);
        if (id.raw() != 0) _releaseNamed(banks()[(seed >> 32) % 2], id);
        ++fired[msg.sig];
    }

    /// @dev Releases all that can be; then what is recorded is exactly what the banks have.
    function releaseAll(uint256) external acts {
        for (uint256 i = 0; i < _ids.length; ++i) {
            SliceId[] memory live = _liveOf(_ids[i]);
            for (uint256 b = 0; b < 2; ++b) {
                for (uint256 j = 0; j < live.length; ++j) _releaseNamed(banks()[b], live[j]);
                _tryRelease(abi.encodeCall(book.releasePaid, (bytes20(banks()[b]), _ids[i], live)));
            }
        }
        _forget();
        for (uint256 b = 0; b < 2; ++b) {
            same(used(banks()[b], OBLIGOR), actual(banks()[b], address(0)), "to the obligor, once all is released");
            for (uint256 i = 0; i < 4; ++i) {
                address seller = sellers()[i];
                same(used(banks()[b], seller), actual(banks()[b], seller), "to a seller, once all is released");
            }
        }
        ++fired[msg.sig];
    }

    function ids() external view returns (ReceivableId[] memory) {
        return _ids;
    }

    function used(address bank, address who) public view returns (uint96) {
        return _exposure(bank, who).used;
    }

    /// @notice Cents that a bank has funded and still has. @param seller Of whom; 0: of anyone.
    function actual(address bank, address seller) public view returns (uint256 sum) {
        for (uint256 i = 0; i < _ids.length; ++i) {
            for (uint256 cent = 0; cent < FACE; ++cent) {
                address from = _funded[bank][_ids[i]][cent].seller;
                if (from != address(0) && (seller == address(0) || seller == from)) ++sum;
            }
        }
    }

    struct Purchase {
        address bank;
        SliceId bought;
        SliceId slice;
        SliceWord word;
        uint8 lock;
    }

    /// @dev Funds, or is refused for a reason that holds. What the bank has sold on and not released is released first, by anyone.
    function _fund(address desk, bytes memory call, Purchase memory p) private returns (bool) {
        (SliceId bought, address seller, bytes20 bank) = (p.bought, p.word.holder(), bytes20(p.bank));
        // From the due day on the ledger refuses; also a replaced or held one, which do not occur here.
        if (_isDue(bought)) return false;
        (, ExposureEntry memory over) = book.entryOf(bank, bought, p.word.end());
        if (over.end != 0) {
            _refused(desk, call, IExposureBook.Exposure_ReleaseFirst.selector);
            SliceId[] memory one = new SliceId[](1);
            one[0] = p.slice;
            book.release(bank, one);
        }
        uint96 face = p.word.end() - bought.start();
        (Exposure memory o, Exposure memory s) = (_exposure(p.bank, OBLIGOR), _exposure(p.bank, seller));
        Exposure memory first = o.limit == 0 || o.used + face > o.limit ? o : s;
        if (first.limit == 0) {
            _refused(desk, call, IExposureBook.Exposure_NoLimit.selector);
            return false;
        }
        if (first.used + face > first.limit) {
            _refused(desk, call, IExposureBook.Exposure_LimitExceeded.selector);
            return false;
        }
        // solhint-disable-next-line avoid-low-level-calls
        (bool done, ) = desk.call(call);
        holds(done, "within its limits a bank is never kept from funding");
        holds(used(p.bank, OBLIGOR) <= o.limit && used(p.bank, seller) <= s.limit, "limits hold when something is funded");
        for (uint256 cent = bought.start(); cent < p.word.end(); ++cent) {
            _funded[p.bank][bought.receivable()][cent] = Funded(seller, p.lock);
        }
        return true;
    }

    /// @dev Refused, unchanged, if the bank has the slice; without effect, if there is nothing to release.
    function _releaseNamed(address bank, SliceId id) private {
        SliceWord word = ledger.sliceWordOf(id);
        bool gone = word.flags() & SLICE_RETIRED != 0 || _status(id) == Status.WrittenOff || word.holder() != bank;
        SliceId[] memory one = new SliceId[](1);
        one[0] = id;
        bytes memory call = abi.encodeCall(book.release, (bytes20(bank), one));
        if (gone) _tryRelease(call);
        else _refused(address(book), call, IExposureBook.Exposure_StillHeld.selector);
    }

    function _tryRelease(bytes memory call) private {
        // solhint-disable-next-line avoid-low-level-calls
        (bool done, bytes memory reason) = address(book).call(call);
        if (!done) holds(bytes4(reason) == IExposureBook.Exposure_NothingReleased.selector, "nothing to release");
    }

    function _refused(address target, bytes memory call, bytes4 reason) private {
        // solhint-disable-next-line avoid-low-level-calls
        (bool done, bytes memory refusal) = target.call(call);
        holds(!done && bytes4(refusal) == reason, "refused for its reason");
    }

    /// @dev Cents that do not bind the bank any longer: sold, retired, written off, burnt, or a loan's that are free again.
    function _forget() private {
        for (uint256 i = 0; i < _ids.length; ++i) {
            SliceWord word = SliceWord.wrap(0);
            bool lost = _status(sliceIdOf(_ids[i], 0)) == Status.WrittenOff;
            SliceWord[] memory words = _words(_ids[i]);
            for (uint48 cent = 0; cent < FACE; ++cent) {
                if (!words[cent].isEmpty() || cent == word.end()) word = words[cent];
                for (uint256 b = 0; b < 2; ++b) _forgetCent(banks()[b], _ids[i], cent, word, lost);
            }
        }
    }

    function _forgetCent(address bank, ReceivableId id, uint256 cent, SliceWord word, bool lost) private {
        Funded memory f = _funded[bank][id][cent];
        if (f.seller == address(0)) return;
        bool secures = !word.isEmpty() && f.lock != 0 && word.flags() >> SLICE_LOCK_SHIFT == f.lock;
        bool has = word.holder() == bank && word.flags() & SLICE_RETIRED == 0 && !lost;
        if (!secures && !has) delete _funded[bank][id][cent];
    }

    function _exposure(address bank, address who) private view returns (Exposure memory) {
        Counterparty kind = who == OBLIGOR ? Counterparty.Obligor : Counterparty.Seller;
        return book.exposureOf(bytes20(bank), kind, bytes20(who), 1);
    }

    function _live(uint256 seed) private view returns (SliceId, SliceWord) {
        if (_ids.length == 0) return (SliceId.wrap(0), SliceWord.wrap(0));
        SliceId[] memory live = _liveOf(_ids[(seed >> 128) % _ids.length]);
        if (live.length == 0) return (SliceId.wrap(0), SliceWord.wrap(0));
        SliceId id = live[(seed >> 160) % live.length];
        return (id, ledger.sliceWordOf(id));
    }

    function _liveOf(ReceivableId id) private view returns (SliceId[] memory live) {
        uint256 count = 0;
        SliceWord[] memory words = _words(id);
        for (uint256 cent = 0; cent < FACE; ++cent) if (!words[cent].isEmpty()) ++count;
        live = new SliceId[](count);
        count = 0;
        for (uint48 cent = 0; cent < FACE; ++cent) if (!words[cent].isEmpty()) live[count++] = sliceIdOf(id, cent);
    }

    /// @dev The word of each cent's id; 0 where no slice begins.
    function _words(ReceivableId id) private view returns (SliceWord[] memory) {
        SliceId[] memory cents = new SliceId[](FACE);
        for (uint48 cent = 0; cent < FACE; ++cent) cents[cent] = sliceIdOf(id, cent);
        return ledger.sliceWordsOf(cents);
    }

    /// @dev Not to be moved by its holder now.
    function _idle(SliceId id, SliceWord word) private view returns (bool) {
        return word.isEmpty() || word.flags() != 0 || _isDue(id);
    }

    function _isDue(SliceId id) private view returns (bool) {
        return _today() >= ledger.receivableWordOf(id.receivable()).dueDay();
    }

    function _status(SliceId id) private view returns (Status) {
        return ledger.receivableWordOf(id.receivable()).status();
    }

    function _today() private view returns (uint16) {
        return Calendar.dayAt(_clock, 8);
    }
}
