import type { Participant } from "../../app/data/queries/participants.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import type { Party } from "../../domain/invoice/invoice.ts";
import { StatusPill } from "../../ui/StatusPill.tsx";
import { UntrustedText } from "../../ui/UntrustedText.tsx";
import type { Matched } from "./assess-invoice.ts";
import { useText } from "./text.ts";

interface PartyLineProps {
  party: Party;
  match: Matched<Participant>;
  isMe?: boolean;
}

/** A party as the file names it, and the participant it is here. */
export function PartyLine({ party, match, isMe = false }: PartyLineProps) {
  const t = useText();
  const { nameOf } = useDirectory();
  const { identity, participant } = match;
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2 gap-y-1">
      <span className="font-medium">
        <UntrustedText>{party.name}</UntrustedText>
      </span>
      <span className="figures text-sm text-muted">
        {identity.scheme} {identity.number}
      </span>
      <StatusPill tone="positive">
        {isMe ? t("review.you") : t("review.admittedAs", { name: nameOf(participant.account) })}
      </StatusPill>
    </span>
  );
}
