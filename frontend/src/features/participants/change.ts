import type { Participant } from "../../app/data/queries/participants.ts";

/** What the operator is about to change of a participant. */
export interface ParticipantChange {
  action: "suspend" | "restore" | "roles" | "term" | "limit";
  participant: Participant;
  name: string;
}

export interface ChangeDialogProps {
  change: ParticipantChange;
  onClose: () => void;
}
