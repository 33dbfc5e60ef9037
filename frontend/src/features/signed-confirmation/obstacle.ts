import type { SignedConfirmation } from "../../domain/signed-confirmation.ts";

interface Here {
  chainId: number;
  ledger: string;
  /** Seconds, by the chain's clock. */
  timestamp: bigint;
}

interface RegisteredRow {
  status: string;
  obligor: string;
  creditor: string;
  invoiceKey: string;
  face: bigint;
  dueDay: number;
  currency: number;
  documentRoot: string;
  round: number;
}

export type Obstacle = "otherChain" | "unknown" | "notWaiting" | "otherTerms" | "expired";

/** Why a confirmation can't be submitted, as far as that is seen before the chain is asked; null when nothing is in its way. */
export function obstacleTo(signed: SignedConfirmation, row: RegisteredRow | null, here: Here): Obstacle | null {
  if (signed.chainId !== here.chainId || !same(signed.ledger, here.ledger)) return "otherChain";
  if (row === null) return "unknown";
  if (row.status !== "registered") return "notWaiting";
  if (!isSameTerms(signed, row)) return "otherTerms";
  return here.timestamp > signed.deadline ? "expired" : null;
}

function isSameTerms({ creditor, terms, round }: SignedConfirmation, row: RegisteredRow): boolean {
  return (
    same(creditor, row.creditor) &&
    same(terms.obligor, row.obligor) &&
    same(terms.documentRoot, row.documentRoot) &&
    terms.face === row.face &&
    terms.dueDay === row.dueDay &&
    terms.currency === row.currency &&
    round === row.round
  );
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
