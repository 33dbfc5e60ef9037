import { useState } from "react";
import type { Address } from "viem";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import type { ContractCall } from "../../app/transaction/action.ts";
import { Card } from "../../ui/Card.tsx";
import { Party } from "../../ui/Party.tsx";
import { Switch } from "../../ui/Switch.tsx";
import { useText } from "./text.ts";

interface PermissionSwitchProps {
  permission: "consent" | "desk" | "pledge" | "recourse" | "early";
  account: Address;
  isOn: boolean;
  callFor: (isOn: boolean) => ContractCall;
}

/** A permission kept on the chain: the switch asks, the signature changes it. */
export function PermissionSwitch({ permission, account, isOn, callFor }: PermissionSwitchProps) {
  const t = useText();
  const { findName } = useDirectory();
  // What was asked for; the switch itself shows what the chain says.
  const [wanted, setWanted] = useState<boolean | null>(null);
  const which = wanted ? "On" : "Off";
  const title = t(`${permission}.title${which}`);
  return (
    <Card>
      <Switch
        label={t(`${permission}.label`)}
        hint={t(`${permission}.${isOn ? "on" : "off"}`)}
        checked={isOn}
        onCheckedChange={setWanted}
      />
      {wanted !== null && (
        <ActionReview
          open
          onOpenChange={(open) => !open && setWanted(null)}
          title={title}
          facts={[{ label: t("dialog.account"), value: <Party name={findName(account)} address={account} /> }]}
          confirmLabel={t("dialog.confirm")}
          steps={[{ name: title, call: callFor(wanted) }]}
          outcome={() => t(`${permission}.done${which}`)}
        >
          <p>{t(`${permission}.effect${which}`)}</p>
        </ActionReview>
      )}
    </Card>
  );
}
