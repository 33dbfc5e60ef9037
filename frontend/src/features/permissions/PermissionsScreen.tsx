import { useConnection } from "wagmi";
import { Loaded } from "../../app/data/Loaded.tsx";
import { useParticipant } from "../../app/data/queries/participants.ts";
import { hasEnabledDesk, useDeskIndex } from "../../app/data/useDeskIndex.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { contractCall } from "../../app/transaction/action.ts";
import { ROLE_BITS } from "../../domain/roles.ts";
import { ledgerAbi } from "../../generated/contracts.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { PermissionSwitch } from "./PermissionSwitch.tsx";
import { useText } from "./text.ts";

const HOLDING_ROLES = ROLE_BITS.obligor | ROLE_BITS.supplier | ROLE_BITS.bank;

/** Standing consent, and which desks may move the connected company's slices. */
export function PermissionsScreen() {
  const t = useText();
  const { address } = useConnection();
  const participant = useParticipant(address);
  const { ledger, discountDesk, earlyPaymentDesk, pledgeDesk, recourseDesk } = useDeployment().addresses;
  const deskIndex = useDeskIndex(discountDesk);
  const earlyIndex = useDeskIndex(earlyPaymentDesk);
  const pledgeIndex = useDeskIndex(pledgeDesk);
  const recourseIndex = useDeskIndex(recourseDesk);
  const on = { address: ledger, abi: ledgerAbi } as const;
  return (
    <Page title={t("title")} lead={t("lead")}>
      <Loaded query={participant}>
        {(me) => {
          if (!me || (me.roles & HOLDING_ROLES) === 0) {
            return <EmptyState title={t("none.title")}>{t("none.hint")}</EmptyState>;
          }
          return (
            <>
              <PermissionSwitch
                permission="consent"
                account={me.account}
                isOn={me.standingConsent}
                callFor={(consents) => contractCall({ ...on, functionName: "setStandingConsent", args: [consents] })}
              />
              {deskIndex !== undefined && (
                <PermissionSwitch
                  permission="desk"
                  account={me.account}
                  isOn={hasEnabledDesk(me.desks, deskIndex)}
                  callFor={(enabled) =>
                    contractCall({ ...on, functionName: "setDeskEnabled", args: [discountDesk, enabled] })
                  }
                />
              )}
              {earlyIndex !== undefined && (
                <PermissionSwitch
                  permission="early"
                  account={me.account}
                  isOn={hasEnabledDesk(me.desks, earlyIndex)}
                  callFor={(enabled) =>
                    contractCall({ ...on, functionName: "setDeskEnabled", args: [earlyPaymentDesk, enabled] })
                  }
                />
              )}
              {pledgeIndex !== undefined && (
                <PermissionSwitch
                  permission="pledge"
                  account={me.account}
                  isOn={hasEnabledDesk(me.desks, pledgeIndex)}
                  callFor={(enabled) =>
                    contractCall({ ...on, functionName: "setDeskEnabled", args: [pledgeDesk, enabled] })
                  }
                />
              )}
              {recourseIndex !== undefined && (me.roles & ROLE_BITS.bank) !== 0 && (
                <PermissionSwitch
                  permission="recourse"
                  account={me.account}
                  isOn={hasEnabledDesk(me.desks, recourseIndex)}
                  callFor={(enabled) =>
                    contractCall({ ...on, functionName: "setDeskEnabled", args: [recourseDesk, enabled] })
                  }
                />
              )}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
