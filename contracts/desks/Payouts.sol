// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { SafeERC20 } from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import { ReentrancyGuardTransient } from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import { ILedger } from "../interfaces/ILedger.sol";
import { Currency } from "../interfaces/IRulebook.sol";
import { ISettlementDesk } from "../interfaces/ISettlementDesk.sol";
import { SliceId } from "../libraries/SliceId.sol";
import { SLICE_LOCK_SHIFT, SliceWord } from "../libraries/SliceWord.sol";
import { Permits } from "./Permits.sol";

/// @dev Cash on its way from the obligor to the holders. One payee that cannot receive never stops the others.
abstract contract Payouts is ISettlementDesk, Permits, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    /// @dev Where money comes from and in what. `source` is the obligor while it pays directly, the desk otherwise.
    struct Purse {
        uint8 currency;
        IERC20 token;
        uint256 scale;
        address source;
        bool tried;
    }

    /// @dev What was paid for a locked slice, and who held it then. One storage slot.
    struct LockedMoney {
        uint64 amount;
        uint8 desk;
        uint8 currency;
        address holder;
    }

    mapping(address holder => mapping(uint8 currency => uint64)) private _setAside;
    mapping(SliceId id => LockedMoney) private _lockedMoney;

    constructor(ILedger ledger) Permits(ledger) {}

    /// @inheritdoc ISettlementDesk
    function claim(address account, uint8 currency, address to) external nonReentrant returns (uint64 amount) {
        // Check
        require(LEDGER.accountInForce(account) == msg.sender, Settlement_NotAccountInForce(account, msg.sender));
        amount = _setAside[account][currency];
        require(amount != 0, Settlement_NothingToClaim(account, currency));
        Purse memory purse = _purse(currency, address(this));
        // Effect
        _setAside[account][currency] = 0;
        emit Claimed(account, currency, to, amount);
        // Interaction
        purse.token.safeTransfer(to, amount * purse.scale);
    }

    /// @inheritdoc ISettlementDesk
    function claimLocked(SliceId id) external nonReentrant returns (uint64 amount, address holder) {
        // Check
        LockedMoney memory money = _lockedMoney[id];
        (amount, holder) = (money.amount, money.holder);
        bool own = amount != 0 && LEDGER.deskOf(msg.sender).index == money.desk;
        require(own, Settlement_NothingLocked(id, msg.sender));
        Purse memory purse = _purse(money.currency, address(this));
        // Effect
        delete _lockedMoney[id];
        emit LockClaimed(id, msg.sender, amount);
        // Interaction
        purse.token.safeTransfer(msg.sender, amount * purse.scale);
    }

    /// @inheritdoc ISettlementDesk
    function setAsideOf(address holder, uint8 currency) external view returns (uint64) {
        return _setAside[holder][currency];
    }

    /// @inheritdoc ISettlementDesk
    function lockedMoneyOf(SliceId id) external view returns (uint64) {
        return _lockedMoney[id].amount;
    }

    /// @dev Pays one slice, in minor units. A payee that cannot receive is set aside, with the money drawn to the desk; so is what is paid
    /// for a locked slice. What the paying obligor holds itself is netted: the caller has drawn that much less.
    function _payHolder(Purse memory purse, SliceId id, SliceWord word, uint64 amount, address obligor) internal {
        if (amount == 0) return;
        address holder = word.holder();
        emit SlicePaid(id, holder, amount);
        if (_isNetted(word, obligor)) return;
        uint8 lock = word.flags() >> SLICE_LOCK_SHIFT;
        if (lock != 0) {
            _lockedMoney[id] = LockedMoney(_lockedMoney[id].amount + amount, lock, purse.currency, holder);
            emit SetAsideForLock(id, lock, holder, amount);
        } else {
            if (_send(purse, holder, amount * purse.scale)) return;
            _setAside[holder][purse.currency] += amount;
            emit SetAside(id, holder, purse.currency, amount);
        }
        if (purse.source != address(this)) _collect(purse, amount);
    }

    /// @dev What the payer need not pay, since it would be paid to itself.
    function _nettedShare(SliceWord[] memory words, uint64[] memory amounts) internal view returns (uint64 sum) {
        for (uint256 i = 0; i < words.length; ++i) if (_isNetted(words[i], msg.sender)) sum += amounts[i];
    }

    /// @dev From the desk to the payer: it had more to get of earlier payments than it pays now.
    function _payBack(Purse memory purse, uint64 amount) internal {
        purse.token.safeTransfer(msg.sender, amount * purse.scale);
    }

    /// @dev Draws minor units from the source to the desk, and checks that they have arrived in full.
    function _collect(Purse memory purse, uint64 amount) internal {
        uint256 expected = amount * purse.scale;
        uint256 before = purse.token.balanceOf(address(this));
        purse.token.safeTransferFrom(purse.source, address(this), expected);
        _requireReceived(purse, address(this), before, expected);
    }

    /// @dev Says what is missing before anything is tried, so that a failing transfer afterwards is the payee's.
    function _requireCash(Purse memory purse, uint64 amount) internal view {
        uint256 needed = amount * purse.scale;
        uint256 balance = purse.token.balanceOf(purse.source);
        uint256 allowance = purse.token.allowance(purse.source, address(this));
        require(
            balance >= needed && allowance >= needed,
            Settlement_CashMissing(address(purse.token), needed, balance, allowance)
        );
    }

    function _purse(uint8 currency, address source) internal view returns (Purse memory) {
        Currency memory c = LEDGER.currencyOf(currency);
        return Purse(currency, IERC20(c.token), 10 ** (c.tokenDecimals - c.minorDigits), source, false);
    }

    /// @dev The payer's own, unless a lender is to be paid of it.
    function _isNetted(SliceWord word, address payer) private pure returns (bool) {
        return word.holder() == payer && word.flags() >> SLICE_LOCK_SHIFT == 0;
    }

    /// @dev The first direct payment of a transaction is checked for a fee: a token takes it from all payees or from none.
    function _send(Purse memory purse, address to, uint256 value) private returns (bool sent) {
        if (purse.source == address(this)) return purse.token.trySafeTransfer(to, value);
        if (purse.tried) return purse.token.trySafeTransferFrom(purse.source, to, value);
        uint256 before = purse.token.balanceOf(to);
        sent = purse.token.trySafeTransferFrom(purse.source, to, value);
        if (!sent) return false;
        purse.tried = true;
        _requireReceived(purse, to, before, value);
    }

    function _requireReceived(Purse memory purse, address by, uint256 before, uint256 expected) private view {
        uint256 received = purse.token.balanceOf(by) - before;
        require(received == expected, Settlement_ShortReceipt(address(purse.token), expected, received));
    }
}
