// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { OfferTerms, Price, RateTier, StandingOffer } from "../interfaces/IDiscountDesk.sol";
import { Calendar } from "../libraries/Calendar.sol";
import { Money } from "../libraries/Money.sol";
import { ReceivableWord } from "../libraries/ReceivableWord.sol";
import { SliceId } from "../libraries/SliceId.sol";
import { StandingOffers } from "./StandingOffers.sol";

/// @dev Whether an offer fits what is for sale, and what it pays.
abstract contract Appraisal is StandingOffers {
    /// @dev Why an offer does not fit. In the order in which it is looked at.
    enum Misfit {
        None,
        Withdrawn,
        Paused,
        NotStarted,
        Expired,
        OtherCurrency,
        OtherObligor,
        TenorTooLong,
        NetTooLow,
        FaceTooSmall,
        FaceTooLarge,
        MoreFaceThanAllowed,
        LimitExceeded,
        SellerLimitExceeded,
        RoundsToNothing
    }

    /// @dev What the caller has for sale.
    /// @param face The whole slice's.
    /// @param today In the time zone of the receivable's policy.
    /// @param cash 0 for the whole slice, else what is needed; then the next two count.
    /// @param mostFace Most face given for it.
    /// @param smallest The ledger's smallest slice.
    /// @param obligorInForce The obligor's account now; 0 until asked for.
    /// @param seller The caller's identity; 0 until asked for.
    struct Lot {
        SliceId id;
        uint48 face;
        ReceivableWord receivable;
        uint16 today;
        uint48 cash;
        uint48 mostFace;
        uint48 smallest;
        address obligorInForce;
        bytes20 seller;
    }

    struct Bid {
        Misfit misfit;
        uint24 ratePpm;
        Price price;
    }

    /// @dev What the offer pays for the lot, or why it does not fit.
    function _bidOf(
        uint256 offerId,
        StandingOffer memory offer,
        OfferTerms calldata terms,
        Lot memory lot
    ) internal view returns (Bid memory bid) {
        bid.misfit = _untimely(offer, terms);
        if (bid.misfit != Misfit.None) return bid;
        _price(terms, lot, bid);
        if (bid.misfit == Misfit.None) bid.misfit = _excess(offerId, offer, terms, lot, bid);
    }

    /// @dev Finds rate, face and price by the terms alone.
    function _price(OfferTerms calldata terms, Lot memory lot, Bid memory bid) internal view {
        if (lot.receivable.currency() != terms.currency) bid.misfit = Misfit.OtherCurrency;
        else if (!_isListed(terms, lot)) bid.misfit = Misfit.OtherObligor;
        else if (!_findRate(terms, lot, bid)) bid.misfit = Misfit.TenorTooLong;
        if (bid.misfit != Misfit.None) return;
        Price memory price = bid.price;
        uint48 face = _faceFor(terms, lot, bid);
        (uint256 discount, uint256 net) = Money.discount(face, bid.ratePpm, price.daysToRun, terms.dayBase);
        // Safe: discount and net are not larger than the face.
        (price.face, price.discount, price.net) = (face, uint48(discount), uint48(net));
    }

    /// @dev The lot's seller sells `face` cents more under the offer.
    function _boughtAfter(uint256 offerId, Lot memory lot, uint48 face) internal view returns (uint256) {
        return uint256(_bought[offerId][_sellerOf(lot)]) + face;
    }

    function _sellerOf(Lot memory lot) internal view returns (bytes20) {
        if (lot.seller == 0) lot.seller = LEDGER.participantOf(msg.sender).identity();
        return lot.seller;
    }

    /// @dev Reverts with the reason why a bid does not fit.
    function _refuse(uint256 offerId, OfferTerms calldata terms, Lot memory lot, Bid memory bid) internal view {
        Misfit why = bid.misfit;
        Price memory p = bid.price;
        StandingOffer memory offer = _offers[offerId];
        require(why != Misfit.Withdrawn, Discount_OfferIsWithdrawn(offerId));
        require(why != Misfit.Paused, Discount_OfferIsPaused(offerId));
        require(why != Misfit.NotStarted, Discount_OfferNotStarted(offerId, terms.startsAt, block.timestamp));
        require(why != Misfit.Expired, Discount_OfferExpired(offerId, terms.expiresAt, block.timestamp));
        _refuseTerms(offerId, terms, lot, bid);
        require(why != Misfit.NetTooLow, Discount_NetTooLow(lot.id, p.net, lot.cash));
        require(why != Misfit.FaceTooSmall, Discount_FaceTooSmall(lot.id, p.face, terms.smallestFace));
        require(why != Misfit.FaceTooLarge, Discount_FaceTooLarge(lot.id, p.face, terms.largestFace));
        require(why != Misfit.MoreFaceThanAllowed, Discount_MoreFaceThanAllowed(lot.id, p.face, lot.mostFace));
        uint48 left = offer.limit - offer.used;
        require(why != Misfit.LimitExceeded, Discount_LimitExceeded(lot.id, offerId, p.face, left));
        require(why != Misfit.RoundsToNothing, Discount_RoundsToNothing(lot.id, p.face, p.net));
        left = terms.sellerLimit - _bought[offerId][_sellerOf(lot)];
        revert Discount_SellerLimitExceeded(lot.id, offerId, p.face, left);
    }

    function _refuseTerms(uint256 offerId, OfferTerms calldata terms, Lot memory lot, Bid memory bid) internal pure {
        Misfit why = bid.misfit;
        uint8 actual = lot.receivable.currency();
        require(why != Misfit.OtherCurrency, Discount_OtherCurrency(lot.id, terms.currency, actual));
        require(why != Misfit.OtherObligor, Discount_OtherObligor(lot.id, offerId, lot.receivable.obligor()));
        uint16 longest = terms.tiers[terms.tiers.length - 1].longestDays;
        require(why != Misfit.TenorTooLong, Discount_TenorTooLong(lot.id, bid.price.daysToRun, longest));
    }

    function _untimely(StandingOffer memory offer, OfferTerms calldata terms) private view returns (Misfit) {
        if (offer.withdrawn) return Misfit.Withdrawn;
        if (offer.paused) return Misfit.Paused;
        if (block.timestamp < terms.startsAt) return Misfit.NotStarted;
        return block.timestamp > terms.expiresAt ? Misfit.Expired : Misfit.None;
    }

    function _excess(
        uint256 offerId,
        StandingOffer memory offer,
        OfferTerms calldata terms,
        Lot memory lot,
        Bid memory bid
    ) private view returns (Misfit) {
        Price memory p = bid.price;
        if (p.net < lot.cash) return Misfit.NetTooLow;
        if (p.face < terms.smallestFace) return Misfit.FaceTooSmall;
        if (p.face > terms.largestFace) return Misfit.FaceTooLarge;
        if (lot.cash != 0 && p.face > lot.mostFace) return Misfit.MoreFaceThanAllowed;
        if (p.face > offer.limit - offer.used) return Misfit.LimitExceeded;
        uint48 perSeller = terms.sellerLimit;
        if (perSeller != 0 && _boughtAfter(offerId, lot, p.face) > perSeller) return Misfit.SellerLimitExceeded;
        bool costly = bid.ratePpm != 0 && p.daysToRun != 0;
        return costly && p.discount == 0 ? Misfit.RoundsToNothing : Misfit.None;
    }

    /// @dev The face sold: the whole, or the smallest that the ledger lets the desk cut off for the cash needed; the whole also where even
    /// that pays less.
    function _faceFor(OfferTerms calldata terms, Lot memory lot, Bid memory bid) private pure returns (uint48) {
        if (lot.cash == 0) return lot.face;
        (uint256 rate, uint256 daysToRun, uint256 base) = (bid.ratePpm, bid.price.daysToRun, terms.dayBase);
        (, uint256 most) = Money.discount(lot.face, rate, daysToRun, base);
        if (most < lot.cash) return lot.face;
        uint256 needed = Money.faceForNet(lot.cash, rate, daysToRun, base);
        if (needed < lot.smallest) needed = lot.smallest;
        // Safe: less than the slice's face.
        return needed + lot.smallest <= lot.face ? uint48(needed) : lot.face;
    }

    /// @dev Sets days and rate: the first tier that is long enough.
    function _findRate(OfferTerms calldata terms, Lot memory lot, Bid memory bid) private pure returns (bool) {
        uint256 daysToRun = Calendar.daysBetween(lot.today, lot.receivable.dueDay(), terms.dayCount);
        // Safe: two days of 16 bits are less than 2^16 apart.
        bid.price.daysToRun = uint16(daysToRun);
        RateTier[] calldata tiers = terms.tiers;
        for (uint256 i = 0; i < tiers.length; ++i) {
            RateTier calldata tier = tiers[i];
            if (daysToRun > tier.longestDays) continue;
            bid.ratePpm = tier.ratePpm;
            return true;
        }
        return false;
    }

    /// @dev The obligor that confirmed, or the account that has replaced it since.
    function _isListed(OfferTerms calldata terms, Lot memory lot) private view returns (bool) {
        address[] calldata listed = terms.obligors;
        address obligor = lot.receivable.obligor();
        if (_contains(listed, obligor)) return true;
        if (lot.obligorInForce == address(0)) lot.obligorInForce = LEDGER.accountInForce(obligor);
        return _contains(listed, lot.obligorInForce);
    }

    function _contains(address[] calldata accounts, address account) private pure returns (bool) {
        for (uint256 i = 0; i < accounts.length; ++i) if (accounts[i] == account) return true;
        return false;
    }
}
