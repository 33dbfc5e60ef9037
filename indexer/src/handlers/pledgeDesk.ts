import { ponder } from "ponder:registry";
import { loan } from "ponder:schema";
import { addToHistory } from "../tables/history.ts";
import { addLoanEvent, addSetAside, addSurplus, creditLoan, creditOf, loanRow, takeOut } from "../tables/loans.ts";
import { sliceRow } from "../tables/slices.ts";
import { stepOf } from "../tables/step.ts";
import { dayBaseOf, dayCountOf, receivableHex } from "../tables/words.ts";

ponder.on("PledgeDesk:Lent", async ({ event, context: { db } }) => {
  const { loanId, id, digest, loan: taken } = event.args;
  const step = stepOf(event);
  const { lender, borrower, ratePpm, repayBy, graceDays, dueDay, utcOffsetHours, currency, since } = taken;
  const [principal, start, end] = [BigInt(taken.principal), BigInt(taken.from), BigInt(taken.to)];
  await db.insert(loan).values({
    ...{ id: loanId, lender, borrower, receivableId: receivableHex(taken.receivable), state: "open", digest },
    ...{ start, end, face: end - start, lent: principal, principal },
    ...{ currency, ratePpm, repayBy, graceDays, dueDay, utcOffsetHours, since },
    ...{ dayCount: dayCountOf(taken.dayCount), dayBase: dayBaseOf(taken.dayBase) },
    ...{ accrued: 0n, interestPaid: 0n, repaid: 0n, collected: 0n, seized: 0n, surplus: 0n },
    ...{ takenAt: step.timestamp, txHash: step.txHash },
  });
  await addLoanEvent(db, step, loanId, { kind: "lent", by: borrower, part: id, principal });
  const data = { loanId, lender, principal, ratePpm, repayBy };
  await addToHistory(db, step, { kind: "loanTaken", actor: borrower, slice: id, data });
});

ponder.on("PledgeDesk:Repaid", async ({ event, context: { db } }) => {
  const { loanId, by } = event.args;
  const step = stepOf(event);
  const credit = creditOf(event.args);
  const { interest, principal, left } = credit;
  await creditLoan(db, step, loanId, "repaid", credit);
  await addLoanEvent(db, step, loanId, { kind: "repaid", by, interest, principal });
  const { receivableId } = await loanRow(db, loanId);
  const data = { loanId, interest, principal, left: left.principal + left.interest };
  await addToHistory(db, step, { kind: "loanRepaid", actor: by, receivable: BigInt(receivableId), data });
});

ponder.on("PledgeDesk:Collected", async ({ event, context: { db } }) => {
  const { loanId, part, holder, rest } = event.args;
  const step = stepOf(event);
  const credit = creditOf(event.args);
  const { interest, principal } = credit;
  await creditLoan(db, step, loanId, "collected", credit);
  await addLoanEvent(db, step, loanId, { kind: "collected", by: step.sender, part, holder, interest, principal, rest });
  const { lender } = await loanRow(db, loanId);
  const data = { loanId, lender, holder, toLender: interest + principal, rest };
  await addToHistory(db, step, { kind: "loanCollected", actor: step.sender, slice: part, data });
});

/** The ledger's own event tells the history that the pledge has ended. */
ponder.on("PledgeDesk:Released", async ({ event, context: { db } }) => {
  const { loanId, part, end } = event.args;
  const step = stepOf(event);
  await takeOut(db, step, loanId, BigInt(end));
  await addLoanEvent(db, step, loanId, { kind: "released", by: step.sender, part });
});

ponder.on("PledgeDesk:Foreclosed", async ({ event, context: { db } }) => {
  const { loanId, part, holder, end, surplus } = event.args;
  const step = stepOf(event);
  const credit = creditOf(event.args);
  const { interest, principal } = credit;
  // The slice is the lender's already.
  const { holder: by } = await sliceRow(db, part);
  await takeOut(db, step, loanId, BigInt(end));
  await creditLoan(db, step, loanId, "seized", credit);
  await addSurplus(db, loanId, holder, surplus);
  const figures = { holder, interest, principal };
  await addLoanEvent(db, step, loanId, { kind: "foreclosed", by, part, ...figures, rest: surplus });
  const data = { loanId, ...figures, surplus };
  await addToHistory(db, step, { kind: "loanForeclosed", actor: by, slice: part, data });
});

ponder.on("PledgeDesk:SurplusPaid", async ({ event, context: { db } }) => {
  const { loanId, holder, by, amount, left } = event.args;
  const step = stepOf(event);
  await addSurplus(db, loanId, holder, -amount);
  await addLoanEvent(db, step, loanId, { kind: "surplusPaid", by, holder, rest: amount });
  const { receivableId } = await loanRow(db, loanId);
  const data = { loanId, holder, amount, left };
  await addToHistory(db, step, { kind: "loanSurplusPaid", actor: by, receivable: BigInt(receivableId), data });
});

ponder.on("PledgeDesk:LoanMoneySetAside", async ({ event, context: { db } }) => {
  const { loanId, account, currency, amount } = event.args;
  const step = stepOf(event);
  await addSetAside(db, account, currency, amount);
  const data = { loanId, account, currency, amount };
  await addToHistory(db, step, { kind: "loanMoneySetAside", actor: step.sender, data });
});

ponder.on("PledgeDesk:LoanMoneyClaimed", async ({ event, context: { db } }) => {
  const { account, currency, to, amount } = event.args;
  await addSetAside(db, account, currency, -amount);
  const data = { currency, to, amount };
  await addToHistory(db, stepOf(event), { kind: "loanMoneyClaimed", actor: account, data });
});

ponder.on("PledgeDesk:LoanOfferCancelled", async ({ event, context: { db } }) => {
  const { lender, digest } = event.args;
  await addToHistory(db, stepOf(event), { kind: "loanOfferCancelled", actor: lender, data: { digest } });
});

ponder.on("PledgeDesk:LoanOfferSeriesEnded", async ({ event, context: { db } }) => {
  const { lender, series } = event.args;
  await addToHistory(db, stepOf(event), { kind: "loanOfferSeriesEnded", actor: lender, data: { series } });
});
