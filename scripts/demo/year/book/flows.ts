import type { YearStage } from "../play/stage.ts";

/** What money moved for. Set aside is told as money that came back to the desk. */
export type Purpose =
  | ("face" | "penalty" | "earlyAtFace" | "earlyForLess" | "discount" | "quote" | "loan" | "repayment" | "recourse")
  | ("slice" | "own" | "claim" | "lockClaim" | "toLender" | "toHolder" | "surplus" | "loanClaim")
  | ("setAside" | "setAsideForLock" | "loanSetAside");

/** Cents that went from one account to another, as an event tells it. What an obligor pays to itself goes through the desk here too. */
export interface Flow {
  currency: number;
  from: string;
  to: string;
  amount: bigint;
  purpose: Purpose;
}

/** All money of the year, from the desks' events alone. */
export async function readFlows(stage: YearStage): Promise<Flow[]> {
  const currencyOf = await currenciesOf(stage);
  const loans = await loansOf(stage);
  return [
    ...(await settlementFlows(stage, currencyOf)),
    ...(await salesFlows(stage, currencyOf)),
    ...(await loanFlows(stage, loans)),
  ].filter(({ amount }) => amount > 0n);
}

type CurrencyOf = (receivable: bigint) => number;

async function currenciesOf({ contracts: { ledger } }: YearStage): Promise<CurrencyOf> {
  const events = await ledger.queryFilter(ledger.filters.ReceivableRegistered());
  const byId = new Map(events.map(({ args }) => [args.id, Number(args.currency)]));
  return (receivable) => {
    const currency = byId.get(receivable);
    if (currency === undefined) throw new Error(`Receivable ${receivable} was never registered.`);
    return currency;
  };
}

async function settlementFlows({ contracts, actors }: YearStage, currencyOf: CurrencyOf): Promise<Flow[]> {
  const { settlementDesk: at, pledgeDesk } = contracts;
  const [desk, lenders] = [String(at.target), String(pledgeDesk.target)];
  const [full, parts] = [
    await at.queryFilter(at.filters.ObligorPaid()),
    await at.queryFilter(at.filters.ObligorPaidPart()),
  ];
  const early = await at.queryFilter(at.filters.ObligorPaidEarly());
  const paid = await at.queryFilter(at.filters.SlicePaid());
  const aside = await at.queryFilter(at.filters.SetAside());
  const locked = await at.queryFilter(at.filters.SetAsideForLock());
  const claimed = await at.queryFilter(at.filters.Claimed());
  const drawn = await at.queryFilter(at.filters.LockClaimed());
  const ofSlice = (id: bigint) => currencyOf(id >> 64n);
  const obligors = new Set(
    [...actors.values()].filter(({ player }) => player.role === "obligor").map((each) => each.address),
  );
  return [
    ...[...full, ...parts].flatMap(({ args }): Flow[] => {
      const both = { currency: currencyOf(args.id), from: args.obligor, to: desk };
      return [
        { ...both, amount: args.face, purpose: "face" },
        { ...both, amount: args.penalty, purpose: "penalty" },
      ];
    }),
    ...early.map(({ args }): Flow => {
      const { id, obligor: from, face: amount } = args;
      return { currency: currencyOf(id), from, to: desk, amount, purpose: "earlyAtFace" };
    }),
    ...paid.map(({ args: { id, holder: to, amount } }): Flow => {
      return { currency: ofSlice(id), from: desk, to, amount, purpose: obligors.has(to) ? "own" : "slice" };
    }),
    ...aside.map(
      ({ args: { id, holder, amount } }): Flow => ({
        currency: ofSlice(id),
        from: holder,
        to: desk,
        amount,
        purpose: "setAside",
      }),
    ),
    ...locked.map(
      ({ args: { id, holder, amount } }): Flow => ({
        currency: ofSlice(id),
        from: holder,
        to: desk,
        amount,
        purpose: "setAsideForLock",
      }),
    ),
    ...claimed.map(
      ({ args: { currency, to, amount } }): Flow => ({
        currency: Number(currency),
        from: desk,
        to,
        amount,
        purpose: "claim",
      }),
    ),
    ...drawn.map(
      ({ args: { id, amount } }): Flow => ({
        currency: ofSlice(id),
        from: desk,
        to: lenders,
        amount,
        purpose: "lockClaim",
      }),
    ),
  ];
}

async function salesFlows({ contracts }: YearStage, currencyOf: CurrencyOf): Promise<Flow[]> {
  const { discountDesk, earlyPaymentDesk, recourseDesk } = contracts;
  const discounted = await discountDesk.queryFilter(discountDesk.filters.Discounted());
  const quoted = await discountDesk.queryFilter(discountDesk.filters.QuoteTaken());
  const early = await earlyPaymentDesk.queryFilter(earlyPaymentDesk.filters.PaidEarly());
  const recourse = await recourseDesk.queryFilter(recourseDesk.filters.RecoursePaid());
  return [
    ...discounted.map(({ args: { id, bank: from, seller: to, price } }): Flow => {
      return { currency: currencyOf(id >> 64n), from, to, amount: price.net, purpose: "discount" };
    }),
    ...quoted.map(({ args: { id, bank: from, seller: to, net: amount } }): Flow => {
      return { currency: currencyOf(id >> 64n), from, to, amount, purpose: "quote" };
    }),
    ...early.map(({ args: { id, obligor: from, holder: to, price } }): Flow => {
      return { currency: currencyOf(id >> 64n), from, to, amount: price.net, purpose: "earlyForLess" };
    }),
    ...recourse.map(({ args: { id, payer: from, bank: to, claim } }): Flow => {
      return { currency: currencyOf(id >> 64n), from, to, amount: claim.amount, purpose: "recourse" };
    }),
  ];
}

type Loans = Map<bigint, { lender: string; borrower: string; currency: number; principal: bigint }>;

async function loansOf({ contracts: { pledgeDesk } }: YearStage): Promise<Loans> {
  const lent = await pledgeDesk.queryFilter(pledgeDesk.filters.Lent());
  return new Map(
    lent.map(({ args: { loanId, loan } }) => {
      const { lender, borrower, currency, principal } = loan;
      return [loanId, { lender, borrower, currency: Number(currency), principal }];
    }),
  );
}

async function loanFlows({ contracts: { pledgeDesk: at } }: YearStage, loans: Loans): Promise<Flow[]> {
  const desk = String(at.target);
  const loanOf = (id: bigint) => {
    const loan = loans.get(id);
    if (!loan) throw new Error(`Loan ${id} was never lent.`);
    return loan;
  };
  const repaid = await at.queryFilter(at.filters.Repaid());
  const collected = await at.queryFilter(at.filters.Collected());
  const surplus = await at.queryFilter(at.filters.SurplusPaid());
  const aside = await at.queryFilter(at.filters.LoanMoneySetAside());
  const claimed = await at.queryFilter(at.filters.LoanMoneyClaimed());
  return [
    ...[...loans.values()].map(({ lender: from, borrower: to, currency, principal: amount }): Flow => {
      return { currency, from, to, amount, purpose: "loan" };
    }),
    ...repaid.flatMap(({ args: { loanId, by, interest, principal } }): Flow[] => {
      const { lender, currency } = loanOf(loanId);
      const amount = interest + principal;
      return [
        { currency, from: by, to: desk, amount, purpose: "repayment" },
        { currency, from: desk, to: lender, amount, purpose: "toLender" },
      ];
    }),
    ...collected.flatMap(({ args: { loanId, holder, interest, principal, rest } }): Flow[] => {
      const { lender, currency } = loanOf(loanId);
      return [
        { currency, from: desk, to: lender, amount: interest + principal, purpose: "toLender" },
        { currency, from: desk, to: holder, amount: rest, purpose: "toHolder" },
      ];
    }),
    ...surplus.map(({ args: { loanId, by: from, holder: to, amount } }): Flow => {
      return { currency: loanOf(loanId).currency, from, to, amount, purpose: "surplus" };
    }),
    ...aside.map(({ args: { account: from, currency, amount } }): Flow => {
      return { currency: Number(currency), from, to: desk, amount, purpose: "loanSetAside" };
    }),
    ...claimed.map(({ args: { currency, to, amount } }): Flow => {
      return { currency: Number(currency), from: desk, to, amount, purpose: "loanClaim" };
    }),
  ];
}
