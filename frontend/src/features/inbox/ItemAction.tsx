import { Link } from "@tanstack/react-router";
import { Button, buttonClass } from "../../ui/Button.tsx";
import type { Act } from "./ItemDialog.tsx";
import type { InboxItem, ItemKind } from "./item.ts";
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
  payOverdue: "/pay",
  payDefaulted: "/pay",
  earlyPayment: "/early-payment",
  programmeExpiring: "/early-payment",
  programmeUsedUp: "/early-payment",
  recourseAgainstMe: "/recourse",
  recoursePossible: "/recourse",
  recourseToDemand: "/recourse",
  recourseDemanded: "/recourse",
  loanToRepay: "/loans",
  loanDue: "/loans",
  loanToForeclose: "/loans",
  exposureToRelease: "/exposure",
  kycExpiring: "/participants",
  changeReady: "/policies",
  changeWaiting: "/policies",
  keyToAgree: "/keys",
  keyProposed: "/keys",
  keyNotice: "/keys",
  keyReady: "/keys",
  keySlicesLeft: "/keys",
  freezeOver: "/supervise/orders",
  freezeEnding: "/supervise/orders",
} as const satisfies Partial<Record<ItemKind, string>>;

/** Whether the action opens the receivable's own page, which also tells why. */
export function leadsToReceivable(kind: ItemKind): boolean {
  return kind !== "confirm" && !isPlaced(kind) && !isDoneHere(kind);
}

interface ItemActionProps {
  item: InboxItem;
  name: string;
  onAct: (act: Act) => void;
}

/** One click to do it. */
export function ItemAction({ item, name, onAct }: ItemActionProps) {
  const t = useText();
  const { kind, urgency, receivableId } = item;
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
  if (isDoneHere(kind)) {
    return (
      <Button size="sm" variant="primary" aria-label={shared["aria-label"]} onClick={() => onAct({ kind, item })}>
        {text}
      </Button>
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

function isDoneHere(kind: ItemKind): kind is "reportOverdue" | "declareDefault" {
  return kind === "reportOverdue" || kind === "declareDefault";
}
