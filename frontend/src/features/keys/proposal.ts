import type { Address } from "viem";
import { type AccountProblem, readAccountText } from "../../domain/account-text.ts";

interface Known {
  account: string;
  replaced: boolean;
}

export interface Proposal {
  lost: Address;
  successor: Address;
}

export interface ProposalProblems {
  lost?: "missing";
  successor?: AccountProblem | "accountTaken";
}

/** Reads who lost its key and which account follows; the successor must never have been admitted. */
export function readProposal(
  draft: { lost: string; successor: string },
  participants: readonly Known[],
): { proposal: Proposal } | { problems: ProposalProblems } {
  const lost = readAccountText(draft.lost);
  const successor = readAccountText(draft.successor);
  const isKnown = (wanted: string) =>
    participants.find(({ account }) => account.toLowerCase() === wanted.toLowerCase());
  const holder = "account" in lost ? isKnown(lost.account) : undefined;
  const problems: ProposalProblems = {
    ...((!holder || holder.replaced) && { lost: "missing" }),
    ...("problem" in successor && { successor: successor.problem }),
    ...("account" in successor && isKnown(successor.account) && { successor: "accountTaken" }),
  };
  if (Object.keys(problems).length > 0 || "problem" in lost || "problem" in successor) return { problems };
  return { proposal: { lost: lost.account, successor: successor.account } };
}
