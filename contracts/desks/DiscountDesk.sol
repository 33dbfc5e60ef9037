// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { IDiscountDesk, Price, StandingOffer } from "../interfaces/IDiscountDesk.sol";
import { ILedger } from "../interfaces/ILedger.sol";
import { Currency } from "../interfaces/IRulebook.sol";
import { ISlices } from "../interfaces/ISlices.sol";
import { Calendar } from "../libraries/Calendar.sol";
import { Money } from "../libraries/Money.sol";
import { ReceivableWord } from "../libraries/ReceivableWord.sol";
import { SliceId } from "../libraries/SliceId.sol";
import { SliceWord } from "../libraries/SliceWord.sol";
import { Quotes } from "./Quotes.sol";

/// @title DiscountDesk
/// @notice A slice against cash, in one transaction, at a bank's standing offer or signed quote.
///
/// POWERS. POWER_FINANCE in the ledger: it may move a slice before the due day, from a holder that enabled it, to a bank.
///
/// CASH. From the bank to the seller directly, by the bank's allowance. The desk never holds any.
///
/// PRICE. At a standing offer the bank discount formula with the currency's day count and base; one rounding, half up.
contract DiscountDesk is IDiscountDesk, Quotes {
    mapping(uint256 offerId => StandingOffer) private _offers;
    uint256 private _lastOffer;

    constructor(ILedger ledger) Quotes(ledger) {}

    /// @inheritdoc IDiscountDesk
    function postOffer(StandingOffer calldata offered) external returns (uint256 offerId) {
        // Check
        bool sound =
            offered.expiresAt > block.timestamp &&
                offered.longestTenor != 0 &&
                offered.smallestFace != 0 &&
                offered.limit >= offered.smallestFace;
        require(sound, Discount_OfferInvalid(offered.expiresAt, offered.longestTenor, offered.limit, offered.smallestFace));
        LEDGER.currencyOf(offered.currency);
        // Effect
        offerId = ++_lastOffer;
        StandingOffer storage stored = _offers[offerId];
        _offers[offerId] = offered;
        (stored.bank, stored.used, stored.withdrawn) = (msg.sender, 0, false);
        emit OfferPosted(offerId, msg.sender, offered.obligor, stored);
    }

    /// @inheritdoc IDiscountDesk
    function withdrawOffer(uint256 offerId) external {
        // Check
        StandingOffer memory offer = _requireOffer(offerId);
        require(msg.sender == offer.bank, Discount_NotBank(offerId, msg.sender, offer.bank));
        // Effect
        _offers[offerId].withdrawn = true;
        emit OfferWithdrawn(offerId, msg.sender);
    }

    /// @inheritdoc IDiscountDesk
    function take(SliceId id, uint256 offerId, uint48 leastNet) external nonReentrant returns (Price memory price) {
        // Check
        StandingOffer memory offer = _requireOffer(offerId);
        require(!offer.withdrawn, Discount_OfferIsWithdrawn(offerId));
        require(block.timestamp <= offer.expiresAt, Discount_OfferExpired(offerId, offer.expiresAt, block.timestamp));
        (SliceWord word, ReceivableWord receivable, uint16 today) = LEDGER.moveByDesk(id, SliceWord.wrap(0), offer.bank);
        require(msg.sender == word.holder(), Discount_NotSeller(id, msg.sender, word.holder()));
        Currency memory currency = LEDGER.currencyOf(offer.currency);
        price = _price(word.end() - id.start(), receivable, today, offer, currency);
        _requireWithin(offerId, offer, price);
        require(price.net >= leastNet, Discount_NetTooLow(price.net, leastNet));
        // Effect
        uint48 used = offer.used + price.face;
        _offers[offerId].used = used;
        emit Discounted(id, offerId, msg.sender, offer.bank, price, offer.ratePpm, used);
        // Interaction
        _payFromBank(currency, offer.bank, price.net);
    }

    /// @inheritdoc IDiscountDesk
    function quote(SliceId id, uint256 offerId) external view returns (Price memory price) {
        StandingOffer memory offer = _requireOffer(offerId);
        ReceivableWord receivable = LEDGER.receivableWordOf(id.receivable());
        uint16 today = Calendar.dayAt(block.timestamp, LEDGER.policyOf(receivable.policy()).utcOffsetHours);
        SliceWord word = LEDGER.sliceWordOf(id);
        require(!word.isEmpty(), ISlices.Slices_Unknown(id));
        return _price(word.end() - id.start(), receivable, today, offer, LEDGER.currencyOf(offer.currency));
    }

    /// @inheritdoc IDiscountDesk
    function offerOf(uint256 offerId) external view returns (StandingOffer memory) {
        return _offers[offerId];
    }

    function _requireOffer(uint256 offerId) private view returns (StandingOffer memory offer) {
        offer = _offers[offerId];
        require(offer.bank != address(0), Discount_OfferUnknown(offerId));
    }

    function _requireWithin(uint256 offerId, StandingOffer memory offer, Price memory price) private pure {
        require(price.face >= offer.smallestFace, Discount_FaceTooSmall(price.face, offer.smallestFace));
        require(price.daysToRun <= offer.longestTenor, Discount_TenorTooLong(price.daysToRun, offer.longestTenor));
        uint48 left = offer.limit - offer.used;
        require(price.face <= left, Discount_LimitExceeded(offerId, price.face, left));
    }

    function _price(
        uint48 face,
        ReceivableWord receivable,
        uint16 today,
        StandingOffer memory offer,
        Currency memory currency
    ) private pure returns (Price memory price) {
        require(receivable.obligor() == offer.obligor, Discount_OtherObligor(offer.obligor, receivable.obligor()));
        require(receivable.currency() == offer.currency, Discount_OtherCurrency(offer.currency, receivable.currency()));
        uint256 daysToRun = Calendar.daysBetween(today, receivable.dueDay(), currency.dayCount);
        (uint256 discount, uint256 net) = Money.discount(face, offer.ratePpm, daysToRun, currency.dayBase);
        // Safe: discount and net are not larger than the face; two days of 16 bits are less than 2^16 apart.
        return Price(face, uint16(daysToRun), uint48(discount), uint48(net));
    }
}
