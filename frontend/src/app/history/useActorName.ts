import { useDirectory } from "../data/useDirectory.ts";
import { useDeployment } from "../deployment/useDeployment.ts";
import { useHistoryText } from "./useHistoryText.ts";

/** Who did something: a company, a desk, or an account. */
export function useActorName(): (account: string) => string {
  const t = useHistoryText();
  const { addresses } = useDeployment();
  const { nameOf } = useDirectory();
  const desks = new Map([
    [addresses.discountDesk.toLowerCase(), t("desk.discount")],
    [addresses.settlementDesk.toLowerCase(), t("desk.settlement")],
  ]);
  return (account) => desks.get(account.toLowerCase()) ?? nameOf(account);
}
