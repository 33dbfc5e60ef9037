import { useState } from "react";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useCommonText } from "../../app/i18n/useCommonText.ts";
import { useMe } from "../../app/session/useMe.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { bitsFromRoles, type Role, rolesFromBits } from "../../domain/roles.ts";
import { ledgerAbi } from "../../generated/contracts.ts";
import { Callout } from "../../ui/Callout.tsx";
import type { ChangeDialogProps } from "./change.ts";
import { DraftDialog } from "./DraftDialog.tsx";
import { RoleFields } from "./RoleFields.tsx";
import { useText } from "./text.ts";
import { useChangeFacts } from "./useChangeFacts.tsx";

/** Gives a participant other roles. */
export function RolesDialog({ change, onClose }: ChangeDialogProps) {
  const t = useText();
  const { account: mine } = useMe();
  const { participant, name } = change;
  const [roles, setRoles] = useState<readonly Role[]>(() => rolesFromBits(participant.roles));
  const [wasTried, setTried] = useState(false);
  const [isReviewed, setReviewed] = useState(false);
  const bits = bitsFromRoles(roles);
  const problem = bits === 0 ? t("error.roles") : bits === participant.roles ? t("roles.unchanged") : null;
  const locksMeOut = participant.account === mine?.toLowerCase() && !roles.includes("operator");
  const review = () => {
    setTried(true);
    setReviewed(problem === null);
  };
  if (isReviewed) return <Review change={change} bits={bits} onBack={() => setReviewed(false)} onClose={onClose} />;
  return (
    <DraftDialog
      title={t("roles.title", { name })}
      description={t("roles.explain")}
      onReview={review}
      onClose={onClose}
    >
      <RoleFields roles={roles} onChange={setRoles} error={wasTried && problem ? problem : undefined} />
      {locksMeOut && <Callout tone="warning">{t("roles.lockOut")}</Callout>}
    </DraftDialog>
  );
}

function Review({ change, bits, onBack, onClose }: ChangeDialogProps & { bits: number; onBack: () => void }) {
  const t = useText();
  const common = useCommonText();
  const { addresses } = useDeployment();
  const facts = useChangeFacts(change);
  const [isConfirmed, setConfirmed] = useState(false);
  const { account, roles: before } = change.participant;
  const words = (roles: number) =>
    rolesFromBits(roles)
      .map((role) => common(`role.${role}`))
      .join(" · ");
  const call = contractCall({
    address: addresses.ledger,
    abi: ledgerAbi,
    functionName: "setRoles",
    args: [account, bits],
  });
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && (isConfirmed ? onClose() : onBack())}
      title={t("roles.title", { name: change.name })}
      facts={[
        ...facts,
        { label: t("roles.before"), value: words(before) },
        { label: t("roles.after"), value: words(bits) },
        { label: t("fact.effect"), value: t("roles.explain") },
      ]}
      confirmLabel={t("roles.confirm")}
      steps={[{ name: t("roles.confirm"), call }]}
      onConfirmed={() => setConfirmed(true)}
      outcome={() => t("roles.done", { name: change.name, roles: words(bits) })}
    />
  );
}
