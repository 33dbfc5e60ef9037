import { useState } from "react";
import { erc20Abi } from "viem";
import type { CashPosition } from "../../app/data/queries/cash.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { type ActionStep, contractCall } from "../../app/transaction/action.ts";
import { tokenToMinor } from "../../domain/token-to-minor.ts";
import { useText } from "./useText.ts";

interface AllowanceStep {
  /** Empty when the desk may take enough already. */
  steps: ActionStep[];
  explanation: string | null;
  /** The bank's cash as it was when the review opened. */
  before: CashPosition;
}

/** The permission that an offer needs before it. As it was when the review opened: the steps must not change while they are signed. */
export function useAllowanceStep(neededNow: bigint, position: CashPosition): AllowanceStep {
  const t = useText();
  const money = useMoney();
  const { discountDesk } = useDeployment().addresses;
  const [needed] = useState(neededNow);
  const [before] = useState(position);
  if (before.discountAllowance >= needed) return { steps: [], explanation: null, before };
  const { currency } = before;
  const amount = money(tokenToMinor(needed, currency), currency.index);
  const call = contractCall({
    address: currency.token,
    abi: erc20Abi,
    functionName: "approve",
    args: [discountDesk, needed],
  });
  const explanation = t("post.approveWhy", { amount, currency: currency.code });
  return { steps: [{ name: t("post.approve", { amount }), call }], explanation, before };
}
