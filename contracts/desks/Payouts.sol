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

/// @dev Cash on its way from the obligor to the holders. One payee that cannot receive never stops the others.
abstract contract Payouts is ISettlementDesk, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    /// @dev Where money comes from and in what. `source` is the obligor while it pays directly, the desk otherwise.
    struct Till {
        uint8 currency;
        IERC20 token;
        uint256 scale;
        address source;
        bool tried;
    }

    /// @dev What was paid for a locked slice.
    struct LockedMoney {
        uint64 amount;
        uint8 desk;
        uint8 currency;
    }

    ILedger public immutable LEDGER;

    mapping(address holder => mapping(uint8 currency => uint64)) private _setAside;
    mapping(SliceId id => LockedMoney) private _lockedMoney;

    constructor(ILedger ledger) {
        LEDGER = ledger;
    }

    /// @inheritdoc ISettlementDesk
    function claim(address account, uint8 currency, address to) external nonReentrant returns (uint64 amount) {
        // Check
        require(LEDGER.accountInForce(account) == msg.sender, Settlement_NotAccountInForce(account, msg.sender));
        amount = _setAside[account][currency];
        require(amount != 0, Settlement_NothingToClaim(account, currency));
        Till memory till = _till(currency, address(this));
        // Effect
        _setAside[account][currency] = 0;
        emit Claimed(account, currency, to, amount);
        // Interaction
        till.token.safeTransfer(to, amount * till.scale);
    }

    /// @inheritdoc ISettlementDesk
    function claimLocked(SliceId id) external nonReentrant returns (uint64 amount) {
        // Check
        LockedMoney memory money = _lockedMoney[id];
        amount = money.amount;
        bool own = amount != 0 && LEDGER.deskOf(msg.sender).index == money.desk;
        require(own, Settlement_NothingLocked(id, msg.sender));
        Till memory till = _till(money.currency, address(this));
        // Effect
        delete _lockedMoney[id];
        emit LockClaimed(id, msg.sender, amount);
        // Interaction
        till.token.safeTransfer(msg.sender, amount * till.scale);
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
    function _payHolder(Till memory till, SliceId id, SliceWord word, uint64 amount, address obligor) internal {
        if (amount == 0) return;
        address holder = word.holder();
        emit SlicePaid(id, holder, amount);
        if (_isNetted(word, obligor)) return;
        uint8 lock = word.flags() >> SLICE_LOCK_SHIFT;
        if (lock != 0) {
            _lockedMoney[id] = LockedMoney(_lockedMoney[id].amount + amount, lock, till.currency);
            emit SetAsideForLock(id, lock, holder, amount);
        } else {
            if (_send(till, holder, amount * till.scale)) return;
            _setAside[holder][till.currency] += amount;
            emit SetAside(id, holder, till.currency, amount);
        }
        if (till.source != address(this)) _collect(till, amount);
    }

    /// @dev What the payer need not pay, since it would be paid to itself.
    function _nettedShare(SliceWord[] memory words, uint64[] memory amounts) internal view returns (uint64 sum) {
        for (uint256 i = 0; i < words.length; ++i) if (_isNetted(words[i], msg.sender)) sum += amounts[i];
    }

    /// @dev From the desk to the payer: it had more to get of earlier payments than it pays now.
    function _payBack(Till memory till, uint64 amount) internal {
        till.token.safeTransfer(msg.sender, amount * till.scale);
    }

    /// @dev Draws minor units from the source to the desk, and checks that they have arrived in full.
    function _collect(Till memory till, uint64 amount) internal {
        uint256 expected = amount * till.scale;
        uint256 before = till.token.balanceOf(address(this));
        till.token.safeTransferFrom(till.source, address(this), expected);
        _requireReceived(till, address(this), before, expected);
    }

    /// @dev Says what is missing before anything is tried, so that a failing transfer afterwards is the payee's.
    function _requireCash(Till memory till, uint64 amount) internal view {
        uint256 needed = amount * till.scale;
        uint256 balance = till.token.balanceOf(till.source);
        uint256 allowance = till.token.allowance(till.source, address(this));
        require(
            balance >= needed && allowance >= needed,
            Settlement_CashMissing(address(till.token), needed, balance, allowance)
        );
    }

    function _till(uint8 currency, address source) internal view returns (Till memory) {
        Currency memory c = LEDGER.currencyOf(currency);
        return Till(currency, IERC20(c.token), 10 ** (c.tokenDecimals - c.minorDigits), source, false);
    }

    /// @dev The payer's own, unless a lender is to be paid of it.
    function _isNetted(SliceWord word, address payer) private pure returns (bool) {
        return word.holder() == payer && word.flags() >> SLICE_LOCK_SHIFT == 0;
    }

    /// @dev The first direct payment of a transaction is checked for a fee: a token takes it from all payees or from none.
    function _send(Till memory till, address to, uint256 value) private returns (bool sent) {
        if (till.source == address(this)) return till.token.trySafeTransfer(to, value);
        if (till.tried) return till.token.trySafeTransferFrom(till.source, to, value);
        uint256 before = till.token.balanceOf(to);
        sent = till.token.trySafeTransferFrom(till.source, to, value);
        if (!sent) return false;
        till.tried = true;
        _requireReceived(till, to, before, value);
    }

    function _requireReceived(Till memory till, address by, uint256 before, uint256 expected) private view {
        uint256 received = till.token.balanceOf(by) - before;
        require(received == expected, Settlement_ShortReceipt(address(till.token), expected, received));
    }
}
