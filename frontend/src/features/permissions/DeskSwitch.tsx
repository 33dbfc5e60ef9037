import type { Address } from "viem";
import { Loaded } from "../../app/data/Loaded.tsx";
import type { Participant } from "../../app/data/queries/participants.ts";
import { hasEnabledDesk, useDesk } from "../../app/data/useDeskIndex.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { contractCall } from "../../app/transaction/action.ts";
import { ledgerAbi } from "../../generated/contracts.ts";
import { PermissionSwitch } from "./PermissionSwitch.tsx";

interface DeskSwitchProps {
  permission: "desk" | "pledge" | "recourse" | "early";
  desk: Address;
  me: Participant;
}

/** Whether a desk may move the account's slices. */
export function DeskSwitch({ permission, desk, me }: DeskSwitchProps) {
  const { ledger } = useDeployment().addresses;
  const admitted = useDesk(desk);
  const callFor = (enabled: boolean) =>
    contractCall({ address: ledger, abi: ledgerAbi, functionName: "setDeskEnabled", args: [desk, enabled] });
  return (
    <Loaded query={admitted}>
      {({ index }) => (
        <PermissionSwitch
          permission={permission}
          account={me.account}
          isOn={hasEnabledDesk(me.desks, index)}
          callFor={callFor}
        />
      )}
    </Loaded>
  );
}
