import { useNavigate } from "@tanstack/react-router";
import { ChevronDown } from "lucide-react";
import type { Participant } from "../../app/data/queries/participants.ts";
import { rolesFromBits } from "../../domain/roles.ts";
import { Button } from "../../ui/Button.tsx";
import { DropdownMenu, MenuItem, MenuSeparator } from "../../ui/DropdownMenu.tsx";
import type { ParticipantChange } from "./change.ts";
import { useText } from "./text.ts";

interface ParticipantActionsProps {
  participant: Participant;
  name: string;
  onChange: (change: ParticipantChange) => void;
}

/** What the operator can change of one participant. */
export function ParticipantActions({ participant, name, onChange }: ParticipantActionsProps) {
  const t = useText();
  const navigate = useNavigate();
  const start = (action: ParticipantChange["action"]) => () => onChange({ action, participant, name });
  const standing = participant.suspended ? "restore" : "suspend";
  const isObligor = rolesFromBits(participant.roles).includes("obligor");
  const trigger = (
    <Button size="sm" className="whitespace-nowrap">
      {t("change.open")}
      <span className="sr-only"> {name}</span>
      <ChevronDown aria-hidden className="size-4" />
    </Button>
  );
  return (
    <DropdownMenu trigger={trigger}>
      <MenuItem onSelect={start("roles")}>{t("roles.open")}</MenuItem>
      <MenuItem onSelect={start("term")}>{t("term.open")}</MenuItem>
      {isObligor && <MenuItem onSelect={start("limit")}>{t("limit.open")}</MenuItem>}
      <MenuSeparator />
      <MenuItem onSelect={start(standing)}>{t(`${standing}.menu`)}</MenuItem>
      <MenuItem onSelect={() => void navigate({ to: "/keys", search: { lost: participant.account } })}>
        {t("change.key")}
      </MenuItem>
    </DropdownMenu>
  );
}
