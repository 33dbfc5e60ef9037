// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { Debt, Loan } from "../libraries/Loan.sol";
import { SliceId } from "../libraries/SliceId.sol";
import { LoanOffer } from "./ILoanOffers.sol";

/// @title IPledgeDesk
/// @notice A bank lends against a slice, which its holder keeps and can do nothing with until the loan is repaid. Neither the platform nor
/// this desk lends, holds or guarantees anything.
///
/// CENTS. A loan is secured by cents [from, to) of one receivable, not by a slice id: a legal cut makes two slices of one, both locked.
/// Callers name the slices that lie in the range now ("parts"). Before the due day parts leave the range from its lower end, so that the
/// ranges of a receivable's loans never overlap. From the due day on nothing can be locked again, and the order is free.
///
/// INTEREST. roundHalfUp(principal · rate · days / (base · 10^6)) with the currency's day count, for each period in which the principal was
/// the same, from the day it was lent to the day it is repaid, or on which settlement's money is collected: anyone can do that at once, and
/// nothing on chain says how long it could have been. A payment goes to the interest first.
///
/// SETTLEMENT. What the obligor pays for locked slices waits in the settlement desk. `collect` pays the lender what is owed, before or
/// after `repayBy`, and the rest to who held the slice when it was last paid. That is the borrower, its successor after a lost key, or who
/// got the slice by a court's order: an order passes the pledge on with the slice, and does not make its new holder a debtor. The lien is
/// not divided: where parts have several holders, the first part collected bears the debt first, and who has borne another's debt has it
/// from the borrower, off chain.
///
/// FORECLOSURE. After `repayBy` and the days of grace the lender may take slices, at their face less what was paid of it. What they are
/// worth above the debt it then owes their holder: a named claim, which is not secured by anything on chain. A lender that does not want
/// the slices at their face waits: at settlement it is paid first.
interface IPledgeDesk {
    /// @param id The slice.
    /// @param loan As it begins.
    event Lent(uint256 indexed loanId, SliceId indexed id, address indexed lender, bytes32 digest, Loan loan);
    /// @param interest Interest paid now; so with `principal`.
    /// @param left What is still owed.
    event Repaid(uint256 indexed loanId, address indexed by, uint64 interest, uint48 principal, Debt left);
    /// @param holder Whose the rest is.
    /// @param interest Interest paid to the lender now; so with `principal`.
    /// @param rest Paid to the holder.
    event Collected(
        uint256 indexed loanId,
        SliceId indexed part,
        address indexed holder,
        uint64 interest,
        uint48 principal,
        uint64 rest,
        Debt left
    );
    /// @param end First cent after the part.
    event Released(uint256 indexed loanId, SliceId indexed part, uint48 end);
    /// @param holder Who held the part.
    /// @param end First cent after the part.
    /// @param interest Interest that the part's worth has paid; so with `principal`.
    /// @param surplus Its worth above the debt, which the lender owes the holder.
    event Foreclosed(
        uint256 indexed loanId,
        SliceId indexed part,
        address indexed holder,
        uint48 end,
        uint64 interest,
        uint48 principal,
        uint64 surplus,
        Debt left
    );
    /// @param left What the lender still owes the holder.
    event SurplusPaid(uint256 indexed loanId, address indexed holder, address indexed by, uint64 amount, uint64 left);
    /// @dev The payee could not receive; the amount waits for it.
    event LoanMoneySetAside(uint256 indexed loanId, address indexed account, uint8 currency, uint64 amount);
    event LoanMoneyClaimed(address indexed account, uint8 indexed currency, address indexed to, uint64 amount);

    error Pledge_LoanUnknown(uint256 loanId);
    error Pledge_NotHolder(SliceId id, address caller, address holder);
    error Pledge_ToSelf(address account);
    error Pledge_LoanTooLarge(uint48 principal, uint48 most);
    error Pledge_NothingLent(SliceId id);
    error Pledge_RepayByInvalid(uint16 day, uint16 today, uint16 lastDay);
    error Pledge_NoExposureBook();
    error Pledge_NothingPaid(uint256 loanId);
    error Pledge_Overpaid(uint256 loanId, uint64 amount, uint64 owed);
    error Pledge_StillOwed(uint256 loanId, uint48 principal, uint64 interest);
    error Pledge_NothingOwed(uint256 loanId);
    error Pledge_OtherCents(uint256 loanId, SliceId part, uint48 from, uint48 to);
    /// @dev Before the due day parts leave a loan in ascending order.
    error Pledge_NotNext(uint256 loanId, SliceId part, uint48 next);
    error Pledge_NotLender(uint256 loanId, address caller, address lender);
    error Pledge_NotInDefault(uint256 loanId, uint16 lastDay, uint16 today);
    error Pledge_NothingCollected(uint256 loanId);
    error Pledge_ShortReceipt(address token, uint256 expected, uint256 received);
    error Pledge_NothingToClaim(address account, uint8 currency);
    error Pledge_NotAccountInForce(address account, address caller);

    /// @notice The caller, who holds the slice and has enabled the desk, borrows on the lender's signed terms: the slice is locked and the
    /// cash goes from the lender to the caller, or nothing happens. The lender is a bank in good standing; the registry's entry is recorded
    /// if the policy asks for it.
    /// @param signature The lender's EIP-712 signature (key or ERC-1271).
    function take(LoanOffer calldata offer, bytes calldata signature) external returns (uint256 loanId);

    /// @notice Anyone pays the lender for the borrower, by allowance to the desk: interest first, then principal.
    /// @param amount Minor units, 1 to what `debtOf` says; where slices are named the most that is paid, so that whatever somebody else has
    /// paid meanwhile is not paid again.
    /// @param parts Slices to unlock if nothing is owed any more; must be empty otherwise.
    function repay(uint256 loanId, uint64 amount, SliceId[] calldata parts) external;

    /// @notice Anyone unlocks slices of a loan on which nothing is owed; also after the desk was removed.
    function release(uint256 loanId, SliceId[] calldata parts) external;

    /// @notice Anyone has what settlement paid for slices of a loan distributed: to the lender what is owed, the rest to their holders.
    /// @param parts Any; those for which nothing waits are passed over.
    function collect(uint256 loanId, SliceId[] calldata parts) external;

    /// @notice After default the lender, a bank in good standing, takes slices at their worth; not any more once the obligor has paid in
    /// full, nor while they are frozen or held.
    function foreclose(uint256 loanId, SliceId[] calldata parts) external;

    /// @notice Anyone pays for the lender what it owes of a foreclosure.
    /// @param holder Who held the slices, as `Foreclosed` names it; its account in force is paid.
    function paySurplus(uint256 loanId, address holder, uint64 amount) external;

    /// @notice What was set aside for an account that could not receive goes where its account in force says.
    function claim(address account, uint8 currency, address to) external returns (uint64 amount);

    /// @notice What is owed today.
    function debtOf(uint256 loanId) external view returns (Debt memory);

    /// @notice All zero if there is no such loan.
    function loanOf(uint256 loanId) external view returns (Loan memory);

    /// @notice What the lender owes the holder of slices it has taken, in minor units.
    function surplusOf(uint256 loanId, address holder) external view returns (uint64);

    /// @notice Minor units waiting for an account that could not receive.
    function setAsideOf(address account, uint8 currency) external view returns (uint64);
}
