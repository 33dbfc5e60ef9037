// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { DiscountDesk } from "../../contracts/desks/DiscountDesk.sol";
import { SettlementDesk } from "../../contracts/desks/SettlementDesk.sol";
import { OfferTerms, RateTier } from "../../contracts/interfaces/IDiscountDesk.sol";
import { IExposureBook } from "../../contracts/interfaces/IExposureBook.sol";
import { IRecourseDesk } from "../../contracts/interfaces/IRecourseDesk.sol";
import { Currency, POWER_FINANCE, POWER_SETTLE, Policy } from "../../contracts/interfaces/IRulebook.sol";
import { Authority } from "../../contracts/ledger/Authority.sol";
import { ILedger } from "../../contracts/interfaces/ILedger.sol";
import { Ledger } from "../../contracts/ledger/Ledger.sol";
import { Registrar } from "../../contracts/ledger/Registrar.sol";
import { TokenProbe } from "../../contracts/ledger/probe/TokenProbe.sol";
import { SliceMetadata } from "../../contracts/ledger/SliceMetadata.sol";
import { DayCount } from "../../contracts/libraries/Calendar.sol";
import { ROLE_BANK, ROLE_OBLIGOR, ROLE_SUPPLIER } from "../../contracts/libraries/ParticipantWord.sol";
import { AlwaysSigns } from "../../contracts/mocks/AlwaysSigns.sol";
import { BlocklistToken } from "../../contracts/mocks/BlocklistToken.sol";
import { Check } from "../helpers/Check.sol";

/// @dev The contracts with six companies and tight rules, so that random calls meet every bound often.
abstract contract World is Check {
    uint256 internal constant START = 20_000 days;
    uint256 internal constant OFFER = 1;
    bytes32 internal constant DECISION = keccak256("decision");
    uint8 internal constant MAX_HOPS = 3;
    uint48 internal constant MIN_SLICE = 10;
    uint16 internal constant MAX_SLICES = 40;

    address internal constant OBLIGOR = address(0x1001);
    address internal constant FIRST = address(0x1002);
    address internal constant SECOND = address(0x1003);
    address internal constant BLOCKED = address(0x1004);
    /// @dev Accepts each transfer.
    address internal constant CAUTIOUS = address(0x1005);
    address internal constant BANK = address(0x1006);
    /// @dev Suppliers whose keys are lost one after the other.
    address internal constant FIRST_LOST = address(0x1007);
    address internal constant SECOND_LOST = address(0x1008);
    address internal constant THIRD_LOST = address(0x1009);
    address internal constant FOURTH_LOST = address(0x100a);
    address internal constant FIFTH_LOST = address(0x100b);
    uint256 internal constant ACTORS = 11;
    uint256 internal constant FIRST_LOST_INDEX = 6;
    /// @dev Officers of the AccessManager: two, since some acts need two.
    address internal constant OFFICER = address(0x2001);
    address internal constant OTHER_OFFICER = address(0x2002);

    ILedger internal ledger;
    DiscountDesk internal discountDesk;
    SettlementDesk internal settlementDesk;
    BlocklistToken internal token;

    function _actors() internal pure returns (address[ACTORS] memory) {
        return [OBLIGOR, FIRST, SECOND, BLOCKED, CAUTIOUS, BANK, FIRST_LOST, SECOND_LOST, THIRD_LOST, FOURTH_LOST, FIFTH_LOST];
    }

    /// @dev The account that a lost one's organisation has afterwards.
    function _successorOf(address lost) internal pure returns (address) {
        return address(uint160(lost) + 0x10000);
    }

    function _createWorld() internal {
        vm.warp(START);
        vm.recordLogs();
        SliceMetadata metadata = new SliceMetadata();
        TokenProbe probe = new TokenProbe(0);
        address registrar = address(new Registrar(metadata, probe));
        Authority authority = new Authority(address(this));
        ledger = ILedger(address(new Ledger(address(authority), registrar, metadata)));
        authority.grantRole(0, OFFICER, 0);
        authority.grantRole(0, OTHER_OFFICER, 0);
        discountDesk = new DiscountDesk(ledger, IExposureBook(address(0)), IRecourseDesk(address(0)));
        settlementDesk = new SettlementDesk(ledger);
        token = new BlocklistToken(2);
        _tryToken(probe);
        ledger.addPolicy(_policy(), DECISION);
        ledger.addCurrency(Currency(address(token), 0, 2, DayCount.Actual, 360, "CNY"), DECISION);
        ledger.admitDesk(address(discountDesk), POWER_FINANCE, DECISION);
        ledger.admitDesk(address(settlementDesk), POWER_SETTLE, DECISION);
        _admitActors();
        _postOffer();
        // Both sign as contracts do.
        bytes memory code = address(new AlwaysSigns()).code;
        vm.etch(OBLIGOR, code);
        vm.etch(BANK, code);
    }

    function _policy() internal pure virtual returns (Policy memory) {
        return Policy(183, 365, MAX_HOPS, uint24(MIN_SLICE), MAX_SLICES, 3, 30, 500, 8, true, true, true, 0, 0, 0);
    }

    /// @dev In the second before everything begins.
    function _tryToken(TokenProbe probe) private {
        uint256 amount = probe.leastAmount(address(token));
        token.mint(address(this), amount);
        token.approve(address(probe), amount);
        vm.warp(START - 1);
        probe.begin(address(token), amount);
        vm.warp(START);
        probe.finish(address(token));
    }

    function _admitActors() private {
        address[ACTORS] memory actors = _actors();
        for (uint256 i = 0; i < actors.length; ++i) {
            address actor = actors[i];
            uint8 role =
                actor == OBLIGOR
                    ? ROLE_OBLIGOR
                    : actor == BANK
                        ? ROLE_BANK
                        : ROLE_SUPPLIER;
            ledger.admit(actor, bytes20(actor), role, type(uint16).max);
            token.mint(actor, 1e24);
            vm.startPrank(actor);
            if (actor != CAUTIOUS && actor != BANK) ledger.setStandingConsent(true);
            ledger.setDeskEnabled(address(discountDesk), true);
            token.approve(address(discountDesk), type(uint256).max);
            token.approve(address(settlementDesk), type(uint256).max);
            vm.stopPrank();
        }
    }

    function _postOffer() private {
        vm.prank(BANK);
        discountDesk.postOffer(_offerTerms(), type(uint48).max);
    }

    /// @dev A rate so high that a discount seldom rounds to nothing.
    function _offerTerms() internal pure returns (OfferTerms memory terms) {
        terms.currency = 1;
        terms.dayBase = 360;
        terms.expiresAt = type(uint40).max;
        (terms.smallestFace, terms.largestFace) = (1, type(uint48).max);
        terms.tiers = new RateTier[](2);
        (terms.tiers[0], terms.tiers[1]) = (RateTier(30, 800_000), RateTier(365, 900_000));
        terms.obligors = new address[](1);
        terms.obligors[0] = OBLIGOR;
    }

    /// @dev Whose banks refuse money now and then: of one that stays, one that is lost, and its successor.
    function _fickle() internal pure returns (address[3] memory) {
        return [BLOCKED, FIRST_LOST, _successorOf(FIRST_LOST)];
    }

    /// @dev All that waits: it can wait for these alone.
    function _allSetAside() internal view returns (uint256 sum) {
        address[3] memory accounts = _fickle();
        for (uint256 i = 0; i < accounts.length; ++i) sum += settlementDesk.setAsideOf(accounts[i], 1);
    }
}
