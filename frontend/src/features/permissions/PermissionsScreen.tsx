import { useConnection } from "wagmi";
import { Loaded } from "../../app/data/Loaded.tsx";
import { useParticipant } from "../../app/data/queries/participants.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { contractCall } from "../../app/transaction/action.ts";
import { ROLE_BITS } from "../../domain/roles.ts";
import { ledgerAbi } from "../../generated/contracts.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { DeskSwitch } from "./DeskSwitch.tsx";
import { PermissionSwitch } from "./PermissionSwitch.tsx";
import { useText } from "./text.ts";

const HOLDING_ROLES = ROLE_BITS.obligor | ROLE_BITS.supplier | ROLE_BITS.bank;

/** Standing consent, and which desks may move the connected company's slices. */
export function PermissionsScreen() {
  const t = useText();
  const { address } = useConnection();
  const participant = useParticipant(address);
  const { ledger, discountDesk, earlyPaymentDesk, pledgeDesk, recourseDesk } = useDeployment().addresses;
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
                callFor={(consents) =>
                  contractCall({
                    address: ledger,
                    abi: ledgerAbi,
                    functionName: "setStandingConsent",
                    args: [consents],
                  })
                }
              />
              <DeskSwitch permission="desk" desk={discountDesk} me={me} />
              <DeskSwitch permission="early" desk={earlyPaymentDesk} me={me} />
              <DeskSwitch permission="pledge" desk={pledgeDesk} me={me} />
              {(me.roles & ROLE_BITS.bank) !== 0 && <DeskSwitch permission="recourse" desk={recourseDesk} me={me} />}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
