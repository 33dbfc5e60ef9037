import { Link } from "@tanstack/react-router";
import { buttonClass } from "../../ui/Button.tsx";
import type { InboxItem, ItemKind } from "./items.ts";
import { useText } from "./useText.ts";

/** Where a thing is done; the others lead to the receivable itself. */
const PLACES = {
  pay: "/pay",
  finishPayOut: "/pay",
  accept: "/slices",
  refused: "/register",
  lapsed: "/register",
  registryMissing: "/slices",
  offerExpiring: "/offers",
  offerUsedUp: "/offers",
  kycExpiring: "/participants",
} as const satisfies Partial<Record<ItemKind, string>>;

/** Whether the action opens the receivable's own page, which also tells why. */
export function leadsToReceivable(kind: ItemKind): boolean {
  return kind !== "confirm" && !isPlaced(kind);
}

/** One click to do it. */
export function ItemAction({ item: { kind, urgency, receivableId }, name }: { item: InboxItem; name: string }) {
  const t = useText();
  const text = t(`item.${kind}.action`);
  const shared = {
    className: buttonClass(urgency === "watch" ? "secondary" : "primary", "sm"),
    "aria-label": `${text}: ${name}`,
  };
  if (kind === "confirm" && receivableId !== null) {
    return (
      <Link {...shared} to="/confirm/$receivableId" params={{ receivableId }}>
        {text}
      </Link>
    );
  }
  if (isPlaced(kind)) {
    return (
      <Link {...shared} to={PLACES[kind]}>
        {text}
      </Link>
    );
  }
  return receivableId === null ? null : (
    <Link {...shared} to="/receivables/$id" params={{ id: receivableId }}>
      {text}
    </Link>
  );
}

function isPlaced(kind: ItemKind): kind is keyof typeof PLACES {
  return kind in PLACES;
}
