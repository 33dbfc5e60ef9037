import { AcceptMany } from "./AcceptMany.tsx";
import type { InboxItem } from "./item.ts";
import { LateReview } from "./LateReview.tsx";

/** What is done without leaving the inbox. Items are as they were when chosen: the dialog outlives their lines. */
export type Act =
  | { kind: "acceptMany"; items: readonly InboxItem[] }
  | { kind: "reportOverdue" | "declareDefault"; item: InboxItem };

export function ItemDialog({ act, onClose }: { act: Act; onClose: () => void }) {
  if (act.kind === "acceptMany") return <AcceptMany items={act.items} onClose={onClose} />;
  return <LateReview act={act.kind} item={act.item} onClose={onClose} />;
}
