// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { SliceId } from "../libraries/SliceId.sol";
import { SliceWord } from "../libraries/SliceWord.sol";

/// @notice What has become of a bank's recourse for the cents of one link. Whether it may be claimed today is for the receivable to say.
enum LinkState {
    /// @dev There is no such link.
    None,
    /// @dev Bought with recourse; nothing demanded.
    Recorded,
    /// @dev The bank has asked the seller to pay.
    Demanded,
    /// @dev The bank has given its recourse up.
    Waived,
    /// @dev The seller has paid, and the cents went back to it.
    Returned
}

/// @notice For the cents [first, end) of a receivable `bank` has recourse against `seller`. Three storage slots.
/// @param first The receivable and the first of the cents; the id of the slice that was bought, unless the link was narrowed since.
/// @param seller Who sold; after its key was lost the account in force pays and receives.
/// @param end First cent after the range.
/// @param demandedAt Second of the demand; 0: none.
/// @param bank Who bought; after its key was lost the account in force claims.
struct RecourseLink {
    SliceId first;
    address seller;
    uint48 end;
    uint40 demandedAt;
    LinkState state;
    address bank;
}

/// @notice What a slice's seller owes today, in minor units.
/// @param face The slice's cents.
/// @param recovered What the slice has been paid of them by the obligor.
/// @param penalty Its share of the late-payment penalty accrued until today, less what it has been paid of that.
/// @param amount `face − recovered + penalty`.
/// @param undrawn What lies ready for the slice with the settlement desk. Not 0: anyone has it paid out first (ISettlementDesk.payOut),
/// and the amount is less by as much.
struct RecourseClaim {
    uint48 face;
    uint48 recovered;
    uint64 penalty;
    uint64 amount;
    uint64 undrawn;
}

/// @title IRecourseDesk
/// @notice A bank that bought with recourse turns to the seller when the obligor does not pay: in one transaction the slice goes back
/// and the seller's cash to the bank. The desk keeps no cash and no slice. It moves slices only of banks that enabled it in the ledger.
///
/// LINKS. Each purchase with recourse records one: which cents, who sold, who bought. Links name cents, not slices, so that whatever was
/// split, resold or cut by a legal order since may be claimed slice by slice. A claim narrows its link to the slice it names; the cents
/// left and right of it go on under new links, at most two. Cents that went back are claimed by that link never again, wherever they go.
///
/// CHAINS. A bank that resells with recourse stands between two links: its buyer claims from it, then it claims from its own seller. A
/// resale without recourse leaves no link, and the last buyer has no claim: the earlier link is the earlier bank's, which claims only
/// what it holds. Cents that come back to it in another way than by recourse (a purchase, a court's order) it may claim by it.
///
/// WHEN. The receivable is in default or written off, and not paid in full. A payment in full ends all claims; a payment in part lowers
/// them. What the obligor pays after the return reaches the seller, who then holds the slice.
///
/// LIMITS. A slice that reaches beyond a link (its bank has merged it with other cents) can't be claimed by it, and nothing can be split
/// from the due day on: what was bought by two purchases is better not merged. Frozen and locked slices wait until they are free.
interface IRecourseDesk {
    /// @param desk The desk that sold.
    event RecourseRecorded(
        uint256 indexed linkId,
        address indexed bank,
        address indexed seller,
        address desk,
        RecourseLink link
    );
    /// @dev A claim was for a part of the link's cents; these others go on under a link of their own, in the same state.
    event RecourseCarriedOn(uint256 indexed linkId, uint256 indexed newLinkId, RecourseLink link);
    /// @param link Narrowed to the slice.
    event RecourseDemanded(
        uint256 indexed linkId,
        SliceId indexed id,
        address indexed by,
        address seller,
        RecourseClaim claim,
        RecourseLink link
    );
    /// @param payer Who paid: the seller, or somebody for it.
    /// @param seller The account in force, which received the slice.
    /// @param bank The account in force, which received the cash.
    /// @param link Narrowed to the slice.
    event RecoursePaid(
        uint256 indexed linkId,
        SliceId indexed id,
        address indexed payer,
        address seller,
        address bank,
        RecourseClaim claim,
        RecourseLink link
    );
    event RecourseWaived(uint256 indexed linkId, address indexed by, RecourseLink link);

    /// @dev The slice is not the bank's, or not [id, end).
    error Recourse_NotBought(SliceId id, uint48 end, address bank, SliceWord word);
    error Recourse_LinkUnknown(uint256 linkId);
    /// @dev Waived, or spent: the cents went back to the seller.
    error Recourse_LinkEnded(uint256 linkId, LinkState state);
    error Recourse_AlreadyDemanded(uint256 linkId, uint40 demandedAt);
    error Recourse_NotBank(uint256 linkId, address caller, address bank);
    /// @dev The slice [id, end) is not, or not wholly, among the link's cents.
    error Recourse_CentsOutside(uint256 linkId, SliceId id, uint48 end);
    /// @dev Only who holds the cents claims for them.
    error Recourse_NotHolder(uint256 linkId, SliceId id, address bank, address holder);
    /// @dev `payOut` of the settlement desk first: so much lies ready there for the slice.
    error Recourse_PayOutFirst(SliceId id, uint64 undrawn);
    error Recourse_NothingToClaim(SliceId id);
    error Recourse_AboveMost(uint64 amount, uint64 most);
    error Recourse_ShortReceipt(address token, uint256 expected, uint256 received);

    /// @notice A desk with POWER_FINANCE records a slice that it has moved from `seller` to `bank` with recourse.
    /// @param end First cent after the slice.
    function record(SliceId id, uint48 end, address seller, address bank) external;

    /// @notice The bank asks the seller to pay for a slice, once; nothing is paid. It must have enabled the desk in the ledger, or the
    /// slice could not go back.
    /// @param id A slice that the bank holds, wholly among the link's cents.
    /// @return claim What the seller owes today; it grows with the penalty.
    function demand(uint256 linkId, SliceId id) external returns (RecourseClaim memory claim);

    /// @notice The caller pays the bank what the seller owes for a slice, by its allowance to the desk, and the slice goes back to the
    /// seller; or nothing happens. The seller calls, or anyone for it, demanded or not.
    /// @param expected The slice's whole word.
    /// @param most Most that the caller pays, in minor units: what the screen showed.
    /// @return amount What was paid, in minor units.
    function payRecourse(uint256 linkId, SliceId id, SliceWord expected, uint64 most) external returns (uint64 amount);

    /// @notice The bank gives up its recourse for all cents of a link, for good.
    function waive(uint256 linkId) external;

    /// @notice All zero if there is none with this id.
    function linkOf(uint256 linkId) external view returns (RecourseLink memory);

    /// @notice What `payRecourse` would cost now; it reverts where that would, but for what is undrawn, for 0, and for who may act.
    function claimOf(uint256 linkId, SliceId id) external view returns (RecourseClaim memory);
}
