// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { IDiscountDesk, OfferTerms, RateTier, StandingOffer } from "../interfaces/IDiscountDesk.sol";
import { Money } from "../libraries/Money.sol";
import { Purchases } from "./Purchases.sol";

/// @dev Offers as banks post and manage them. An offer's terms are only its commitment; what changes is the rest of its two slots.
abstract contract StandingOffers is IDiscountDesk, Purchases {
    uint256 private constant MOST_TIERS = 12;
    uint256 private constant MOST_OBLIGORS = 32;

    mapping(uint256 offerId => StandingOffer) internal _offers;
    /// @dev Only of offers with a limit for each seller. By organisation: a new key is no new seller.
    mapping(uint256 offerId => mapping(bytes20 seller => uint48)) internal _bought;
    uint256 private _lastOffer;

    /// @inheritdoc IDiscountDesk
    function postOffer(OfferTerms calldata terms, uint48 limit) external returns (uint256 offerId) {
        // Check
        _requireSound(terms, limit);
        _requireTiers(terms);
        _cashIn(terms.currency);
        // Effect
        offerId = ++_lastOffer;
        _offers[offerId] = StandingOffer(_commitmentTo(terms), false, false, msg.sender, limit, 0);
        emit OfferPosted(offerId, msg.sender, limit, terms);
    }

    /// @inheritdoc IDiscountDesk
    function raiseOffer(uint256 offerId, uint48 limit) external {
        // Check
        StandingOffer storage offer = _requireOwn(offerId);
        require(limit > offer.limit, Discount_LimitNotRaised(offerId, limit, offer.limit));
        // Effect
        offer.limit = limit;
        emit OfferRaised(offerId, msg.sender, limit);
    }

    /// @inheritdoc IDiscountDesk
    function pauseOffer(uint256 offerId) external {
        // Check
        StandingOffer storage offer = _requireOwn(offerId);
        require(!offer.paused, Discount_OfferIsPaused(offerId));
        // Effect
        offer.paused = true;
        emit OfferPaused(offerId, msg.sender);
    }

    /// @inheritdoc IDiscountDesk
    function resumeOffer(uint256 offerId) external {
        // Check
        StandingOffer storage offer = _requireOwn(offerId);
        require(offer.paused, Discount_OfferNotPaused(offerId));
        // Effect
        offer.paused = false;
        emit OfferResumed(offerId, msg.sender);
    }

    /// @inheritdoc IDiscountDesk
    function withdrawOffer(uint256 offerId) external {
        // Check
        StandingOffer storage offer = _requireOwn(offerId);
        // Effect
        offer.withdrawn = true;
        emit OfferWithdrawn(offerId, msg.sender);
    }

    /// @inheritdoc IDiscountDesk
    function offerOf(uint256 offerId) external view returns (StandingOffer memory) {
        return _offers[offerId];
    }

    /// @inheritdoc IDiscountDesk
    function boughtOf(uint256 offerId, bytes20 seller) external view returns (uint48) {
        return _bought[offerId][seller];
    }

    /// @dev The offer, if these are its terms.
    function _requireTerms(uint256 offerId, OfferTerms calldata terms) internal view returns (StandingOffer memory offer) {
        offer = _offers[offerId];
        require(offer.bank != address(0), Discount_OfferUnknown(offerId));
        bytes30 given = _commitmentTo(terms);
        require(given == offer.commitment, Discount_OtherTerms(offerId, given, offer.commitment));
    }

    /// @dev The offer, if it is the caller's and not withdrawn.
    function _requireOwn(uint256 offerId) private view returns (StandingOffer storage offer) {
        offer = _offers[offerId];
        require(offer.bank != address(0), Discount_OfferUnknown(offerId));
        address bank = LEDGER.accountInForce(offer.bank);
        require(msg.sender == bank, Discount_NotBank(offerId, msg.sender, bank));
        require(!offer.withdrawn, Discount_OfferIsWithdrawn(offerId));
    }

    function _requireSound(OfferTerms calldata terms, uint48 limit) private view {
        uint256 count = terms.obligors.length;
        require(count != 0 && count <= MOST_OBLIGORS, Discount_ObligorCount(count, MOST_OBLIGORS));
        require(terms.dayBase == 360 || terms.dayBase == 365, Discount_DayBaseInvalid(terms.dayBase));
        (uint48 smallest, uint48 perSeller) = (terms.smallestFace, terms.sellerLimit);
        bool faces = smallest != 0 && smallest <= terms.largestFace && smallest <= limit;
        bool fits = faces && (perSeller == 0 || smallest <= perSeller);
        require(fits, Discount_FacesInvalid(smallest, terms.largestFace, perSeller, limit));
        bool timely = terms.startsAt <= terms.expiresAt && terms.expiresAt > block.timestamp;
        require(timely, Discount_TimesInvalid(terms.startsAt, terms.expiresAt, block.timestamp));
    }

    /// @dev No tier takes all of a face: then no price computed from the terms reverts, and every cash needed has a face.
    function _requireTiers(OfferTerms calldata terms) private pure {
        uint256 count = terms.tiers.length;
        require(count != 0 && count <= MOST_TIERS, Discount_TierCount(count, MOST_TIERS));
        uint256 whole = terms.dayBase * Money.PPM;
        uint16 before = 0;
        for (uint256 i = 0; i < count; ++i) {
            RateTier calldata tier = terms.tiers[i];
            require(tier.longestDays > before, Discount_TiersNotAscending(i, tier.longestDays));
            before = tier.longestDays;
            bool below = uint256(tier.ratePpm) * tier.longestDays < whole;
            require(below, Discount_RateTooHigh(i, tier.longestDays, tier.ratePpm));
        }
    }

    function _commitmentTo(OfferTerms calldata terms) private pure returns (bytes30) {
        return bytes30(keccak256(abi.encode(terms)));
    }
}
