import { beforeAll, describe, expect, it } from "vitest";
import { CAST, OBLIGORS, SUPPLIERS, suppliersOf } from "./cast.ts";
import { BLOCKED, STOPS } from "./Draft.ts";
import { makePlan } from "./makePlan.ts";
import { CURRENCIES, type Cut, type Step, type YearPlan } from "./steps.ts";

const INVOICES = 400;
const MOST_SLICES = 500n;

type Kind = Step["kind"];
/** Also where a step's type has several kinds. */
type StepOf<K extends Kind> = Step extends infer S extends Step
  ? S extends Step
    ? K extends S["kind"]
      ? S
      : never
    : never
  : never;

describe("makePlan", () => {
  let plan: YearPlan;
  let steps: { day: number; step: Step }[];

  beforeAll(() => {
    plan = makePlan({ invoices: INVOICES, seed: 7 });
    steps = plan.days.flatMap((each, day) => each.map((step) => ({ day, step })));
  });

  function of<K extends Kind>(kind: K): { day: number; step: StepOf<K> }[] {
    return steps.flatMap(({ day, step }) => (isOf(step, kind) ? [{ day, step }] : []));
  }

  const dayOf = (kind: Kind, invoice: number) =>
    steps.find(({ step }) => step.kind === kind && "invoice" in step && step.invoice === invoice)?.day;

  it("is the same for the same seed, and another for another", () => {
    expect(makePlan({ invoices: INVOICES, seed: 7 })).toEqual(plan);
    expect(makePlan({ invoices: INVOICES, seed: 8 })).not.toEqual(plan);
  });

  it("has as many invoices as were asked for, each with a number of its own", () => {
    for (const invoices of [10, 60, INVOICES]) {
      const numbers = makePlan({ invoices, seed: 1 }).invoices.map(({ number }) => number);
      expect([numbers.length, new Set(numbers).size]).toEqual([invoices, invoices]);
    }
  });

  it("has three core enterprises, four banks and forty suppliers in four tiers", () => {
    const count = (role: string) => CAST.filter((each) => each.role === role).length;
    expect([count("obligor"), count("bank"), count("supplier")]).toEqual([3, 4, 40]);
    expect(new Set(SUPPLIERS.map(({ tier }) => tier))).toEqual(new Set([1, 2, 3, 4]));
    expect(new Set(SUPPLIERS.map(({ consents }) => consents))).toEqual(new Set([true, false]));
    expect(CAST.map(({ account }) => account)).toEqual(CAST.map((_, i) => i));
  });

  it("lets only the first tier invoice, and each tier pay the next", () => {
    expect(plan.invoices.every(({ creditor }) => suppliersOf(1).includes(creditor))).toBe(true);
    const tierOf = (key: string) => SUPPLIERS.find((each) => each.key === key)?.tier ?? 0;
    const pairs = of("pay").flatMap(({ step }) => step.parts.map(({ to }) => [tierOf(step.by), tierOf(to)]));
    for (const [from = 0, to = 0] of pairs) expect(to).toBe(from + 1);
    expect(new Set(pairs.map(([, to]) => to))).toEqual(new Set([2, 3, 4]));
  });

  it("uses every currency, and every kind of step", () => {
    expect(new Set(plan.invoices.map(({ currency }) => currency))).toEqual(new Set(Object.values(CURRENCIES)));
    const kinds: Record<Kind, number> = {
      ...{ register: 0, confirm: 0, confirmSigned: 0, refuse: 0, cancel: 0, recordEntry: 0, pay: 0, passOn: 0 },
      ...{ accept: 0, endOffer: 0, splitOwn: 0, merge: 0, sell: 0, sellForCash: 0, sellAtQuote: 0, borrow: 0 },
      ...{ repay: 0, collect: 0, foreclose: 0, paySurplus: 0, acceptEarly: 0, payEarly: 0, settle: 0, collectAll: 0 },
      ...{ payPart: 0, payOut: 0, reportOverdue: 0, declareDefault: 0, demand: 0, payRecourse: 0, openMarkets: 0 },
      ...{ refuseCash: 0, claim: 0 },
    };
    for (const { step } of steps) kinds[step.kind]++;
    for (const [kind, count] of Object.entries(kinds)) expect(count, kind).toBeGreaterThan(0);
  });

  it("cuts and joins so that the slices of each invoice always make up its face, none too small for the ledger", () => {
    const tilings = plan.invoices.map(({ face }) => new Map([[0n, face]]));
    const cut = ({ invoice, start }: Cut, amounts: readonly bigint[]) => {
      const tiling = tilings[invoice];
      const end = tiling?.get(start);
      if (tiling === undefined || end === undefined) throw new Error(`Nobody has [${start} of invoice ${invoice}.`);
      let at = end - amounts.reduce((sum, each) => sum + each, 0n);
      tiling.set(start, at);
      for (const amount of amounts) {
        tiling.set(at, at + amount);
        at += amount;
      }
    };
    for (const { step } of steps) {
      if (step.kind === "pay")
        cut(
          step.slice,
          step.parts.map(({ amount }) => amount),
        );
      if (step.kind === "splitOwn") cut(step.slice, step.amounts);
      if (step.kind === "merge") {
        const tiling = tilings[step.left.invoice];
        expect(tiling?.get(step.left.start)).toBe(step.right.start);
        tiling?.set(step.left.start, tiling.get(step.right.start) ?? 0n);
        tiling?.delete(step.right.start);
      }
      if ("slice" in step) expect(tilings[step.slice.invoice]?.has(step.slice.start), step.kind).toBe(true);
    }
    for (const [i, tiling] of tilings.entries()) {
      const face = plan.invoices[i]?.face ?? 0n;
      let end = 0n;
      for (const [start, to] of [...tiling].sort(([a], [b]) => Number(a - b))) {
        expect(start).toBe(end);
        expect((to - start) * MOST_SLICES).toBeGreaterThanOrEqual(face);
        end = to;
      }
      expect(end).toBe(face);
    }
  });

  it("moves slices after the confirmation and before the due day only", () => {
    const late = ["collect", "demand", "payRecourse"];
    for (const { day, step } of steps) {
      if (!("slice" in step) || late.includes(step.kind)) continue;
      const { confirmedOn, dueDay } = plan.invoices[step.slice.invoice] ?? { confirmedOn: null, dueDay: 0 };
      expect(confirmedOn !== null && day > confirmedOn && day < dueDay, `${step.kind} on ${day}`).toBe(true);
    }
  });

  it("pays on or after the due day, and only what was confirmed", () => {
    for (const { day, step } of [...of("settle"), ...of("collectAll"), ...of("payPart")]) {
      const { confirmedOn, dueDay } = plan.invoices[step.invoice] ?? { confirmedOn: null, dueDay: 0 };
      expect(confirmedOn !== null && day >= dueDay).toBe(true);
    }
  });

  it("confirms nothing while the obligor is stopped", () => {
    for (const { obligor, from, to } of STOPS)
      for (const { confirmedOn, ...invoice } of plan.invoices)
        if (invoice.obligor === obligor && confirmedOn !== null)
          expect(confirmedOn < from || confirmedOn > to, invoice.number).toBe(true);
  });

  it("does nothing twice with a slice on one day", () => {
    for (const each of plan.days) {
      const slices = each.flatMap((step) => ("slice" in step ? [`${step.slice.invoice} ${step.slice.start}`] : []));
      expect(new Set(slices).size).toBe(slices.length);
    }
  });

  it("finances no dollars of those whom the issuer blocks", () => {
    const blocked = BLOCKED.map(({ player }) => player);
    const dollars = ({ invoice }: Cut) => plan.invoices[invoice]?.currency === CURRENCIES.USD;
    const financing = [
      ...of("sell"),
      ...of("sellForCash"),
      ...of("sellAtQuote"),
      ...of("borrow"),
      ...of("acceptEarly"),
    ];
    for (const { step } of financing) expect(dollars(step.slice) && blocked.includes(step.by)).toBe(false);
  });

  it("tells one default, after it was reported, with recourse along a chain of banks", () => {
    const [declared, ...others] = of("declareDefault");
    expect(others).toEqual([]);
    const invoice = declared?.step.invoice ?? 0;
    expect(plan.invoices[invoice]?.obligor).toBe(OBLIGORS[2]);
    expect(dayOf("reportOverdue", invoice)).toBeLessThan(declared?.day ?? 0);
    expect(dayOf("settle", invoice)).toBeUndefined();
    expect(of("payRecourse").map(({ step }) => step.by)).toEqual(["bank-1", "supplier-1-1"]);
    const resold = of("sellAtQuote").filter(({ step }) => step.slice.invoice === invoice);
    expect(resold.map(({ step }) => [step.by, step.bank, step.withRecourse])).toEqual([
      ["supplier-1-1", "bank-1", true],
      ["bank-1", "bank-2", true],
    ]);
  });
});

function isOf<K extends Kind>(step: Step, kind: K): step is StepOf<K> & Step {
  return step.kind === kind;
}
