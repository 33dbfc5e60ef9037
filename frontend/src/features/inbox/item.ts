/** By urgency: what is late, what must happen today, what waits for me, what is only to be watched. */
export const URGENCIES = ["late", "today", "act", "watch"] as const;
export type Urgency = (typeof URGENCIES)[number];

export type ItemKind =
  | "confirm"
  | "pay"
  | "payOverdue"
  | "payDefaulted"
  | "finishPayOut"
  | "accept"
  | "refused"
  | "lapsed"
  | "waiting"
  | "registryMissing"
  | "sliceDue"
  | "sliceDefaulted"
  | "reportOverdue"
  | "declareDefault"
  | "offerExpiring"
  | "offerUsedUp"
  | "earlyPayment"
  | "programmeExpiring"
  | "programmeUsedUp"
  | "recourseAgainstMe"
  | "recoursePossible"
  | "recourseToDemand"
  | "recourseDemanded"
  | "loanToRepay"
  | "loanDue"
  | "loanToForeclose"
  | "exposureToRelease"
  | "kycExpiring"
  | "changeReady"
  | "changeWaiting"
  | "keyToAgree"
  | "keyProposed"
  | "keyNotice"
  | "keyReady"
  | "keySlicesLeft"
  | "freezeOver"
  | "freezeEnding";

interface Facts {
  /** The day that matters: due day, last day to accept, expiry; null when there is none. */
  day: number | null;
  /** The day from which the next consequence is possible, or the last without it. */
  nextDay: number | null;
  money: { amount: bigint; currency: number } | null;
  /** The other company; null when there is none, or when there are several. */
  party: string | null;
  /** Who owes it, where the other company is not the obligor. */
  obligor: string | null;
  receivableId: string | null;
  /** The slice that is acted upon. */
  sliceId: string | null;
  /** Why the obligor refused. */
  refusalReason: number | null;
}

/** One line of the inbox. */
export interface InboxItem extends Facts {
  key: string;
  kind: ItemKind;
  urgency: Urgency;
}

export interface Now {
  timestamp: bigint;
  today: number;
  utcOffsetHours: number;
}

export interface Receivable {
  id: string;
  status: string;
  obligor: string;
  creditor: string;
  face: bigint;
  paidFace: bigint;
  retired: bigint;
  currency: number;
  dueDay: number;
  policy: number | null;
  registryRecorded: boolean;
  reportedOverdue: boolean;
  paidInFull: boolean;
  refusalReason: number | null;
}

/** How many days ahead a due day is announced. */
export const DUE_AHEAD = 14;

const NO_FACTS: Facts = {
  ...{ day: null, nextDay: null, money: null, party: null, obligor: null },
  ...{ receivableId: null, sliceId: null, refusalReason: null },
};

/** @param id Tells it from others of its kind. */
export function itemOf(kind: ItemKind, urgency: Urgency, id: string | bigint, facts: Partial<Facts>): InboxItem {
  return { key: `${kind}/${id}`, kind, urgency, ...NO_FACTS, ...facts };
}

/** A line about a whole receivable; the other company is its creditor. */
export function about(
  receivable: Receivable,
  kind: ItemKind,
  urgency: Urgency,
  facts: Partial<Facts> = {},
  id = receivable.id,
): InboxItem {
  return itemOf(kind, urgency, id, {
    day: receivable.dueDay,
    money: { amount: receivable.face, currency: receivable.currency },
    party: receivable.creditor,
    receivableId: receivable.id,
    refusalReason: receivable.refusalReason,
    ...facts,
  });
}

/** What a day asks for by itself. */
export function urgencyOf(day: number, today: number): Urgency {
  if (day < today) return "late";
  return day === today ? "today" : "watch";
}

/** Most urgent first, then by day; each thing once, whatever roles show it. */
export function byUrgency(items: readonly InboxItem[]): InboxItem[] {
  const once = new Map(items.map((item) => [item.key, item]));
  const rank = ({ urgency }: InboxItem) => URGENCIES.indexOf(urgency);
  const day = (item: InboxItem) => item.day ?? Number.MAX_SAFE_INTEGER;
  return [...once.values()].sort((a, b) => rank(a) - rank(b) || day(a) - day(b) || (a.key < b.key ? -1 : 1));
}
