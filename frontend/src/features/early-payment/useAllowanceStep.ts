import { useState } from "react";
import { erc20Abi } from "viem";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { type ActionStep, contractCall } from "../../app/transaction/action.ts";
import { tokenToMinor } from "../../domain/token-to-minor.ts";
import type { DeskCash } from "./useDeskCash.ts";
import { useText } from "./useText.ts";

/** The permission that a budget needs. As it was when the review opened: the steps must not change while they are signed. */
export function useAllowanceStep(neededNow: bigint, cash: DeskCash): { steps: ActionStep[]; why: string | null } {
  const t = useText();
  const money = useMoney();
  const { earlyPaymentDesk } = useDeployment().addresses;
  const [needed] = useState(neededNow);
  const [before] = useState(cash);
  if (before.allowance >= needed) return { steps: [], why: null };
  const { currency } = before;
  const amount = money(tokenToMinor(needed, currency), currency.index);
  const call = contractCall({
    address: currency.token,
    abi: erc20Abi,
    functionName: "approve",
    args: [earlyPaymentDesk, needed],
  });
  return { steps: [{ name: t("post.approve", { amount }), call }], why: t("post.approveWhy", { amount }) };
}
