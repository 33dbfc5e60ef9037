import type { Bank, Obligor } from "./cast.ts";

/** Days of the year: 0 to 364. */
export const YEAR_DAYS = 365;
/** Indices in the rulebook, in the order of deployment: two test currencies, and one whose token can refuse receivers. */
export const CURRENCIES = { CNY: 1, EUR: 2, USD: 3 } as const;
export const QUARTER_DAYS = 92;

export interface Invoice {
  number: string;
  obligor: Obligor;
  creditor: string;
  currency: number;
  /** Cents. */
  face: bigint;
  registeredOn: number;
  /** Null if it is refused or taken back. */
  confirmedOn: number | null;
  dueDay: number;
}

/** The slice of an invoice's receivable that begins at this cent. */
export interface Cut {
  invoice: number;
  start: bigint;
}

export interface PaidPart {
  to: string;
  amount: bigint;
}

/** What somebody does on a day. Nothing of it needs anything else of the same day, but for what opens it. */
export type Step =
  | { kind: "confirm"; invoice: number }
  | { kind: "register" | "confirmSigned" | "refuse" | "cancel" | "recordEntry"; invoice: number }
  | { kind: "pay"; by: string; slice: Cut; parts: PaidPart[]; untilDay: number }
  | { kind: "passOn"; by: string; slice: Cut; to: string; untilDay: number }
  | { kind: "accept" | "endOffer"; by: string; slice: Cut }
  | { kind: "splitOwn"; by: string; slice: Cut; amounts: bigint[] }
  | { kind: "merge"; by: string; left: Cut; right: Cut }
  | { kind: "sell"; by: string; slice: Cut; withRecourse: boolean }
  | { kind: "sellForCash"; by: string; slice: Cut; cash: bigint; mostFace: bigint }
  | { kind: "sellAtQuote"; by: string; slice: Cut; bank: Bank; net: bigint; withRecourse: boolean }
  | { kind: "borrow"; by: string; slice: Cut; bank: Bank; principal: bigint; repayBy: number; graceDays: number }
  | { kind: "repay"; by: string; slice: Cut /** Parts per million of the debt. */; share: bigint }
  | { kind: "collect" | "foreclose" | "paySurplus"; slice: Cut }
  | { kind: "acceptEarly"; by: string; slice: Cut }
  | { kind: "payEarly"; slice: Cut }
  | { kind: "settle" | "collectAll" | "reportOverdue" | "declareDefault"; invoice: number }
  | { kind: "payPart"; invoice: number; amount: bigint }
  | { kind: "payOut"; invoice: number /** Only the first half of the slices that are left. */; half: boolean }
  | { kind: "demand" | "payRecourse"; by: string; slice: Cut }
  | { kind: "openMarkets"; quarter: number }
  | { kind: "refuseCash"; player: string; refused: boolean }
  | { kind: "claim"; player: string };

export interface YearPlan {
  invoices: Invoice[];
  /** By day. */
  days: Step[][];
}
