import { useAnnouncedOperations } from "../../app/data/queries/governance.ts";
import { useFreezesInForce } from "../../app/data/queries/legalOrders.ts";
import { useReplacements } from "../../app/data/queries/replacements.ts";
import { useSlicesOn } from "../../app/data/queries/slices.ts";
import { type Inbox, inboxOf, nowOf, type Whose } from "./inbox.ts";
import { changeItems, freezeItems, keyItems } from "./office-items.ts";

/** What waits for the operator and the supervisor. */
export function useOfficeItems({ account, roles, clock }: Whose): Inbox {
  const isSupervisor = roles.includes("supervisor");
  const isOffice = isSupervisor || roles.includes("operator");
  const announced = useAnnouncedOperations(isOffice);
  const replacements = useReplacements(isOffice);
  const carriedOut = (replacements.data ?? []).filter(({ status }) => status === "carriedOut");
  const left = useSlicesOn(carriedOut.map(({ lost }) => lost));
  const freezes = useFreezesInForce(isSupervisor);
  const needed = [...(isOffice ? [announced, replacements, left] : []), ...(isSupervisor ? [freezes] : [])];
  return inboxOf(needed, () => {
    const now = nowOf(clock);
    return [
      ...changeItems(announced.data ?? [], account, now),
      ...keyItems(replacements.data ?? [], { account, isSupervisor, left: left.data ?? [] }, now),
      ...freezeItems(freezes.data ?? [], now),
    ];
  });
}
