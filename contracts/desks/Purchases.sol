// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { SafeERC20 } from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import { ReentrancyGuardTransient } from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import { IDiscountDesk } from "../interfaces/IDiscountDesk.sol";
import { IExposureBook } from "../interfaces/IExposureBook.sol";
import { ILedger } from "../interfaces/ILedger.sol";
import { IRecourseDesk } from "../interfaces/IRecourseDesk.sol";
import { Currency } from "../interfaces/IRulebook.sol";
import { ReceivableWord } from "../libraries/ReceivableWord.sol";
import { SliceId } from "../libraries/SliceId.sol";
import { Permits } from "./Permits.sol";

/// @dev What every sale to a bank ends with, once the slice is the bank's: the books, then the cash.
abstract contract Purchases is Permits, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    /// @param token The currency's.
    /// @param moreDigits Digits that the token has beyond the minor unit's.
    struct Cash {
        address token;
        uint8 moreDigits;
    }

    IExposureBook public immutable EXPOSURE_BOOK;
    IRecourseDesk public immutable RECOURSE_DESK;

    mapping(uint8 currency => Cash) private _cash;

    constructor(ILedger ledger, IExposureBook exposureBook, IRecourseDesk recourseDesk) Permits(ledger) {
        EXPOSURE_BOOK = exposureBook;
        RECOURSE_DESK = recourseDesk;
    }

    /// @dev The slice [id, end) was moved from the caller to the bank.
    /// @param limited The bank's exposure limits apply.
    function _record(
        SliceId id,
        uint48 end,
        ReceivableWord receivable,
        address bank,
        bool limited,
        bool withRecourse
    ) internal {
        if (limited) EXPOSURE_BOOK.record(bank, id, end, receivable.obligor(), msg.sender, receivable.currency());
        if (withRecourse) RECOURSE_DESK.record(id, end, msg.sender, bank);
    }

    /// @dev Minor units from the bank to the calling seller, by the bank's allowance to the desk. All of it arrives.
    function _payFromBank(uint8 currency, address bank, uint48 net) internal {
        Cash memory cash = _cashIn(currency);
        IERC20 token = IERC20(cash.token);
        uint256 expected = net * 10 ** cash.moreDigits;
        uint256 before = token.balanceOf(msg.sender);
        token.safeTransferFrom(bank, msg.sender, expected);
        uint256 afterwards = token.balanceOf(msg.sender);
        uint256 received = afterwards < before ? 0 : afterwards - before;
        require(received == expected, IDiscountDesk.Discount_ShortReceipt(cash.token, expected, received));
    }

    /// @dev Asked of the ledger once; it never changes a currency.
    function _cashIn(uint8 currency) internal returns (Cash memory cash) {
        cash = _cash[currency];
        if (cash.token != address(0)) return cash;
        Currency memory known = LEDGER.currencyOf(currency);
        cash = Cash(known.token, known.tokenDecimals - known.minorDigits);
        _cash[currency] = cash;
    }
}
