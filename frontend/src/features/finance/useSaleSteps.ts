import { useState } from "react";
import { useConnection, usePublicClient } from "wagmi";
import type { SliceRow } from "../../app/data/queries/slices.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { type ActionStep, type ContractCall, contractCall } from "../../app/transaction/action.ts";
import { ledgerAbi } from "../../generated/contracts.ts";
import type { ChosenSale } from "./Offers.tsx";
import { saleCall } from "./sale-call.ts";
import { useText } from "./text.ts";

const DESKS_SHIFT = 16n;

interface SaleSteps {
  steps: ActionStep[];
  needsEnabling: boolean;
}

/** The sale, and before it once the permission it needs. @param isEnabled As it was when the dialog opened. */
export function useSaleSteps(slice: SliceRow, chosen: ChosenSale, isEnabled: boolean): SaleSteps {
  const t = useText();
  const client = usePublicClient();
  const { address } = useConnection();
  const { ledger, discountDesk } = useDeployment().addresses;
  // The list of steps stays as it was begun, also when the first one has changed what it was made from.
  const [needsEnabling] = useState(!isEnabled);

  const enable = async (): Promise<ContractCall | null> => {
    if (!client || !address) throw new Error("No account is connected.");
    const on = { address: ledger, abi: ledgerAbi } as const;
    const [{ index }, word] = await Promise.all([
      client.readContract({ ...on, functionName: "deskOf", args: [discountDesk] }),
      client.readContract({ ...on, functionName: "participantOf", args: [address] }),
    ]);
    const isDone = ((word >> (DESKS_SHIFT + BigInt(index))) & 1n) === 1n;
    return isDone ? null : contractCall({ ...on, functionName: "setDeskEnabled", args: [discountDesk, true] });
  };
  const sale: ActionStep = { name: t("take.stepTake"), call: saleCall(discountDesk, BigInt(slice.id), chosen) };
  return { needsEnabling, steps: needsEnabling ? [{ name: t("take.stepEnable"), call: enable }, sale] : [sale] };
}
