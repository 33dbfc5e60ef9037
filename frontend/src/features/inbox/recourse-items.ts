import { dayOf } from "../../domain/day-count.ts";
import { isClaimable } from "../../domain/recourse-claim.ts";
import { about, type InboxItem, type Now, type Receivable } from "./item.ts";

interface Link {
  id: bigint;
  receivableId: string;
  start: bigint;
  end: bigint;
  seller: string;
  bank: string;
  state: string;
  demanded: bigint | null;
  demandedAt: bigint | null;
}

interface Held {
  receivableId: string;
  start: bigint;
  end: bigint;
}

interface Known {
  /** The organisation's accounts, in lower case. */
  own: readonly string[];
  receivables: readonly Receivable[];
  /** What the connected account holds. */
  held: readonly Held[];
}

/** Recourse after a default: what is demanded of me, what I may demand, and what waits for a seller. */
export function recourseItems(links: readonly Link[], { own, receivables, held }: Known, now: Now): InboxItem[] {
  const byId = new Map(receivables.map((receivable) => [receivable.id, receivable]));
  return links.flatMap((link) => {
    const receivable = byId.get(link.receivableId);
    const isOpen = link.state === "recorded" || link.state === "demanded";
    if (!receivable || !isOpen || !isClaimable(receivable)) return [];
    if (own.includes(link.seller.toLowerCase())) return [againstMe(link, receivable, now)];
    return own.includes(link.bank.toLowerCase()) ? ofMine(link, receivable, heldOf(link, held), now) : [];
  });
}

function againstMe(link: Link, receivable: Receivable, now: Now): InboxItem {
  const facts = { party: link.bank, obligor: receivable.obligor, money: moneyOf(link, receivable) };
  if (link.state === "recorded") return about(receivable, "recoursePossible", "watch", facts, `${link.id}`);
  return about(receivable, "recourseAgainstMe", "late", { ...facts, day: demandDay(link, now) }, `${link.id}`);
}

/** @param amount Cents of the link that the bank holds itself: only for those it can claim. */
function ofMine(link: Link, receivable: Receivable, amount: bigint, now: Now): InboxItem[] {
  const facts = { party: link.seller, obligor: receivable.obligor };
  if (link.state === "demanded") {
    const demand = { ...facts, money: moneyOf(link, receivable), day: demandDay(link, now) };
    return [about(receivable, "recourseDemanded", "watch", demand, `${link.id}`)];
  }
  const money = { amount, currency: receivable.currency };
  return amount > 0n ? [about(receivable, "recourseToDemand", "act", { ...facts, money }, `${link.id}`)] : [];
}

/** What was demanded, with the penalty until then; before that, the face. */
function moneyOf({ demanded, start, end }: Link, { currency }: Receivable) {
  return { amount: demanded ?? end - start, currency };
}

function demandDay({ demandedAt }: Link, { utcOffsetHours }: Now): number | null {
  return demandedAt === null ? null : dayOf(demandedAt, utcOffsetHours);
}

/** Cents of slices that lie wholly among a link's. */
function heldOf({ receivableId, start, end }: Link, held: readonly Held[]): bigint {
  return held
    .filter((slice) => slice.receivableId === receivableId && start <= slice.start && slice.end <= end)
    .reduce((sum, slice) => sum + slice.end - slice.start, 0n);
}
