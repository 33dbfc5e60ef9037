import type { BankMeans } from "./offer-fit.ts";

/** What can be known of a signed paper and of what it is about. */
export interface PaperFacts {
  /** Seconds, by the newest block. */
  timestamp: bigint;
  today: number;
  expiresAt: bigint;
  /** The custom error with which the chain refuses it now; null if it does not. */
  refusal: string | null;
  /** The slice's whole word as it was signed. */
  word: bigint;
  /** The slice as it is; null if there is none with this id any more. */
  slice: { word: bigint; holder: string } | null;
  /** Who wants to hand it in. */
  taker: string;
  receivable: { dueDay: number; registryRecorded: boolean };
  requireRegistry: boolean;
  face: bigint;
  /** What the bank would pay, in units of the token. */
  cash: bigint;
  means: BankMeans;
  /** The bank's exposure limits apply. */
  limited: boolean;
}

/** Why a paper can't be taken now. Amounts in minor units. */
export type PaperFlaw =
  | { reason: "cancelled" | "forged" | "changed" | "notHolder" | "due" | "registry" | "bank" | "balance" | "allowance" }
  | { reason: "expired"; expiresAt: bigint }
  | { reason: "exposure"; left: bigint };

const CANCELLED = ["Quote_IsCancelled", "Quote_SeriesOver", "LoanOffer_IsCancelled", "LoanOffer_SeriesOver"];
const FORGED = ["Quote_SignatureInvalid", "LoanOffer_SignatureInvalid"];

/** Every reason that fails, those first that nothing can mend. */
export function paperFlaws(facts: PaperFacts): PaperFlaw[] {
  const { refusal, expiresAt, slice, receivable, means } = facts;
  const flaws: PaperFlaw[] = [];
  if (refusal !== null && FORGED.includes(refusal)) flaws.push({ reason: "forged" });
  if (refusal !== null && CANCELLED.includes(refusal)) flaws.push({ reason: "cancelled" });
  if (facts.timestamp > expiresAt) flaws.push({ reason: "expired", expiresAt });
  if (slice === null || slice.word !== facts.word) flaws.push({ reason: "changed" });
  else if (slice.holder.toLowerCase() !== facts.taker.toLowerCase()) flaws.push({ reason: "notHolder" });
  if (facts.today >= receivable.dueDay) flaws.push({ reason: "due" });
  if (facts.requireRegistry && !receivable.registryRecorded) flaws.push({ reason: "registry" });
  if (!means.mayAct) flaws.push({ reason: "bank" });
  if (means.balance !== null && means.balance < facts.cash) flaws.push({ reason: "balance" });
  if (means.allowance !== null && means.allowance < facts.cash) flaws.push({ reason: "allowance" });
  const { exposureLeft: left } = means;
  if (facts.limited && left !== null && left < facts.face) flaws.push({ reason: "exposure", left });
  return flaws;
}
