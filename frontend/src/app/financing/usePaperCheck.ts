import { type Address, numberToHex } from "viem";
import { minorToToken } from "../../domain/money.ts";
import { answerOf } from "../data/answerOf.ts";
import type { Answer } from "../data/Loaded.tsx";
import { useParticipants } from "../data/queries/participants.ts";
import { usePolicies } from "../data/queries/policy.ts";
import { type SliceRow, useSlicesById, type WithReceivable } from "../data/queries/slices.ts";
import type { LedgerClock } from "../data/useLedgerClock.ts";
import type { Currency } from "../deployment/deployment.ts";
import { useDeployment } from "../deployment/useDeployment.ts";
import type { ActionFailure, ContractCall } from "../transaction/action.ts";
import { type PaperFlaw, paperFlaws } from "./paper-flaws.ts";
import { useBankMeans } from "./useBankMeans.ts";
import { useRefusal } from "./useRefusal.ts";

/** What a quote and a loan offer have in common. */
export interface CommonTerms {
  id: bigint;
  word: bigint;
  bank: Address;
  /** What the bank would pay, in minor units. */
  cash: bigint;
  expiresAt: bigint;
  limited: boolean;
  signature: string;
}

export interface PaperCheck {
  slice: WithReceivable<SliceRow>;
  currency: Currency;
  flaws: PaperFlaw[];
  /** The chain's own answer, which also knows what is not among the flaws; null if it would take the paper. */
  refusal: ActionFailure | null;
}

/** Errors that the first step of taking a paper does away with. */
const MENDED_BY_ENABLING = "Slices_DeskNotEnabled";

/** Holds a paper against index, tokens and chain. Null when its slice was never on this ledger. */
export function usePaperCheck(
  terms: CommonTerms,
  taker: Address,
  clock: LedgerClock,
  desk: Address,
  call: ContractCall,
): Answer<PaperCheck | null> {
  const { currencies } = useDeployment();
  const questions = [usePolicies(), useParticipants(), useSlicesById([numberToHex(terms.id, { size: 32 })])] as const;
  const [{ data: policies }, { data: participants }, { data: found }] = questions;
  const slice = found?.[0];
  const currency = currencies.find(({ index }) => index === slice?.receivable.currency);
  const refusal = useRefusal(terms.signature, call);
  const policy = policies?.find(({ version }) => version === slice?.receivable.policy);
  const identity = participants?.find(({ account }) => account.toLowerCase() === taker.toLowerCase())?.identity;
  const parties = { obligor: slice?.receivable.obligorIdentity ?? "0x", seller: identity ?? "0x" } as const;
  const [first] = currencies;
  if (!first) throw new Error("The deployment has no currency.");
  const meansOf = useBankMeans(slice ? [terms.bank] : [], currency ?? first, clock.today, parties, desk);
  if (!found || !policies || !participants || refusal === undefined)
    return answerOf<PaperCheck | null>(undefined, questions);
  if (!slice || !currency || !policy) return answerOf<PaperCheck | null>(null, questions);
  const isLive = slice.status === "live";
  const flaws = paperFlaws({
    ...{ timestamp: clock.timestamp, today: clock.today, expiresAt: terms.expiresAt, taker },
    ...{ refusal: refusal?.kind === "reverted" ? refusal.error : null, word: terms.word },
    ...{ slice: isLive ? slice : null, receivable: slice.receivable, requireRegistry: policy.requireRegistry },
    ...{ face: slice.face, limited: terms.limited, means: meansOf(terms.bank) },
    cash: minorToToken(terms.cash, currency.minorDigits, currency.tokenDecimals),
  });
  const isMended = refusal?.kind === "reverted" && refusal.error === MENDED_BY_ENABLING;
  return answerOf<PaperCheck | null>({ slice, currency, flaws, refusal: isMended ? null : refusal }, questions);
}
