import type { SliceRow } from "../../app/data/queries/slices.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import type { ActionStep } from "../../app/transaction/action.ts";
import { useEnableStep } from "../../app/transaction/useEnableStep.ts";
import type { ChosenSale } from "./Offers.tsx";
import { saleCall } from "./sale-call.ts";
import { useText } from "./text.ts";

interface SaleSteps {
  steps: ActionStep[];
  needsEnabling: boolean;
}

/** The sale, and before it once the permission it needs. @param isEnabled As it was when the dialog opened. */
export function useSaleSteps(slice: SliceRow, chosen: ChosenSale, isEnabled: boolean): SaleSteps {
  const t = useText();
  const { discountDesk } = useDeployment().addresses;
  const enabling = useEnableStep(discountDesk, isEnabled, t("take.stepEnable"));
  const sale: ActionStep = { name: t("take.stepTake"), call: saleCall(discountDesk, BigInt(slice.id), chosen) };
  return { needsEnabling: enabling.length > 0, steps: [...enabling, sale] };
}
