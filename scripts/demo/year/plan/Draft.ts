import type { Random } from "../../../../test/helpers/random.ts";
import { OBLIGORS, type Obligor } from "./cast.ts";
import { CURRENCIES, type Cut, type Invoice, type Step, YEAR_DAYS, type YearPlan } from "./steps.ts";

/** One cent past the last of a slice as well. */
export interface Range extends Cut {
  end: bigint;
}

/** A slice that stays where it is until it is paid. */
export interface Resting {
  range: Range;
  /** First day on which nothing else is under way with it. */
  since: number;
}

/** Days in which an obligor may not confirm: something of its own is reported overdue. */
interface Stop {
  obligor: Obligor;
  from: number;
  to: number;
}

/** The third obligor's default is never cured; what the second one pays late is reported before. */
export const STOPS: readonly Stop[] = [
  { obligor: OBLIGORS[1], from: 155, to: 158 },
  { obligor: OBLIGORS[2], from: 294, to: YEAR_DAYS },
];
/** Whom the third currency's issuer blocks, and on which days. */
export const BLOCKED: readonly { player: string; from: number; to: number }[] = [
  { player: "supplier-2-1", from: 200, to: 260 },
  { player: "supplier-2-2", from: 300, to: YEAR_DAYS },
];

/** The plan as it is written: steps by day, and what later steps have to know. */
export class Draft implements YearPlan {
  readonly random: Random;
  readonly invoices: Invoice[] = [];
  readonly days: Step[][] = Array.from({ length: YEAR_DAYS }, () => []);
  readonly #resting: Resting[][] = [];
  readonly #pledged: Cut[][] = [];

  constructor(random: Random) {
    this.random = random;
  }

  /** @returns its index. */
  addInvoice(invoice: Invoice): number {
    this.#resting.push([]);
    this.#pledged.push([]);
    return this.invoices.push(invoice) - 1;
  }

  invoiceOf({ invoice }: Pick<Cut, "invoice">): Invoice {
    const found = this.invoices[invoice];
    if (!found) throw new Error(`The plan has no invoice ${invoice}.`);
    return found;
  }

  /** @returns false if the year is over by then. */
  add(day: number, step: Step): boolean {
    const steps = this.days[day];
    steps?.push(step);
    return steps !== undefined;
  }

  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number {
    return least + Number(this.random.upTo(BigInt(most - least)));
  }

  /** That share of an amount, in cents. */
  share(amount: bigint, leastPercent: number, mostPercent: number): bigint {
    return (amount * BigInt(this.between(leastPercent * 10, mostPercent * 10))) / 1000n;
  }

  pickFrom<T>(from: readonly T[]): T {
    const picked = from[this.between(0, from.length - 1)];
    if (picked === undefined) throw new Error("There is nothing to pick from.");
    return picked;
  }

  rest(range: Range, since: number): void {
    this.#resting[range.invoice]?.push({ range, since });
  }

  restingOf(invoice: number): readonly Resting[] {
    return this.#resting[invoice] ?? [];
  }

  /** Its loan will be paid of what settlement pays for the slice. */
  pledge(slice: Cut): void {
    this.#pledged[slice.invoice]?.push(slice);
  }

  pledgedOf(invoice: number): readonly Cut[] {
    return this.#pledged[invoice] ?? [];
  }

  /** Whether cash in the invoice's currency could be refused to this holder at some time of the year. */
  isEverBlocked(holder: string, slice: Cut): boolean {
    return this.invoiceOf(slice).currency === CURRENCIES.USD && BLOCKED.some(({ player }) => player === holder);
  }
}

/** The first day from `day` on that the obligor may confirm; past the year's end if there is none. */
export function confirmableFrom(obligor: Obligor, day: number): number {
  const stop = STOPS.find((each) => each.obligor === obligor && day >= each.from && day <= each.to);
  return stop ? stop.to + 1 : day;
}
