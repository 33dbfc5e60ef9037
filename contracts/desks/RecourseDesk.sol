// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { SafeERC20 } from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import { ReentrancyGuardTransient } from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import { IDeskActs, PaidMark, Settling } from "../interfaces/IDeskActs.sol";
import { ILedger } from "../interfaces/ILedger.sol";
import { IRecourseDesk, LinkState, RecourseClaim, RecourseLink } from "../interfaces/IRecourseDesk.sol";
import { Currency, IRuleTables, POWER_FINANCE } from "../interfaces/IRulebook.sol";
import { Collection, ISettlementDesk } from "../interfaces/ISettlementDesk.sol";
import { ISlices } from "../interfaces/ISlices.sol";
import { Money } from "../libraries/Money.sol";
import { ReceivableId } from "../libraries/ReceivableId.sol";
import { ReceivableWord, Status } from "../libraries/ReceivableWord.sol";
import { SliceId, sliceIdOf } from "../libraries/SliceId.sol";
import { SliceWord } from "../libraries/SliceWord.sol";
import { Permits } from "./Permits.sol";

/// @title RecourseDesk
/// @notice An unpaid slice goes back to its seller, and the seller's cash to the bank. See IRecourseDesk.
///
/// POWERS. POWER_RECOURSE in the ledger: after a default it may give a slice back, from a holder that enabled it.
///
/// CASH. From the payer to the bank directly, by the payer's allowance; what arrives is checked. The desk never holds any.
///
/// AMOUNT. What the slice would still be paid if the obligor paid in full today: its face and its telescoped share of the penalty, less
/// its shares of the sums it is marked for in the ledger. So the parts of a slice cut in two are owed, together, what the whole was.
contract RecourseDesk is IRecourseDesk, Permits, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    /// @notice Asked for the penalty of a receivable into which nothing was paid yet; then it is the desk that was paid.
    ISettlementDesk public immutable SETTLEMENT_DESK;

    mapping(uint256 linkId => RecourseLink) private _links;
    uint256 private _lastLink;

    constructor(ILedger ledger, ISettlementDesk settlementDesk) Permits(ledger) {
        SETTLEMENT_DESK = settlementDesk;
    }

    /// @inheritdoc IRecourseDesk
    function record(SliceId id, uint48 end, address seller, address bank) external {
        // Check
        uint8 powers = LEDGER.deskOf(msg.sender).powers;
        require(powers & POWER_FINANCE != 0, IRuleTables.Rulebook_DeskLacksPower(msg.sender, powers, POWER_FINANCE));
        SliceWord word = LEDGER.sliceWordOf(id);
        require(word.holder() == bank && word.end() == end, Recourse_NotBought(id, end, bank, word));
        // Effect
        RecourseLink memory link = RecourseLink(id, seller, end, 0, LinkState.Recorded, bank);
        emit RecourseRecorded(_add(link), bank, seller, msg.sender, link);
    }

    /// @inheritdoc IRecourseDesk
    function demand(uint256 linkId, SliceId id) external returns (RecourseClaim memory claim) {
        // Check
        RecourseLink memory link = _requireOwn(linkId);
        require(link.state == LinkState.Recorded, Recourse_AlreadyDemanded(linkId, link.demandedAt));
        SliceWord word = _requireSlice(linkId, link, id);
        bool enabled = LEDGER.participantOf(msg.sender).hasDesk(LEDGER.deskOf(address(this)).index);
        require(enabled, ISlices.Slices_DeskNotEnabled(msg.sender, address(this)));
        (claim, ) = _requireClaim(id, word);
        // Effect
        _narrow(linkId, link, id, word.end());
        (link.state, link.demandedAt) = (LinkState.Demanded, uint40(block.timestamp));
        _links[linkId] = link;
        emit RecourseDemanded(linkId, id, msg.sender, link.seller, claim, link);
    }

    /// @inheritdoc IRecourseDesk
    function payRecourse(
        uint256 linkId,
        SliceId id,
        SliceWord expected,
        uint64 most
    ) external nonReentrant returns (uint64 amount) {
        // Check
        RecourseLink memory link = _requireOpen(linkId);
        SliceWord word = _requireSlice(linkId, link, id);
        require(expected.raw() == word.raw(), ISlices.Slices_WordChanged(id, expected, word));
        (RecourseClaim memory claim, uint8 currency) = _requireClaim(id, word);
        amount = claim.amount;
        require(amount <= most, Recourse_AboveMost(amount, most));
        // Effect: the ledger refuses if either party may not act, or the slice is frozen or locked.
        _narrow(linkId, link, id, word.end());
        link.state = LinkState.Returned;
        _links[linkId] = link;
        address seller = LEDGER.accountInForce(link.seller);
        LEDGER.returnByDesk(id, word, seller);
        emit RecoursePaid(linkId, id, msg.sender, seller, word.holder(), claim, link);
        // Interaction
        _pay(LEDGER.currencyOf(currency), word.holder(), amount);
    }

    /// @inheritdoc IRecourseDesk
    function waive(uint256 linkId) external {
        // Check
        RecourseLink memory link = _requireOwn(linkId);
        // Effect
        link.state = LinkState.Waived;
        _links[linkId] = link;
        emit RecourseWaived(linkId, msg.sender, link);
    }

    /// @inheritdoc IRecourseDesk
    function linkOf(uint256 linkId) external view returns (RecourseLink memory) {
        return _links[linkId];
    }

    /// @inheritdoc IRecourseDesk
    function claimOf(uint256 linkId, SliceId id) external view returns (RecourseClaim memory claim) {
        (claim, ) = _claim(id, _requireSlice(linkId, _requireOpen(linkId), id));
    }

    function _add(RecourseLink memory link) private returns (uint256 linkId) {
        linkId = ++_lastLink;
        _links[linkId] = link;
    }

    /// @dev Cuts the link down to the cents [id, end); those before and after them go on under links of their own. The caller stores it.
    function _narrow(uint256 linkId, RecourseLink memory link, SliceId id, uint48 end) private {
        if (link.first.start() < id.start()) _carryOn(linkId, link, link.first, id.start());
        if (end < link.end) _carryOn(linkId, link, sliceIdOf(id.receivable(), end), link.end);
        (link.first, link.end) = (id, end);
    }

    function _carryOn(uint256 linkId, RecourseLink memory link, SliceId first, uint48 end) private {
        RecourseLink memory rest = RecourseLink(first, link.seller, end, link.demandedAt, link.state, link.bank);
        emit RecourseCarriedOn(linkId, _add(rest), rest);
    }

    /// @dev Minor units from the caller to the bank; a token that keeps a part of them back is refused.
    function _pay(Currency memory currency, address bank, uint64 amount) private {
        IERC20 token = IERC20(currency.token);
        uint256 expected = amount * 10 ** (currency.tokenDecimals - currency.minorDigits);
        uint256 before = token.balanceOf(bank);
        token.safeTransferFrom(msg.sender, bank, expected);
        uint256 afterwards = token.balanceOf(bank);
        uint256 received = afterwards < before ? 0 : afterwards - before;
        require(received == expected, Recourse_ShortReceipt(address(token), expected, received));
    }

    /// @dev Neither waived nor spent.
    function _requireOpen(uint256 linkId) private view returns (RecourseLink memory link) {
        link = _links[linkId];
        require(link.state != LinkState.None, Recourse_LinkUnknown(linkId));
        bool open = link.state == LinkState.Recorded || link.state == LinkState.Demanded;
        require(open, Recourse_LinkEnded(linkId, link.state));
    }

    /// @dev Open, and the caller acts for its bank.
    function _requireOwn(uint256 linkId) private view returns (RecourseLink memory link) {
        link = _requireOpen(linkId);
        address bank = LEDGER.accountInForce(link.bank);
        require(msg.sender == bank, Recourse_NotBank(linkId, msg.sender, bank));
    }

    /// @dev A slice of the link's cents only, which its bank holds.
    function _requireSlice(uint256 linkId, RecourseLink memory link, SliceId id) private view returns (SliceWord word) {
        word = LEDGER.sliceWordOf(id);
        require(!word.isEmpty(), ISlices.Slices_Unknown(id));
        bool inside = id.receivable() == link.first.receivable() && link.first.start() <= id.start() && word.end() <= link.end;
        require(inside, Recourse_CentsOutside(linkId, id, word.end()));
        address bank = LEDGER.accountInForce(link.bank);
        require(word.holder() == bank, Recourse_NotHolder(linkId, id, bank, word.holder()));
    }

    function _requireClaim(SliceId id, SliceWord word) private view returns (RecourseClaim memory claim, uint8 currency) {
        (claim, currency) = _claim(id, word);
        require(claim.undrawn == 0, Recourse_PayOutFirst(id, claim.undrawn));
        require(claim.amount != 0, Recourse_NothingToClaim(id));
    }

    function _claim(SliceId id, SliceWord word) private view returns (RecourseClaim memory claim, uint8 currency) {
        // Check
        ReceivableId rid = id.receivable();
        ReceivableWord receivable = LEDGER.receivableWordOf(rid);
        Status status = receivable.status();
        bool defaulted = status == Status.Defaulted || status == Status.WrittenOff;
        require(defaulted, IDeskActs.Desk_NotDefaulted(rid, receivable));
        Settling memory settling = LEDGER.settlingOf(rid);
        require(!settling.inFull, IDeskActs.Desk_PaidInFull(rid));
        // Amount
        ISettlementDesk desk = settling.desk == address(0) ? SETTLEMENT_DESK : ISettlementDesk(settling.desk);
        Collection memory c = desk.collectionOf(rid);
        uint256 accrued = uint256(c.penalty) + desk.dueOf(rid).penalty;
        return (_amounts(c, accrued, receivable.face(), id.start(), word.end(), _markOf(id)), receivable.currency());
    }

    function _markOf(SliceId id) private view returns (PaidMark memory) {
        SliceId[] memory ids = new SliceId[](1);
        ids[0] = id;
        (, PaidMark[] memory marks) = LEDGER.payeesOf(ids);
        return marks[0];
    }

    /// @param accrued Penalty on the whole receivable until today, what was paid of it included.
    function _amounts(
        Collection memory c,
        uint256 accrued,
        uint48 face,
        uint48 from,
        uint48 to,
        PaidMark memory mark
    ) private pure returns (RecourseClaim memory claim) {
        uint256 had = Money.share(mark.penalty, face, from, to);
        uint256 share = Money.share(accrued, face, from, to);
        // Safe: a share of a sum not above the face is not larger than the cents it is of; a penalty has 57 bits.
        claim.face = to - from;
        claim.recovered = uint48(Money.share(mark.face, face, from, to));
        claim.penalty = share < had ? 0 : uint64(share - had);
        claim.amount = uint64(claim.face - claim.recovered) + claim.penalty;
        // As the settlement desk would pay it out now.
        (, uint256 drawn) = Money.rise(mark.face, c.paid, c.held, face, from, to);
        uint256 certain = Money.certain(c.penalty, face, from, to);
        (, uint256 more) = Money.rise(mark.penalty, certain, c.held - drawn, face, from, to);
        claim.undrawn = uint64(drawn + more);
    }
}
