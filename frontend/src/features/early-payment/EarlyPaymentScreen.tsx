import type { Address } from "viem";
import { type LedgerClock, useLedgerClock } from "../../app/data/useLedgerClock.ts";
import { useMe } from "../../app/session/useMe.ts";
import { Page } from "../../ui/Page.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { HolderSide } from "./HolderSide.tsx";
import { ObligorSide } from "./ObligorSide.tsx";
import { useText } from "./useText.ts";

/** Dynamic discounting, from both sides: the obligor's programmes, and what they pay a holder now. */
export function EarlyPaymentScreen() {
  const t = useText();
  const { account, roles } = useMe();
  const clock = useLedgerClock();
  const isObligor = roles.includes("obligor");
  return (
    <Page title={t("title")} lead={t(isObligor ? "leadObligor" : "leadHolder")}>
      {account && clock && roles.length > 0 ? (
        <Sides account={account} clock={clock} isObligor={isObligor} isHolder={roles.some(isHolding)} />
      ) : (
        <Skeleton label={t("title")} />
      )}
    </Page>
  );
}

function isHolding(role: string): boolean {
  return role === "supplier" || role === "bank";
}

interface SidesProps {
  account: Address;
  clock: LedgerClock;
  isObligor: boolean;
  isHolder: boolean;
}

function Sides({ account, clock, isObligor, isHolder }: SidesProps) {
  return (
    <>
      {isObligor && <ObligorSide account={account} clock={clock} />}
      {isHolder && <HolderSide account={account} clock={clock} />}
    </>
  );
}
