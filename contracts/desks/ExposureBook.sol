// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { RedBlackTreeLib } from "solady/src/utils/RedBlackTreeLib.sol";
import { IDeskActs } from "../interfaces/IDeskActs.sol";
import { Counterparty, Exposure, ExposureEntry, IExposureBook } from "../interfaces/IExposureBook.sol";
import { ILedger } from "../interfaces/ILedger.sol";
import { IObligors } from "../interfaces/IObligors.sol";
import { IParticipants } from "../interfaces/IParticipants.sol";
import { Desk, IRuleTables, POWER_FINANCE, POWER_LOCK } from "../interfaces/IRulebook.sol";
import { ISlices } from "../interfaces/ISlices.sol";
import { Calendar } from "../libraries/Calendar.sol";
import { ParticipantWord, ROLE_BANK } from "../libraries/ParticipantWord.sol";
import { ReceivableId } from "../libraries/ReceivableId.sol";
import { ReceivableWord, Status } from "../libraries/ReceivableWord.sol";
import { SliceId, sliceIdOf } from "../libraries/SliceId.sol";
import { SLICE_LOCK_SHIFT, SLICE_RETIRED, SliceWord } from "../libraries/SliceWord.sol";

/// @title ExposureBook
/// @notice What banks have funded, and may. See IExposureBook.
///
/// POWERS. None in the ledger. It believes the desks admitted there when they record, and the ledger alone when something is released.
///
/// PROOFS. The slices of a receivable tile its face: who holds a live slice holds its cents, and when the live slices named and the burnt
/// cents make up the face, whatever is outside the slices named is burnt. That a slice's word is empty proves nothing.
///
/// ORDER. The first cents of a bank's entries in a receivable are kept in a tree, so that what lies over given cents is found without
/// walking.
contract ExposureBook is IExposureBook {
    using RedBlackTreeLib for RedBlackTreeLib.Tree;
    using RedBlackTreeLib for bytes32;

    /// @dev Slices named, and entries touched, by one call.
    uint256 private constant MOST = 100;

    /// @dev Whose entries are released, of what, and how many may still be touched.
    struct Release {
        bytes20 bank;
        bytes20 obligor;
        uint8 currency;
        uint256 steps;
        bool any;
    }

    ILedger public immutable LEDGER;

    mapping(bytes20 bank => mapping(Counterparty => mapping(bytes20 identity => mapping(uint8 currency => Exposure))))
        private _exposures;
    mapping(bytes20 bank => mapping(SliceId first => ExposureEntry)) private _entries;
    /// @dev First cents + 1, since the tree has no room for 0.
    mapping(bytes20 bank => mapping(ReceivableId id => RedBlackTreeLib.Tree)) private _starts;

    constructor(ILedger ledger) {
        LEDGER = ledger;
    }

    /// @inheritdoc IExposureBook
    function setLimit(Counterparty kind, bytes20 identity, uint8 currency, uint96 limit) external {
        // Check
        ParticipantWord bank = LEDGER.participantOf(msg.sender);
        uint16 today = Calendar.dayAt(block.timestamp, LEDGER.policyOf(LEDGER.latestPolicy()).utcOffsetHours);
        require(bank.mayActOn(today, ROLE_BANK), IParticipants.Participants_MayNotAct(msg.sender, ROLE_BANK, bank, today));
        require(LEDGER.accountOf(identity) != address(0), IObligors.Obligors_UnknownIdentity(identity));
        LEDGER.currencyOf(currency);
        // Effect
        _exposures[bank.identity()][kind][identity][currency].limit = limit;
        emit ExposureLimitSet(bank.identity(), identity, currency, kind, msg.sender, limit);
    }

    /// @inheritdoc IExposureBook
    function record(address bank, SliceId id, uint48 end, address obligor, address seller, uint8 currency) external {
        // Check
        uint8 lock = _requireDesk();
        bytes20 owing = _requireTerms(id, end, obligor, currency);
        bytes20 funding = _identityOf(bank);
        (SliceId earlier, ExposureEntry memory over) = _firstOver(funding, id.receivable(), id.start(), end);
        require(over.end == 0, Exposure_ReleaseFirst(funding, earlier, over.end));
        // Effect
        bytes20 selling = _identityOf(seller);
        uint48 face = end - id.start();
        uint96 obligorUsed = _add(funding, Counterparty.Obligor, owing, currency, face);
        uint96 sellerUsed = _add(funding, Counterparty.Seller, selling, currency, face);
        _store(funding, id, ExposureEntry(selling, end, lock));
        emit ExposureRecorded(id, funding, msg.sender, end, owing, selling, obligorUsed, sellerUsed);
    }

    /// @inheritdoc IExposureBook
    function release(bytes20 bank, SliceId[] calldata slices) external {
        require(slices.length <= MOST, Exposure_TooMany(slices.length, MOST));
        Release memory r = Release(bank, 0, 0, MOST, false);
        for (uint256 i = 0; i < slices.length; ++i) {
            // Check
            ReceivableId id = slices[i].receivable();
            ReceivableWord receivable = LEDGER.receivableWordOf(id);
            SliceWord word = _requireFree(bank, slices[i], receivable.status());
            // Effect
            (r.obligor, r.currency) = (_identityOf(receivable.obligor()), receivable.currency());
            _releaseWithin(r, id, slices[i].start(), word.end(), word.flags() >> SLICE_LOCK_SHIFT);
        }
        require(r.any, Exposure_NothingReleased(bank));
    }

    /// @inheritdoc IExposureBook
    function releasePaid(bytes20 bank, ReceivableId id, SliceId[] calldata waiting) external {
        // Check
        ReceivableWord receivable = LEDGER.receivableWordOf(id);
        uint48[] memory ends = _requireRestNamed(id, receivable, waiting);
        // Effect
        Release memory r = Release(bank, _identityOf(receivable.obligor()), receivable.currency(), MOST, false);
        uint48 burntFrom = 0;
        for (uint256 i = 0; i < waiting.length; ++i) {
            _releaseWithin(r, id, burntFrom, waiting[i].start(), 0);
            burntFrom = ends[i];
        }
        _releaseWithin(r, id, burntFrom, receivable.face(), 0);
        require(r.any, Exposure_NothingReleased(bank));
    }

    /// @inheritdoc IExposureBook
    function exposureOf(
        bytes20 bank,
        Counterparty kind,
        bytes20 identity,
        uint8 currency
    ) external view returns (Exposure memory) {
        return _exposures[bank][kind][identity][currency];
    }

    /// @inheritdoc IExposureBook
    function entryOf(bytes20 bank, SliceId id, uint48 to) external view returns (SliceId first, ExposureEntry memory entry) {
        return _firstOver(bank, id.receivable(), id.start(), to);
    }

    /// @dev Releases what entries have of [from, to), except cents that still secure a loan: those locked by the desk that recorded it.
    /// @param lock Index of the desk that has locked these cents now, or 0.
    function _releaseWithin(Release memory r, ReceivableId id, uint48 from, uint48 to, uint8 lock) private {
        for (; r.steps != 0 && from < to; --r.steps) {
            (SliceId first, ExposureEntry memory entry) = _firstOver(r.bank, id, from, to);
            if (entry.end == 0) return;
            if (first.start() > from) from = first.start();
            uint48 until = entry.end < to ? entry.end : to;
            if (lock == 0 || entry.lock != lock) {
                _cutOut(r.bank, first, entry, from, until);
                _subtract(r, sliceIdOf(id, from), until, entry.seller);
            }
            from = until;
        }
    }

    /// @dev What is left of an entry without [from, to): at most a head and a tail.
    function _cutOut(bytes20 bank, SliceId first, ExposureEntry memory entry, uint48 from, uint48 to) private {
        if (first.start() < from) {
            _entries[bank][first].end = from;
        } else {
            delete _entries[bank][first];
            _starts[bank][first.receivable()].remove(uint256(from) + 1);
        }
        if (to < entry.end) _store(bank, sliceIdOf(first.receivable(), to), entry);
    }

    function _subtract(Release memory r, SliceId id, uint48 end, bytes20 seller) private {
        uint48 face = end - id.start();
        uint96 obligorUsed = _exposures[r.bank][Counterparty.Obligor][r.obligor][r.currency].used -= face;
        uint96 sellerUsed = _exposures[r.bank][Counterparty.Seller][seller][r.currency].used -= face;
        r.any = true;
        emit ExposureReleased(id, r.bank, msg.sender, end, r.obligor, seller, obligorUsed, sellerUsed);
    }

    function _add(
        bytes20 bank,
        Counterparty kind,
        bytes20 identity,
        uint8 currency,
        uint48 face
    ) private returns (uint96 used) {
        // Check
        Exposure storage e = _exposures[bank][kind][identity][currency];
        uint96 limit;
        (used, limit) = (e.used, e.limit);
        require(limit != 0, Exposure_NoLimit(bank, kind, identity, currency));
        require(used + face <= limit, Exposure_LimitExceeded(bank, kind, identity, currency, used, face, limit));
        // Effect
        used += face;
        e.used = used;
    }

    function _store(bytes20 bank, SliceId first, ExposureEntry memory entry) private {
        _entries[bank][first] = entry;
        _starts[bank][first.receivable()].insert(uint256(first.start()) + 1);
    }

    /// @dev Entries of a bank do not overlap: the first over [from, to) begins at or before `from`, or is the next that begins.
    function _firstOver(
        bytes20 bank,
        ReceivableId id,
        uint48 from,
        uint48 to
    ) private view returns (SliceId first, ExposureEntry memory entry) {
        RedBlackTreeLib.Tree storage starts = _starts[bank][id];
        bytes32 node = starts.nearestBefore(uint256(from) + 1);
        if (!node.isEmpty()) {
            first = _firstAt(id, node);
            entry = _entries[bank][first];
            if (entry.end > from) return (first, entry);
        }
        node = starts.nearestAfter(uint256(from) + 1);
        if (!node.isEmpty()) {
            first = _firstAt(id, node);
            if (first.start() < to) return (first, _entries[bank][first]);
        }
        return (SliceId.wrap(0), ExposureEntry(0, 0, 0));
    }

    function _firstAt(ReceivableId id, bytes32 node) private view returns (SliceId) {
        // Safe: the tree has first cents + 1, of 48 bits each.
        return sliceIdOf(id, uint48(node.value() - 1));
    }

    /// @return lock The desk's index if it lends against slices.
    function _requireDesk() private view returns (uint8 lock) {
        Desk memory desk = LEDGER.deskOf(msg.sender);
        uint8 needed = POWER_FINANCE | POWER_LOCK;
        require(desk.powers & needed != 0, IRuleTables.Rulebook_DeskLacksPower(msg.sender, desk.powers, needed));
        return desk.powers & POWER_LOCK != 0 ? desk.index : 0;
    }

    /// @dev Cents of a confirmed receivable, with the obligor and the currency it has.
    function _requireTerms(SliceId id, uint48 end, address obligor, uint8 currency) private view returns (bytes20 owing) {
        ReceivableWord receivable = LEDGER.receivableWordOf(id.receivable());
        bool sound =
            receivable.status() == Status.Confirmed &&
                sliceIdOf(id.receivable(), id.start()).raw() == id.raw() &&
                id.start() < end &&
                end <= receivable.face();
        require(sound, Exposure_InvalidRange(id, end));
        owing = _identityOf(receivable.obligor());
        bool same = currency == receivable.currency() && _identityOf(obligor) == owing;
        require(same, Exposure_OtherTerms(id, owing, receivable.currency()));
    }

    /// @dev A live slice whose cents do not bind the bank. A replaced account is the same organisation.
    function _requireFree(bytes20 bank, SliceId id, Status status) private view returns (SliceWord word) {
        word = LEDGER.sliceWordOf(id);
        require(!word.isEmpty(), ISlices.Slices_Unknown(id));
        if (status == Status.WrittenOff || word.flags() & SLICE_RETIRED != 0) return word;
        require(_identityOf(word.holder()) != bank, Exposure_StillHeld(bank, id, word.holder()));
    }

    /// @dev The slices named are live, none twice, and with what is burnt they make up the face.
    function _requireRestNamed(
        ReceivableId id,
        ReceivableWord receivable,
        SliceId[] calldata waiting
    ) private view returns (uint48[] memory ends) {
        require(waiting.length <= MOST, Exposure_TooMany(waiting.length, MOST));
        uint48 face = receivable.face();
        uint48 burnt = receivable.status() == Status.Settled ? face : LEDGER.settlingOf(id).redeemed;
        uint256 named = 0;
        ends = new uint48[](waiting.length);
        for (uint256 i = 0; i < waiting.length; ++i) {
            require(waiting[i].receivable() == id, ISlices.Slices_OtherReceivable(waiting[i], id));
            require(i == 0 || waiting[i].raw() > waiting[i - 1].raw(), IDeskActs.Desk_NotAscending(waiting[i]));
            SliceWord word = LEDGER.sliceWordOf(waiting[i]);
            require(!word.isEmpty(), ISlices.Slices_Unknown(waiting[i]));
            ends[i] = word.end();
            named += ends[i] - waiting[i].start();
        }
        require(burnt + named == face, Exposure_NotAllNamed(id, burnt, named, face));
    }

    function _identityOf(address account) private view returns (bytes20) {
        return LEDGER.participantOf(account).identity();
    }
}
