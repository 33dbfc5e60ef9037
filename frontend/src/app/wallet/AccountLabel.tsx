import { rolesFromBits } from "../../domain/roles.ts";
import { shortAddress } from "../../ui/Party.tsx";
import type { Participant } from "../data/queries/participants.ts";
import { useCommonText } from "../i18n/useCommonText.ts";

interface AccountLabelProps {
  account: string;
  name: string;
  /** Undefined while unknown. */
  participant: Participant | null | undefined;
}

/** Who an account is, in two lines: name, then roles and address. */
export function AccountLabel({ account, name, participant }: AccountLabelProps) {
  const t = useCommonText();
  const roles = participant ? rolesFromBits(participant.roles).map((role) => t(`role.${role}`)) : [];
  if (participant === null) roles.push(t("account.notAdmitted"));
  if (participant?.replaced) roles.push(t("account.replaced"));
  if (participant?.suspended) roles.push(t("account.suspended"));
  return (
    <span className="grid min-w-0 text-start leading-snug">
      <bdi className="truncate font-medium">{name}</bdi>
      <span className="truncate text-sm font-normal text-muted">
        {roles.map((role) => `${role} · `).join("")}
        <span className="font-mono text-xs">{shortAddress(account)}</span>
      </span>
    </span>
  );
}
