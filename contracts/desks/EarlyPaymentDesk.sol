// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { SafeERC20 } from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import { ReentrancyGuardTransient } from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import { Price } from "../interfaces/IDiscountDesk.sol";
import { IEarlyPaymentDesk, Programme, Tier } from "../interfaces/IEarlyPaymentDesk.sol";
import { ILedger } from "../interfaces/ILedger.sol";
import { IParticipants } from "../interfaces/IParticipants.sol";
import { Currency } from "../interfaces/IRulebook.sol";
import { ISlices } from "../interfaces/ISlices.sol";
import { Calendar } from "../libraries/Calendar.sol";
import { Money } from "../libraries/Money.sol";
import { ParticipantWord, ROLE_OBLIGOR } from "../libraries/ParticipantWord.sol";
import { ReceivableWord } from "../libraries/ReceivableWord.sol";
import { SliceId } from "../libraries/SliceId.sol";
import { SliceWord } from "../libraries/SliceWord.sol";
import { Permits } from "./Permits.sol";

/// @title EarlyPaymentDesk
/// @notice Dynamic discounting. See IEarlyPaymentDesk.
///
/// POWERS. POWER_RETIRE in the ledger: before the due day it may pass a slice to its obligor, from a holder that enabled it.
///
/// CASH. From the obligor to the holder directly, by the obligor's allowance; what arrives is checked. The desk never holds any.
///
/// PRICE. The bank discount formula at the rate of the tier that the days to the due day fall in; one rounding, half up.
contract EarlyPaymentDesk is IEarlyPaymentDesk, Permits, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    uint256 private constant MOST_TIERS = 12;
    uint256 private constant MOST_INVITED = 100;

    mapping(uint256 programmeId => Programme) private _programmes;
    /// @dev Days 16 | rate 24 bits: six tiers in a slot, where structs would take one each.
    mapping(uint256 programmeId => uint40[]) private _tiers;
    mapping(uint256 programmeId => mapping(bytes20 identity => bool)) private _invited;
    uint256 private _lastProgramme;

    constructor(ILedger ledger) Permits(ledger) {}

    /// @inheritdoc IEarlyPaymentDesk
    function post(Programme calldata offered, Tier[] calldata tiers) external returns (uint256 programmeId) {
        // Check
        _requireObligorToday();
        _requireSound(offered, tiers);
        LEDGER.currencyOf(offered.currency);
        // Effect
        programmeId = ++_lastProgramme;
        Programme storage stored = _programmes[programmeId];
        _programmes[programmeId] = offered;
        (stored.obligor, stored.spent, stored.paused, stored.withdrawn) = (msg.sender, 0, false, false);
        for (uint256 i = 0; i < tiers.length; ++i) {
            _tiers[programmeId].push((uint40(tiers[i].longestDays) << 24) | tiers[i].ratePpm);
        }
        emit ProgrammePosted(programmeId, msg.sender, stored, tiers);
    }

    /// @inheritdoc IEarlyPaymentDesk
    function raiseBudget(uint256 programmeId, uint64 more) external {
        // Check
        Programme memory p = _requireOwn(programmeId);
        // Effect
        uint64 budget = p.budget + more;
        _programmes[programmeId].budget = budget;
        emit ProgrammeBudgetRaised(programmeId, msg.sender, budget, p.spent);
    }

    /// @inheritdoc IEarlyPaymentDesk
    function invite(uint256 programmeId, address[] calldata holders, bool invited) external {
        // Check
        _requireOwn(programmeId);
        require(holders.length <= MOST_INVITED, Early_TooManyInvited(holders.length, MOST_INVITED));
        for (uint256 i = 0; i < holders.length; ++i) {
            bytes20 identity = LEDGER.participantOf(holders[i]).identity();
            require(identity != 0, IParticipants.Participants_NotAdmitted(holders[i]));
            // Effect
            _invited[programmeId][identity] = invited;
            emit HolderInvited(programmeId, holders[i], identity, invited);
        }
    }

    /// @inheritdoc IEarlyPaymentDesk
    function pause(uint256 programmeId) external {
        // Check
        _requireOwn(programmeId);
        // Effect
        _programmes[programmeId].paused = true;
        emit ProgrammePaused(programmeId, msg.sender);
    }

    /// @inheritdoc IEarlyPaymentDesk
    function resume(uint256 programmeId) external {
        // Check
        _requireOwn(programmeId);
        // Effect
        _programmes[programmeId].paused = false;
        emit ProgrammeResumed(programmeId, msg.sender);
    }

    /// @inheritdoc IEarlyPaymentDesk
    function withdraw(uint256 programmeId) external {
        // Check
        _requireOwn(programmeId);
        // Effect
        _programmes[programmeId].withdrawn = true;
        emit ProgrammeWithdrawn(programmeId, msg.sender);
    }

    /// @inheritdoc IEarlyPaymentDesk
    function accept(SliceId id, uint256 programmeId, uint48 leastNet) external nonReentrant returns (Price memory price) {
        // Check
        Programme memory p = _requireInForce(programmeId);
        SliceWord word = _requireSlice(id);
        require(msg.sender == word.holder(), Early_NotHolder(id, msg.sender, word.holder()));
        require(p.forAll || isInvited(programmeId, msg.sender), Early_NotInvited(programmeId, msg.sender));
        (, ReceivableWord receivable, uint16 today) = LEDGER.retireByDesk(id, word);
        Currency memory currency = LEDGER.currencyOf(p.currency);
        uint24 ratePpm = 0;
        (price, ratePpm) = _price(programmeId, p, word.end() - id.start(), receivable, today, currency);
        require(price.net >= leastNet, Early_NetTooLow(price.net, leastNet));
        require(price.net <= p.budget - p.spent, Early_BudgetExceeded(programmeId, price.net, p.budget - p.spent));
        // Effect
        uint64 spent = p.spent + price.net;
        _programmes[programmeId].spent = spent;
        emit PaidEarly(id, programmeId, msg.sender, p.obligor, price, ratePpm, spent);
        // Interaction
        _pay(currency, p.obligor, price.net);
    }

    /// @inheritdoc IEarlyPaymentDesk
    function quote(SliceId id, uint256 programmeId) external view returns (Price memory price) {
        Programme memory p = _requireProgramme(programmeId);
        SliceWord word = _requireSlice(id);
        ReceivableWord receivable = LEDGER.receivableWordOf(id.receivable());
        uint16 today = Calendar.dayAt(block.timestamp, LEDGER.policyOf(receivable.policy()).utcOffsetHours);
        Currency memory currency = LEDGER.currencyOf(p.currency);
        (price, ) = _price(programmeId, p, word.end() - id.start(), receivable, today, currency);
    }

    /// @inheritdoc IEarlyPaymentDesk
    function programmeOf(uint256 programmeId) external view returns (Programme memory programme, Tier[] memory tiers) {
        programme = _programmes[programmeId];
        uint40[] memory packed = _tiers[programmeId];
        tiers = new Tier[](packed.length);
        for (uint256 i = 0; i < packed.length; ++i) tiers[i] = _unpack(packed[i]);
    }

    /// @inheritdoc IEarlyPaymentDesk
    function isInvited(uint256 programmeId, address holder) public view returns (bool) {
        return _invited[programmeId][LEDGER.participantOf(holder).identity()];
    }

    /// @dev Minor units from the obligor to the calling holder; a token that keeps a part of them back is refused.
    function _pay(Currency memory currency, address obligor, uint48 net) private {
        IERC20 token = IERC20(currency.token);
        uint256 expected = net * 10 ** (currency.tokenDecimals - currency.minorDigits);
        uint256 before = token.balanceOf(msg.sender);
        token.safeTransferFrom(obligor, msg.sender, expected);
        uint256 received = token.balanceOf(msg.sender) - before;
        require(received == expected, Early_ShortReceipt(address(token), expected, received));
    }

    /// @dev Which obligor owes and in what, how much it pays for `face` today, and at which rate.
    function _price(
        uint256 programmeId,
        Programme memory p,
        uint48 face,
        ReceivableWord receivable,
        uint16 today,
        Currency memory currency
    ) private view returns (Price memory price, uint24 ratePpm) {
        address obligor = LEDGER.accountInForce(receivable.obligor());
        require(obligor == p.obligor, Early_OtherObligor(p.obligor, obligor));
        require(receivable.currency() == p.currency, Early_OtherCurrency(p.currency, receivable.currency()));
        require(face >= p.smallestFace, Early_FaceTooSmall(face, p.smallestFace));
        uint256 accelerated = Calendar.daysBetween(today, receivable.dueDay(), currency.dayCount);
        ratePpm = _rateFor(programmeId, accelerated);
        (uint256 discount, uint256 net) = Money.discount(face, ratePpm, accelerated, currency.dayBase);
        require(discount != 0 || ratePpm == 0 || accelerated == 0, Early_NoDiscount(face, ratePpm, accelerated));
        // Safe: discount and net are not larger than the face; two days of 16 bits are less than 2^16 apart.
        price = Price(face, uint16(accelerated), uint48(discount), uint48(net));
    }

    /// @dev The first tier that reaches so far. At most 12 of them.
    function _rateFor(uint256 programmeId, uint256 accelerated) private view returns (uint24) {
        uint40[] memory packed = _tiers[programmeId];
        Tier memory tier;
        for (uint256 i = 0; i < packed.length; ++i) {
            tier = _unpack(packed[i]);
            if (accelerated <= tier.longestDays) return tier.ratePpm;
        }
        revert Early_TooEarly(accelerated, tier.longestDays);
    }

    function _unpack(uint40 packed) private pure returns (Tier memory) {
        return Tier(uint16(packed >> 24), uint24(packed));
    }

    function _requireProgramme(uint256 programmeId) private view returns (Programme memory p) {
        p = _programmes[programmeId];
        require(p.obligor != address(0), Early_ProgrammeUnknown(programmeId));
    }

    function _requireOwn(uint256 programmeId) private view returns (Programme memory p) {
        p = _requireProgramme(programmeId);
        require(msg.sender == p.obligor, Early_NotObligor(programmeId, msg.sender, p.obligor));
        require(!p.withdrawn, Early_ProgrammeIsWithdrawn(programmeId));
    }

    function _requireInForce(uint256 programmeId) private view returns (Programme memory p) {
        p = _requireProgramme(programmeId);
        require(!p.withdrawn, Early_ProgrammeIsWithdrawn(programmeId));
        require(!p.paused, Early_ProgrammeIsPaused(programmeId));
        require(block.timestamp >= p.startsAt, Early_ProgrammeNotStarted(programmeId, p.startsAt, block.timestamp));
        require(block.timestamp <= p.expiresAt, Early_ProgrammeExpired(programmeId, p.expiresAt, block.timestamp));
    }

    function _requireSlice(SliceId id) private view returns (SliceWord word) {
        word = LEDGER.sliceWordOf(id);
        require(!word.isEmpty(), ISlices.Slices_Unknown(id));
    }

    /// @dev The caller is an obligor in good standing, on the day in the latest policy's time zone.
    function _requireObligorToday() private view {
        ParticipantWord word = LEDGER.participantOf(msg.sender);
        uint16 today = Calendar.dayAt(block.timestamp, LEDGER.policyOf(LEDGER.latestPolicy()).utcOffsetHours);
        require(
            word.mayActOn(today, ROLE_OBLIGOR),
            IParticipants.Participants_MayNotAct(msg.sender, ROLE_OBLIGOR, word, today)
        );
    }

    /// @dev It can be accepted at some time, and its scale ascends.
    function _requireSound(Programme calldata offered, Tier[] calldata tiers) private view {
        bool sound =
            offered.expiresAt > block.timestamp &&
                offered.startsAt <= offered.expiresAt &&
                offered.budget != 0 &&
                offered.smallestFace != 0;
        require(sound, Early_ProgrammeInvalid(offered.startsAt, offered.expiresAt, offered.budget, offered.smallestFace));
        require(tiers.length != 0 && tiers.length <= MOST_TIERS, Early_TierCount(tiers.length, MOST_TIERS));
        uint16 before = 0;
        for (uint256 i = 0; i < tiers.length; ++i) {
            require(tiers[i].longestDays > before, Early_TiersNotAscending(i, tiers[i].longestDays));
            before = tiers[i].longestDays;
        }
    }
}
