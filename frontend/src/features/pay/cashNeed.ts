import { minorToToken } from "../../domain/money.ts";

interface Cash {
  balance: bigint;
  allowance: bigint;
}

export interface CashNeed {
  /** What leaves the account, in units of the token. */
  needed: bigint;
  /** Missing on the account, in minor units; 0 when there is enough. */
  missing: bigint;
  mustApprove: boolean;
}

interface TokenRules {
  minorDigits: number;
  tokenDecimals: number;
}

/** The token's units that an amount in minor units takes, and whether they are there and allowed. */
export function cashNeed(amount: bigint, cash: Cash, { minorDigits, tokenDecimals }: TokenRules): CashNeed {
  const needed = minorToToken(amount, minorDigits, tokenDecimals);
  const lacking = needed > cash.balance ? needed - cash.balance : 0n;
  const unit = minorToToken(1n, minorDigits, tokenDecimals);
  return { needed, missing: (lacking + unit - 1n) / unit, mustApprove: cash.allowance < needed };
}
