import type { Address, Hex } from "viem";
import { type AccountProblem, readAccountText } from "../../domain/account-text.ts";
import { dayFromIso } from "../../domain/day-count.ts";
import { DomainError } from "../../domain/domain-error.ts";
import { type IdentityScheme, identityHash, normaliseIdentifier } from "../../domain/identifiers.ts";
import { type TextFlaw, textFlaw } from "../../domain/plain-text.ts";
import { bitsFromRoles, type Role } from "../../domain/roles.ts";

/** What the operator has typed. */
export interface AdmissionDraft {
  name: string;
  nameZh: string;
  scheme: IdentityScheme;
  number: string;
  roles: readonly Role[];
  account: string;
  /** ISO date. */
  kycUntil: string;
}

export interface Admission {
  account: Address;
  identity: Hex;
  roles: number;
  kycUntil: number;
  name: string;
  nameZh: string | null;
  scheme: IdentityScheme;
  /** In its one spelling. */
  number: string;
}

interface Admitted {
  account: string;
  identity: string;
}

/** What is wrong with each field; absent where nothing is. */
export interface AdmissionProblems {
  name?: "missing" | TextFlaw;
  nameZh?: TextFlaw;
  number?: "number" | { refusal: DomainError } | { takenBy: string };
  roles?: "roles";
  account?: AccountProblem | "accountTaken";
  kycUntil?: "kycUntil";
}

/** @param today The chain's day. */
export function checkAdmission(
  draft: AdmissionDraft,
  admitted: readonly Admitted[],
  today: number,
): { admission: Admission } | { problems: AdmissionProblems } {
  const name = draft.name.trim() || draft.nameZh.trim();
  const flaws = {
    name: name === "" ? ("missing" as const) : textFlaw(draft.name.trim()),
    nameZh: textFlaw(draft.nameZh.trim()),
  };
  const number = readNumber(draft, admitted);
  const account = readAccount(draft.account, admitted);
  const kycUntil = readDay(draft.kycUntil, today);
  const problems: AdmissionProblems = {
    ...(flaws.name && { name: flaws.name }),
    ...(flaws.nameZh && { nameZh: flaws.nameZh }),
    ...("problem" in number && { number: number.problem }),
    ...(draft.roles.length === 0 && { roles: "roles" }),
    ...("problem" in account && { account: account.problem }),
    ...(kycUntil === null && { kycUntil: "kycUntil" }),
  };
  if (Object.keys(problems).length > 0 || "problem" in number || "problem" in account || kycUntil === null) {
    return { problems };
  }
  const { scheme } = draft;
  const nameZh = draft.nameZh.trim() || null;
  return { admission: { ...number, ...account, roles: bitsFromRoles(draft.roles), kycUntil, name, nameZh, scheme } };
}

function readNumber(
  { scheme, number }: AdmissionDraft,
  admitted: readonly Admitted[],
): { number: string; identity: Hex } | { problem: NonNullable<AdmissionProblems["number"]> } {
  if (number.trim() === "") return { problem: "number" };
  try {
    const normal = normaliseIdentifier(scheme, number);
    const identity = identityHash(scheme, normal);
    const holder = admitted.find((participant) => participant.identity.toLowerCase() === identity);
    return holder ? { problem: { takenBy: holder.account } } : { number: normal, identity };
  } catch (error) {
    if (error instanceof DomainError) return { problem: { refusal: error } };
    throw error;
  }
}

function readAccount(
  text: string,
  admitted: readonly Admitted[],
): { account: Address } | { problem: AccountProblem | "accountTaken" } {
  const read = readAccountText(text);
  if ("problem" in read) return read;
  const isTaken = admitted.some(({ account }) => account.toLowerCase() === read.account.toLowerCase());
  return isTaken ? { problem: "accountTaken" } : read;
}

function readDay(iso: string, today: number): number | null {
  try {
    const day = dayFromIso(iso);
    return day > today ? day : null;
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
