import { sliceId } from "../../../../frontend/src/domain/ids.ts";
import type { YearStage } from "../play/stage.ts";
import { type Comparison, factsOf } from "./differences.ts";
import { hexOf } from "./receivables.ts";
import { amount, flag, rowsOf, text, whole } from "./rows.ts";

const LINK_STATES = ["none", "recorded", "demanded", "waived", "returned"];
const COUNTERPARTIES = ["obligor", "seller"];
const LOAN = {
  ...{ id: amount, lender: text, borrower: text, receivableId: text, state: text, start: amount, end: amount },
  ...{ currency: whole, principal: amount, ratePpm: whole, repayBy: whole, graceDays: whole, since: whole },
  ...{ accrued: amount, interestPaid: amount },
};

/** Loans, recourse, programmes for early payment, and limits, as their desks have them. */
export async function compareDesks(stage: YearStage, url: string): Promise<Comparison[]> {
  return [
    await loans(stage, url),
    await surpluses(stage, url),
    await links(stage, url),
    await programmes(stage, url),
    await invitations(stage, url),
    await exposures(stage, url),
    await exposureEntries(stage, url),
  ];
}

async function loans({ contracts: { pledgeDesk } }: YearStage, url: string): Promise<Comparison> {
  const rows = await rowsOf(url, "loans", LOAN);
  const lent = await pledgeDesk.queryFilter(pledgeDesk.filters.Lent());
  const chain = lent.map(async ({ args: { loanId } }) => {
    const loan = await pledgeDesk.loanOf(loanId);
    const { principal, interest } = await pledgeDesk.debtOf(loanId);
    const figures = [
      loan.currency,
      loan.principal,
      loan.ratePpm,
      loan.repayBy,
      loan.graceDays,
      loan.since,
      loan.accrued,
      loan.paid,
    ];
    const isOpen = principal + interest > 0n;
    return [
      String(loanId),
      [loan.lender, loan.borrower, hexOf(loan.receivable), isOpen, loan.from, loan.to, ...figures],
    ] as const;
  });
  return {
    table: "loan",
    index: factsOf(
      rows.map((row) => {
        const figures = [row.currency, row.principal, row.ratePpm, row.repayBy, row.graceDays, row.since];
        const parties = [row.lender, row.borrower, row.receivableId, row.state === "open", row.start, row.end];
        return [String(row.id), [...parties, ...figures, row.accrued, row.interestPaid]];
      }),
    ),
    chain: factsOf(await Promise.all(chain)),
  };
}

async function surpluses({ contracts: { pledgeDesk } }: YearStage, url: string): Promise<Comparison> {
  const rows = await rowsOf(url, "loanSurpluss", { loanId: amount, holder: text, owed: amount });
  const taken = await pledgeDesk.queryFilter(pledgeDesk.filters.Foreclosed());
  const chain = taken.map(async ({ args: { loanId, holder } }) => {
    return [`${loanId} ${holder}`, [await pledgeDesk.surplusOf(loanId, holder)]] as const;
  });
  return {
    table: "loanSurplus",
    index: factsOf(rows.map(({ loanId, holder, owed }) => [`${loanId} ${holder}`, [owed]])),
    chain: factsOf(await Promise.all(chain)),
  };
}

async function links({ contracts: { recourseDesk } }: YearStage, url: string): Promise<Comparison> {
  const columns = { id: amount, receivableId: text, start: amount, end: amount, seller: text, bank: text, state: text };
  const rows = await rowsOf(url, "recourseLinks", columns);
  const recorded = await recourseDesk.queryFilter(recourseDesk.filters.RecourseRecorded());
  const carriedOn = await recourseDesk.queryFilter(recourseDesk.filters.RecourseCarriedOn());
  const ids = [...recorded.map(({ args }) => args.linkId), ...carriedOn.map(({ args }) => args.newLinkId)];
  const chain = ids.map(async (id) => {
    const { first, end, seller, bank, state } = await recourseDesk.linkOf(id);
    return [String(id), [first, end, seller, bank, LINK_STATES[Number(state)] ?? ""]] as const;
  });
  return {
    table: "recourseLink",
    index: factsOf(
      rows.map(({ id, receivableId, start, end, seller, bank, state }) => [
        String(id),
        [sliceId(BigInt(receivableId), start), end, seller, bank, state],
      ]),
    ),
    chain: factsOf(await Promise.all(chain)),
  };
}

async function programmes({ contracts: { earlyPaymentDesk } }: YearStage, url: string): Promise<Comparison> {
  const columns = { id: amount, obligor: text, currency: whole, forAll: flag, paused: flag, withdrawn: flag };
  const rows = await rowsOf(url, "earlyPaymentProgrammes", { ...columns, budget: amount, spent: amount });
  const paid = await rowsOf(url, "earlyPayments", { programmeId: amount, net: amount });
  const posted = await earlyPaymentDesk.queryFilter(earlyPaymentDesk.filters.ProgrammePosted());
  const chain = posted.map(async ({ args: { programmeId } }) => {
    const { programme: p } = await earlyPaymentDesk.programmeOf(programmeId);
    return [
      String(programmeId),
      [p.obligor, p.currency, p.forAll, p.paused, p.withdrawn, p.budget, p.spent, p.spent],
    ] as const;
  });
  return {
    table: "earlyPaymentProgramme",
    index: factsOf(
      rows.map(({ id, ...row }) => {
        const spent = paid.filter(({ programmeId }) => programmeId === id).reduce((sum, { net }) => sum + net, 0n);
        return [
          String(id),
          [row.obligor, row.currency, row.forAll, row.paused, row.withdrawn, row.budget, row.spent, spent],
        ];
      }),
    ),
    chain: factsOf(await Promise.all(chain)),
  };
}

async function invitations({ contracts: { earlyPaymentDesk } }: YearStage, url: string): Promise<Comparison> {
  const rows = await rowsOf(url, "earlyPaymentInvitations", { programmeId: amount, holder: text, invited: flag });
  const told = await earlyPaymentDesk.queryFilter(earlyPaymentDesk.filters.HolderInvited());
  const chain = told.map(async ({ args: { programmeId, holder } }) => {
    return [`${programmeId} ${holder}`, [await earlyPaymentDesk.isInvited(programmeId, holder)]] as const;
  });
  return {
    table: "earlyPaymentInvitation",
    index: factsOf(rows.map(({ programmeId, holder, invited }) => [`${programmeId} ${holder}`, [invited]])),
    chain: factsOf(await Promise.all(chain)),
  };
}

async function exposures({ contracts: { exposureBook } }: YearStage, url: string): Promise<Comparison> {
  const columns = { bank: text, kind: text, counterparty: text, currency: whole, limit: amount, used: amount };
  const rows = await rowsOf(url, "exposureLimits", columns);
  const set = await exposureBook.queryFilter(exposureBook.filters.ExposureLimitSet());
  const chain = set.map(async ({ args: { bank, kind, identity, currency } }) => {
    const { limit, used } = await exposureBook.exposureOf(bank, kind, identity, currency);
    return [`${bank} ${COUNTERPARTIES[Number(kind)]} ${identity} ${currency}`, [limit, used]] as const;
  });
  return {
    table: "exposureLimit",
    index: factsOf(
      rows.map((row) => [`${row.bank} ${row.kind} ${row.counterparty} ${row.currency}`, [row.limit, row.used]]),
    ),
    chain: factsOf(await Promise.all(chain)),
  };
}

/** Each entry is in the book; that none is missing, the sums above tell. */
async function exposureEntries({ contracts: { exposureBook } }: YearStage, url: string): Promise<Comparison> {
  const columns = { bank: text, receivableId: text, start: amount, end: amount, seller: text };
  const rows = await rowsOf(url, "exposureEntrys", columns);
  const key = ({ bank, receivableId, start }: (typeof rows)[number]) => `${bank} ${receivableId} ${start}`;
  const chain = rows.map(async (row) => {
    const id = sliceId(BigInt(row.receivableId), row.start);
    const { first, entry } = await exposureBook.entryOf(row.bank, id, row.end);
    return [key(row), [first, entry.end, entry.seller]] as const;
  });
  return {
    table: "exposureEntry",
    index: factsOf(rows.map((row) => [key(row), [sliceId(BigInt(row.receivableId), row.start), row.end, row.seller]])),
    chain: factsOf(await Promise.all(chain)),
  };
}
