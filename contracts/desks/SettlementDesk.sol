// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { SafeCast } from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import { PaidMark } from "../interfaces/IDeskActs.sol";
import { ILedger } from "../interfaces/ILedger.sol";
import { Policy } from "../interfaces/IRulebook.sol";
import { Collection, Due, ISettlementDesk } from "../interfaces/ISettlementDesk.sol";
import { Calendar } from "../libraries/Calendar.sol";
import { Money } from "../libraries/Money.sol";
import { ReceivableId } from "../libraries/ReceivableId.sol";
import { ReceivableWord, Status } from "../libraries/ReceivableWord.sol";
import { SliceId } from "../libraries/SliceId.sol";
import { SliceWord } from "../libraries/SliceWord.sol";
import { Payouts } from "./Payouts.sol";

/// @title SettlementDesk
/// @notice The obligor's payment reaches whoever holds each cent. See ISettlementDesk.
///
/// POWERS. POWER_SETTLE in the ledger: from the due day on it may burn slices, and burns only what it pays or sets aside; before it, pass
/// to the obligor what it has paid at its face.
///
/// CASH. Slices named in a first payment in full are paid from the obligor directly. For the others the desk collects once and pays out in
/// batches; `held` says how much of a receivable's money it still has. A slice of the obligor's own is netted.
///
/// LIVENESS. A payee that cannot receive does not stop the others: its money is set aside for it to claim.
contract SettlementDesk is Payouts {
    using SafeCast for uint256;

    mapping(ReceivableId id => Collection) private _collections;

    constructor(ILedger ledger) Payouts(ledger) {}

    /// @inheritdoc ISettlementDesk
    function pay(ReceivableId id, SliceId[] calldata ids) external nonReentrant {
        (ReceivableWord word, Collection memory c, Due memory due, ) = _requireOwing(id);
        _payInFull(id, word, c, due, ids);
    }

    /// @inheritdoc ISettlementDesk
    function payPart(ReceivableId id, uint64 amount, SliceId[] calldata ids) external nonReentrant {
        // Check
        (ReceivableWord word, Collection memory c, Due memory due, bool late) = _requireOwing(id);
        uint64 owed = uint64(due.face) + due.penalty;
        require(amount != 0, Settlement_NothingPaid(id));
        require(amount <= owed, Settlement_Overpaid(id, amount, owed));
        if (amount == owed) return _payInFull(id, word, c, due, ids);
        Purse memory purse = _purse(word.currency(), msg.sender);
        // Effect: penalty first. The ledger keeps the receivable with this desk, and refuses if this is not the day or not the desk.
        LEDGER.bindSettlement(id);
        // Safe: less than what is owed, whose face has 48 bits and whose penalty 56.
        uint56 toPenalty = amount < due.penalty ? uint56(amount) : due.penalty;
        uint48 toFace = uint48(amount - toPenalty);
        if (toFace != 0 && late) {
            // The penalty on what was unpaid until today is now a closed sum.
            (c.accrued, c.since) = (c.penalty + due.penalty, word.dueDay() + due.daysLate);
        }
        c.paid += toFace;
        c.penalty += toPenalty;
        c.held += uint56(amount);
        ++c.parts;
        (SliceWord[] memory words, uint64[] memory amounts) = _takeShares(id, word.face(), c, ids);
        _collections[id] = c;
        emit ObligorPaidPart(id, msg.sender, toFace, toPenalty, due.daysLate, due.face - toFace, c.held);
        // Interaction
        _payThroughDesk(purse, ids, words, amounts, amount);
    }

    /// @inheritdoc ISettlementDesk
    function payEarly(ReceivableId id, SliceId[] calldata ids, SliceWord[] calldata expected) external nonReentrant {
        // Check
        ReceivableWord word = LEDGER.receivableWordOf(id);
        _requireObligor(id, word);
        require(ids.length != 0, Settlement_NothingPaid(id));
        require(ids.length == expected.length, Settlement_WordsMissing(ids.length, expected.length));
        Purse memory purse = _purse(word.currency(), msg.sender);
        // Effect: the ledger passes what is paid below to the obligor, and refuses from the due day on.
        SliceWord[] memory words = new SliceWord[](ids.length);
        uint64[] memory amounts = new uint64[](ids.length);
        uint48 face = 0;
        for (uint256 i = 0; i < ids.length; ++i) {
            require(ids[i].receivable() == id, Settlement_OtherReceivable(ids[i], id));
            (SliceWord before, , ) = LEDGER.retireByDesk(ids[i], expected[i]);
            words[i] = before.paidTo(LEDGER.accountInForce(before.holder()));
            amounts[i] = before.end() - ids[i].start();
            face += uint48(amounts[i]);
        }
        emit ObligorPaidEarly(id, msg.sender, face);
        // Interaction
        _requireCash(purse, face);
        for (uint256 i = 0; i < ids.length; ++i) _payHolder(purse, ids[i], words[i], amounts[i], msg.sender);
    }

    /// @inheritdoc ISettlementDesk
    function payOut(ReceivableId id, SliceId[] calldata ids) external nonReentrant {
        // Check
        Collection memory c = _collections[id];
        require(c.paid + c.penalty != 0, Settlement_NotPaid(id));
        ReceivableWord word = LEDGER.receivableWordOf(id);
        // Effect
        (SliceWord[] memory words, uint64[] memory amounts) = _takeShares(id, word.face(), c, ids);
        _collections[id] = c;
        // Interaction
        Purse memory purse = _purse(word.currency(), address(this));
        for (uint256 i = 0; i < ids.length; ++i) _payHolder(purse, ids[i], words[i], amounts[i], address(0));
    }

    /// @inheritdoc ISettlementDesk
    function dueOf(ReceivableId id) external view returns (Due memory due) {
        ReceivableWord word = LEDGER.receivableWordOf(id);
        // Of one settled by a single payment the desk has kept nothing.
        if (word.status() != Status.Settled) (due, ) = _due(word, _collections[id]);
    }

    /// @inheritdoc ISettlementDesk
    function collectionOf(ReceivableId id) external view returns (Collection memory) {
        return _collections[id];
    }

    function _payInFull(
        ReceivableId id,
        ReceivableWord word,
        Collection memory c,
        Due memory due,
        SliceId[] calldata ids
    ) private {
        Purse memory purse = _purse(word.currency(), msg.sender);
        uint64 owed = uint64(due.face) + due.penalty;
        bool first = c.parts == 0;
        // Effect: the ledger burns what is paid below, and refuses if this is not the day or not the desk.
        c.paid = word.face();
        c.penalty += due.penalty;
        c.held += uint56(owed);
        (SliceWord[] memory words, uint64[] memory amounts) = _takeShares(id, word.face(), c, ids);
        if (!first || c.held != 0) _collections[id] = c;
        emit ObligorPaid(id, msg.sender, due.face, due.penalty, due.daysLate, c.held);
        // Interaction
        if (!first) return _payThroughDesk(purse, ids, words, amounts, owed);
        _requireCash(purse, owed - _nettedShare(words, amounts));
        for (uint256 i = 0; i < ids.length; ++i) _payHolder(purse, ids[i], words[i], amounts[i], msg.sender);
        if (c.held != 0) _collect(purse, c.held);
    }

    /// @dev Draws what the obligor pays, less what it is paid itself, and pays from the desk: the shares may be of earlier money too.
    function _payThroughDesk(
        Purse memory purse,
        SliceId[] calldata ids,
        SliceWord[] memory words,
        uint64[] memory amounts,
        uint64 paid
    ) private {
        uint64 netted = _nettedShare(words, amounts);
        if (netted < paid) {
            _requireCash(purse, paid - netted);
            _collect(purse, paid - netted);
        }
        purse.source = address(this);
        for (uint256 i = 0; i < ids.length; ++i) _payHolder(purse, ids[i], words[i], amounts[i], msg.sender);
        if (netted > paid) _payBack(purse, netted - paid);
    }

    /// @dev What slices have still to get of what was paid, taken from `c.held`; the ledger burns them if all was paid, or marks them.
    function _takeShares(
        ReceivableId id,
        uint48 face,
        Collection memory c,
        SliceId[] calldata ids
    ) private returns (SliceWord[] memory words, uint64[] memory amounts) {
        bool inFull = c.paid == face;
        PaidMark[] memory marks = new PaidMark[](0);
        if (c.parts != 0) (words, marks) = LEDGER.payeesOf(ids);
        if (inFull) words = LEDGER.redeem(id, ids);
        amounts = new uint64[](ids.length);
        for (uint256 i = 0; i < ids.length; ++i) {
            (uint48 from, uint48 to) = (ids[i].start(), words[i].end());
            if (c.parts == 0) amounts[i] = uint64(to - from + Money.share(c.penalty, face, from, to));
            else if (inFull) amounts[i] = _rest(c, face, from, to, marks[i]);
            else if (to > from) (marks[i], amounts[i]) = _part(c, face, from, to, marks[i]);
            c.held -= uint56(amounts[i]);
        }
        if (!inFull && ids.length != 0) LEDGER.markPaid(id, ids, marks);
    }

    /// @dev All that the cents have not had yet. Never more than the desk holds of the receivable's money: a legal cut between two late
    /// payments can round a part of a penalty up by a cent.
    function _rest(
        Collection memory c,
        uint48 face,
        uint48 from,
        uint48 to,
        PaidMark memory mark
    ) private pure returns (uint64) {
        uint256 had = Money.share(mark.face, face, from, to) + Money.share(mark.penalty, face, from, to);
        uint256 due = to - from + Money.share(c.penalty, face, from, to);
        if (due <= had) return 0;
        return uint64(due - had < c.held ? due - had : c.held);
    }

    /// @dev What the cents have to get of what was paid in part, and the mark that says so.
    function _part(
        Collection memory c,
        uint48 face,
        uint48 from,
        uint48 to,
        PaidMark memory mark
    ) private pure returns (PaidMark memory after_, uint64 amount) {
        (uint256 faceMark, uint256 gained) = Money.rise(mark.face, c.paid, c.held, face, from, to);
        uint256 certain = Money.certain(c.penalty, face, from, to);
        (uint256 penaltyMark, uint256 more) = Money.rise(mark.penalty, certain, c.held - gained, face, from, to);
        // Safe: marks do not exceed the sums, nor the gains what is held.
        return (PaidMark(uint48(faceMark), uint64(penaltyMark)), uint64(gained + more));
    }

    /// @dev The caller owes, and all is not paid yet.
    function _requireOwing(
        ReceivableId id
    ) private view returns (ReceivableWord word, Collection memory c, Due memory due, bool late) {
        word = LEDGER.receivableWordOf(id);
        _requireObligor(id, word);
        c = _collections[id];
        require(c.paid < word.face(), Settlement_AlreadyPaid(id));
        (due, late) = _due(word, c);
    }

    /// @dev Nothing within the days of grace; after them, from the day after the due day, for each period in which what was unpaid stayed
    /// the same. What was paid within the days of grace bears none.
    function _due(ReceivableWord word, Collection memory c) private view returns (Due memory due, bool late) {
        Policy memory p = LEDGER.policyOf(word.policy());
        uint16 today = Calendar.dayAt(block.timestamp, p.utcOffsetHours);
        due.face = word.face() - c.paid;
        due.daysLate = today > word.dueDay() ? today - word.dueDay() : 0;
        late = due.daysLate > p.graceDays;
        if (!late || due.face == 0) return (due, late);
        uint16 since = c.since == 0 ? word.dueDay() : c.since;
        uint256 accrued = c.accrued + Money.penalty(due.face, p.penaltyPpmPerDay, today - since);
        due.penalty = (accrued - c.penalty).toUint56();
    }

    /// @dev The obligor, or the account that took its place after its key was lost.
    function _requireObligor(ReceivableId id, ReceivableWord word) private view {
        address obligor = word.obligor();
        if (msg.sender == obligor) return;
        require(msg.sender == LEDGER.accountInForce(obligor), Settlement_NotObligor(id, msg.sender, obligor));
    }
}
