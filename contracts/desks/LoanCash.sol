// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { SafeERC20 } from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import { ReentrancyGuardTransient } from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import { ILedger } from "../interfaces/ILedger.sol";
import { IPledgeDesk } from "../interfaces/IPledgeDesk.sol";
import { Currency } from "../interfaces/IRulebook.sol";
import { ISettlementDesk } from "../interfaces/ISettlementDesk.sol";
import { SliceId } from "../libraries/SliceId.sol";
import { Permits } from "./Permits.sol";

/// @dev Cash of loans on its way. It must arrive in full; a payee that cannot receive stops nobody, its money is set aside under its name.
abstract contract LoanCash is IPledgeDesk, Permits, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    /// @dev What amounts are paid in: token units of one minor unit are `scale`.
    struct Purse {
        uint256 loanId;
        uint8 currency;
        IERC20 token;
        uint256 scale;
    }

    ISettlementDesk public immutable SETTLEMENT;

    mapping(address account => mapping(uint8 currency => uint64)) private _setAside;

    constructor(ILedger ledger, ISettlementDesk settlement) Permits(ledger) {
        SETTLEMENT = settlement;
    }

    /// @inheritdoc IPledgeDesk
    function claim(address account, uint8 currency, address to) external nonReentrant returns (uint64 amount) {
        // Check
        require(LEDGER.accountInForce(account) == msg.sender, Pledge_NotAccountInForce(account, msg.sender));
        amount = _setAside[account][currency];
        require(amount != 0, Pledge_NothingToClaim(account, currency));
        // Effect
        _setAside[account][currency] = 0;
        emit LoanMoneyClaimed(account, currency, to, amount);
        // Interaction
        Purse memory purse = _purse(0, LEDGER.currencyOf(currency), currency);
        purse.token.safeTransfer(to, amount * purse.scale);
    }

    /// @inheritdoc IPledgeDesk
    function setAsideOf(address account, uint8 currency) external view returns (uint64) {
        return _setAside[account][currency];
    }

    function _purse(uint256 loanId, Currency memory c, uint8 currency) internal pure returns (Purse memory) {
        return Purse(loanId, currency, IERC20(c.token), 10 ** (c.tokenDecimals - c.minorDigits));
    }

    /// @dev By the payer's allowance to the desk; it arrives in full, or nothing happens.
    function _payStraight(Purse memory purse, address payer, address payee, uint64 amount) internal {
        uint256 value = amount * purse.scale;
        uint256 before = purse.token.balanceOf(payee);
        purse.token.safeTransferFrom(payer, payee, value);
        _requireReceived(purse, payee, before, value);
    }

    /// @dev From the caller, by its allowance to the desk, and through the desk: a payee that refuses can then stop nobody from paying.
    function _payFor(Purse memory purse, address payee, uint64 amount) internal {
        _payStraight(purse, msg.sender, address(this), amount);
        _passOn(purse, payee, amount);
    }

    /// @dev From the desk, what it has drawn in this transaction, or aside for the payee. That it arrives in full was seen when it was drawn.
    function _passOn(Purse memory purse, address payee, uint64 amount) internal {
        if (amount == 0 || purse.token.trySafeTransfer(payee, amount * purse.scale)) return;
        _setAside[payee][purse.currency] += amount;
        emit LoanMoneySetAside(purse.loanId, payee, purse.currency, amount);
    }

    /// @dev Draws what settlement paid for a locked slice.
    function _draw(Purse memory purse, SliceId part) internal returns (uint64 amount, address holder) {
        uint256 before = purse.token.balanceOf(address(this));
        (amount, holder) = SETTLEMENT.claimLocked(part);
        _requireReceived(purse, address(this), before, amount * purse.scale);
    }

    function _requireReceived(Purse memory purse, address by, uint256 before, uint256 expected) private view {
        uint256 received = purse.token.balanceOf(by) - before;
        require(received == expected, Pledge_ShortReceipt(address(purse.token), expected, received));
    }
}
