// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { SafeERC20 } from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import { SafeCast } from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import { ReentrancyGuardTransient } from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import { ILedger } from "../interfaces/ILedger.sol";
import { Currency, Policy } from "../interfaces/IRulebook.sol";
import { Collection, ISettlementDesk } from "../interfaces/ISettlementDesk.sol";
import { Calendar } from "../libraries/Calendar.sol";
import { Money } from "../libraries/Money.sol";
import { ReceivableId } from "../libraries/ReceivableId.sol";
import { ReceivableWord } from "../libraries/ReceivableWord.sol";
import { SliceId } from "../libraries/SliceId.sol";
import { SliceWord } from "../libraries/SliceWord.sol";

/// @title SettlementDesk
/// @notice The obligor's payment reaches whoever holds each cent.
///
/// POWERS. POWER_SETTLE in the ledger: it may burn slices from the due day on, and burns only what it pays or sets aside.
///
/// CASH. Slices named in the paying transaction are paid from the obligor directly. For the others the desk collects once and pays
/// out in batches; `held` says how much of a receivable's money it still has. A slice of the obligor's own is netted.
///
/// LIVENESS. A payee that cannot receive does not stop the others: its money is set aside for it to claim.
contract SettlementDesk is ISettlementDesk, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    /// @dev What one payment works with. `source` is the obligor while it pays, the desk afterwards.
    struct Run {
        ReceivableId id;
        uint48 face;
        uint64 penalty;
        uint8 currency;
        IERC20 token;
        uint256 scale;
        address source;
    }

    ILedger public immutable LEDGER;

    mapping(ReceivableId id => Collection) private _collections;
    mapping(address holder => mapping(uint8 currency => uint64)) private _setAside;

    constructor(ILedger ledger) {
        LEDGER = ledger;
    }

    /// @inheritdoc ISettlementDesk
    function pay(ReceivableId id, SliceId[] calldata ids) external nonReentrant {
        // Check
        ReceivableWord word = LEDGER.receivableWordOf(id);
        _requireObligor(id, word);
        require(_collections[id].paid == 0, Settlement_AlreadyPaid(id));
        (uint64 penalty, uint16 daysLate) = _penalty(word);
        Run memory run = _run(id, word, penalty, msg.sender);
        // Effect: the ledger burns what is paid below, and refuses if this is not the day or not the desk.
        SliceWord[] memory words = LEDGER.redeem(id, ids);
        uint64 left = uint64(run.face) + penalty;
        uint64 own = 0;
        for (uint256 i = 0; i < ids.length; ++i) {
            uint64 share = _share(run, ids[i], words[i]);
            left -= share;
            if (words[i].holder() == msg.sender) own += share;
        }
        _requireCash(run, uint64(run.face) + penalty - own);
        if (left != 0) _collections[id] = Collection(run.face, penalty, left);
        emit ObligorPaid(id, msg.sender, run.face, penalty, daysLate, left);
        // Interaction
        for (uint256 i = 0; i < ids.length; ++i) _payHolder(run, ids[i], words[i]);
        if (left != 0) _collect(run, left);
    }

    /// @inheritdoc ISettlementDesk
    function payOut(ReceivableId id, SliceId[] calldata ids) external nonReentrant {
        // Check
        Collection memory collection = _collections[id];
        require(collection.paid != 0, Settlement_NotPaid(id));
        Run memory run = _run(id, LEDGER.receivableWordOf(id), collection.penalty, address(this));
        // Effect
        SliceWord[] memory words = LEDGER.redeem(id, ids);
        for (uint256 i = 0; i < ids.length; ++i) collection.held -= _share(run, ids[i], words[i]);
        _collections[id] = collection;
        // Interaction
        for (uint256 i = 0; i < ids.length; ++i) _payHolder(run, ids[i], words[i]);
    }

    /// @inheritdoc ISettlementDesk
    function claim(uint8 currency, address to) external nonReentrant returns (uint64 amount) {
        // Check
        amount = _setAside[msg.sender][currency];
        require(amount != 0, Settlement_NothingToClaim(msg.sender, currency));
        Currency memory c = LEDGER.currencyOf(currency);
        // Effect
        _setAside[msg.sender][currency] = 0;
        emit Claimed(msg.sender, currency, to, amount);
        // Interaction
        IERC20(c.token).safeTransfer(to, amount * _scale(c));
    }

    /// @inheritdoc ISettlementDesk
    function dueOf(ReceivableId id) external view returns (uint48 face, uint64 penalty, uint16 daysLate) {
        ReceivableWord word = LEDGER.receivableWordOf(id);
        face = word.face();
        (penalty, daysLate) = _penalty(word);
    }

    /// @inheritdoc ISettlementDesk
    function collectionOf(ReceivableId id) external view returns (Collection memory) {
        return _collections[id];
    }

    /// @inheritdoc ISettlementDesk
    function setAsideOf(address holder, uint8 currency) external view returns (uint64) {
        return _setAside[holder][currency];
    }

    /// @dev The obligor, or the account that took its place after its key was lost.
    function _requireObligor(ReceivableId id, ReceivableWord word) private view {
        address obligor = word.obligor();
        if (msg.sender == obligor) return;
        require(msg.sender == LEDGER.accountInForce(obligor), Settlement_NotObligor(id, msg.sender, obligor));
    }

    /// @dev Pays one burnt slice. A payee that cannot receive is set aside, with the money drawn to the desk.
    function _payHolder(Run memory run, SliceId id, SliceWord word) private {
        uint64 amount = _share(run, id, word);
        address holder = word.holder();
        emit SlicePaid(id, holder, amount);
        // What the paying obligor holds itself is netted.
        if (holder == run.source || _send(run, holder, amount * run.scale)) return;
        _setAside[holder][run.currency] += amount;
        emit SetAside(id, holder, run.currency, amount);
        if (run.source != address(this)) _collect(run, amount);
    }

    function _send(Run memory run, address to, uint256 value) private returns (bool) {
        if (run.source == address(this)) return run.token.trySafeTransfer(to, value);
        return run.token.trySafeTransferFrom(run.source, to, value);
    }

    /// @dev Draws minor units from the obligor to the desk, and checks that they have arrived in full.
    function _collect(Run memory run, uint64 amount) private {
        uint256 expected = amount * run.scale;
        uint256 before = run.token.balanceOf(address(this));
        run.token.safeTransferFrom(run.source, address(this), expected);
        uint256 received = run.token.balanceOf(address(this)) - before;
        require(received == expected, Settlement_ShortReceipt(address(run.token), expected, received));
    }

    /// @dev Says what is missing before anything is tried, so that a failing transfer below is the payee's.
    function _requireCash(Run memory run, uint64 amount) private view {
        uint256 needed = amount * run.scale;
        uint256 balance = run.token.balanceOf(run.source);
        uint256 allowance = run.token.allowance(run.source, address(this));
        require(
            balance >= needed && allowance >= needed,
            Settlement_CashMissing(address(run.token), needed, balance, allowance)
        );
    }

    /// @dev Face and penalty of a slice; the penalty is telescoped, so that the parts add up to it exactly.
    function _share(Run memory run, SliceId id, SliceWord word) private pure returns (uint64) {
        uint48 from = id.start();
        uint48 to = word.end();
        // Safe: the sum of two amounts of 48 bits.
        return uint64(to - from + Money.share(run.penalty, run.face, from, to));
    }

    /// @dev Nothing within the days of grace; after them, from the day after the due day.
    function _penalty(ReceivableWord word) private view returns (uint64 penalty, uint16 daysLate) {
        Policy memory p = LEDGER.policyOf(word.policy());
        uint16 today = Calendar.dayAt(block.timestamp, p.utcOffsetHours);
        daysLate = today > word.dueDay() ? today - word.dueDay() : 0;
        if (daysLate <= p.graceDays) return (0, daysLate);
        penalty = SafeCast.toUint64(Money.penalty(word.face(), p.penaltyPpmPerDay, daysLate));
    }

    function _run(ReceivableId id, ReceivableWord word, uint64 penalty, address source) private view returns (Run memory) {
        Currency memory c = LEDGER.currencyOf(word.currency());
        IERC20 token = IERC20(c.token);
        return Run(id, word.face(), penalty, word.currency(), token, _scale(c), source);
    }

    /// @dev Token units in one minor unit.
    function _scale(Currency memory c) private pure returns (uint256) {
        return 10 ** (c.tokenDecimals - c.minorDigits);
    }
}
