import { dayOf } from "../../domain/day-count.ts";

/** By urgency: what is late, what must happen today, what waits for me, what is only to be watched. */
export const URGENCIES = ["late", "today", "act", "watch"] as const;
export type Urgency = (typeof URGENCIES)[number];

export type ItemKind =
  | "confirm"
  | "pay"
  | "finishPayOut"
  | "accept"
  | "refused"
  | "lapsed"
  | "waiting"
  | "registryMissing"
  | "offerExpiring"
  | "offerUsedUp"
  | "sliceDue"
  | "kycExpiring";

/** One line of the inbox. */
export interface InboxItem {
  key: string;
  kind: ItemKind;
  urgency: Urgency;
  /** The day that matters: due day, last day to accept, expiry; null when there is none. */
  day: number | null;
  money: { amount: bigint; currency: number } | null;
  /** The other company; null when there is none, or when there are several. */
  party: string | null;
  receivableId: string | null;
  /** Why the obligor refused. */
  refusalReason: number | null;
}

export interface Now {
  timestamp: bigint;
  today: number;
  utcOffsetHours: number;
}

interface Receivable {
  id: string;
  status: string;
  obligor: string;
  creditor: string;
  face: bigint;
  currency: number;
  dueDay: number;
  registryRecorded: boolean;
  paidInFull: boolean;
  refusalReason: number | null;
}

interface HeldSlice {
  id: string;
  face: bigint;
  receivable: Receivable;
}

interface OfferedSlice {
  id: string;
  sliceId: string;
  receivableId: string;
  from: string;
  start: bigint;
  end: bigint;
  until: bigint;
  receivable: Receivable;
}

interface StandingOffer {
  id: bigint;
  obligors: readonly string[];
  currency: number;
  smallestFace: bigint;
  limit: bigint;
  used: bigint;
  withdrawn: boolean;
  expiresAt: bigint;
}

interface Checked {
  account: string;
  kycUntil: number;
  suspended: boolean;
}

/** How many days ahead a due day, an offer's end or the end of a company's checks is announced. */
const DUE_AHEAD = 14;
const EXPIRY_AHEAD = 3;
const CHECKS_AHEAD = 30;

/** The obligor: invoices to confirm, receivables to pay. */
export function obligorItems(receivables: readonly Receivable[], { today }: Now): InboxItem[] {
  return receivables.flatMap((receivable) => {
    const { status, dueDay, paidInFull } = receivable;
    if (status === "registered" && dueDay > today) return [about(receivable, "confirm", "act")];
    if (status !== "confirmed") return [];
    if (paidInFull) return [about(receivable, "finishPayOut", "act")];
    const urgency = dueDay < today ? "late" : dueDay === today ? "today" : "watch";
    return dueDay <= today + DUE_AHEAD ? [about(receivable, "pay", urgency)] : [];
  });
}

interface SupplierRows {
  /** Slices offered to it. */
  offered: readonly OfferedSlice[];
  /** Invoices it registered. */
  registered: readonly Receivable[];
  held: readonly HeldSlice[];
}

/** The supplier: slices to accept, registrations that came back or wait, slices that can't be financed yet. */
export function supplierItems({ offered, registered, held }: SupplierRows, now: Now): InboxItem[] {
  const arrived = offered.filter(({ until, receivable }) => until >= now.timestamp && receivable.dueDay > now.today);
  return [
    ...arrived.map((offer) => acceptItem(offer, now)),
    ...registered.flatMap((receivable) => registrationItem(receivable, now)),
    ...registryItems(held, now),
  ];
}

function acceptItem(offer: OfferedSlice, { today, utcOffsetHours }: Now): InboxItem {
  const day = dayOf(offer.until, utcOffsetHours);
  const money = { amount: offer.end - offer.start, currency: offer.receivable.currency };
  const base = about(offer.receivable, "accept", day === today ? "today" : "act");
  return { ...base, key: `accept/${offer.id}`, day, money, party: offer.from };
}

function registrationItem(receivable: Receivable, { today }: Now): InboxItem[] {
  const party = receivable.obligor;
  if (receivable.status === "refused") return [{ ...about(receivable, "refused", "act"), party }];
  if (receivable.status !== "registered") return [];
  const hasLapsed = receivable.dueDay <= today;
  return [{ ...about(receivable, hasLapsed ? "lapsed" : "waiting", hasLapsed ? "act" : "watch"), party }];
}

/** One line for each receivable, with all that is held of it. */
function registryItems(held: readonly HeldSlice[], { today }: Now): InboxItem[] {
  const byReceivable = new Map<string, InboxItem>();
  for (const { face, receivable } of held) {
    if (receivable.status !== "confirmed" || receivable.registryRecorded || receivable.dueDay <= today) continue;
    const amount = face + (byReceivable.get(receivable.id)?.money?.amount ?? 0n);
    const money = { amount, currency: receivable.currency };
    byReceivable.set(receivable.id, {
      ...about(receivable, "registryMissing", "watch"),
      money,
      party: receivable.obligor,
    });
  }
  return [...byReceivable.values()];
}

/** The bank: its offers that end, its slices that fall due. */
export function bankItems(offers: readonly StandingOffer[], held: readonly HeldSlice[], now: Now): InboxItem[] {
  const due = held.filter(({ receivable }) => receivable.dueDay <= now.today + DUE_AHEAD);
  return [...offers.flatMap((offer) => offerItem(offer, now)), ...due.map((slice) => dueItem(slice, now))];
}

function offerItem(offer: StandingOffer, { timestamp, today, utcOffsetHours }: Now): InboxItem[] {
  if (offer.withdrawn || offer.expiresAt < timestamp) return [];
  const left = offer.limit - offer.used;
  const day = dayOf(offer.expiresAt, utcOffsetHours);
  const isUsedUp = left === 0n || left < offer.smallestFace;
  if (!isUsedUp && day > today + EXPIRY_AHEAD) return [];
  const kind = isUsedUp ? "offerUsedUp" : "offerExpiring";
  const [obligor = null, ...others] = offer.obligors;
  const party = others.length === 0 ? obligor : null;
  return [
    {
      ...{ key: `${kind}/${offer.id}`, kind, day, party, receivableId: null, refusalReason: null },
      urgency: !isUsedUp && day === today ? "today" : "watch",
      money: { amount: left, currency: offer.currency },
    },
  ];
}

function dueItem({ id, face, receivable }: HeldSlice, { today }: Now): InboxItem {
  const urgency = receivable.dueDay < today ? "late" : receivable.dueDay === today ? "today" : "watch";
  const money = { amount: face, currency: receivable.currency };
  return { ...about(receivable, "sliceDue", urgency), key: `sliceDue/${id}`, money, party: receivable.obligor };
}

/** Operator and supervisor: companies whose checks end. */
export function checkItems(participants: readonly Checked[], { today }: Now): InboxItem[] {
  return participants
    .filter(({ kycUntil, suspended }) => !suspended && kycUntil <= today + CHECKS_AHEAD)
    .map(({ account, kycUntil }) => ({
      ...{ key: `kycExpiring/${account}`, kind: "kycExpiring", day: kycUntil, party: account },
      ...{ money: null, receivableId: null, refusalReason: null },
      urgency: kycUntil < today ? "late" : "watch",
    }));
}

function about(receivable: Receivable, kind: ItemKind, urgency: Urgency): InboxItem {
  return {
    key: `${kind}/${receivable.id}`,
    kind,
    urgency,
    day: receivable.dueDay,
    money: { amount: receivable.face, currency: receivable.currency },
    party: receivable.creditor,
    receivableId: receivable.id,
    refusalReason: receivable.refusalReason,
  };
}

/** Most urgent first, then by day; each thing once, whatever roles show it. */
export function byUrgency(items: readonly InboxItem[]): InboxItem[] {
  const once = new Map(items.map((item) => [item.key, item]));
  const rank = ({ urgency }: InboxItem) => URGENCIES.indexOf(urgency);
  const day = (item: InboxItem) => item.day ?? Number.MAX_SAFE_INTEGER;
  return [...once.values()].sort((a, b) => rank(a) - rank(b) || day(a) - day(b) || (a.key < b.key ? -1 : 1));
}
