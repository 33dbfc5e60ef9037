/** What can be done about recourse for a slice now. */
export type RecourseAct = "report" | "declare" | "payOut" | "demand" | "pay" | "waive";

/** What the seller owes for a slice today, in minor units; contracts/interfaces/IRecourseDesk.sol. */
export interface Claim {
  face: bigint;
  recovered: bigint;
  penalty: bigint;
  amount: bigint;
  /** Paid by the obligor and not yet paid out for the slice. */
  undrawn: bigint;
}

export interface Standing {
  state: "recorded" | "demanded" | "waived" | "returned";
  /** Null while nothing can be claimed, or when the bank holds none of the cents. */
  claim: Claim | null;
  isBank: boolean;
  isSeller: boolean;
  receivable: { status: string; dueDay: number; reportedOverdue: boolean; paidInFull: boolean };
  policy: { graceDays: number; defaultDays: number };
  today: number;
}

/** In the order in which they follow one another. Anyone may report, declare and pay; they are offered to the two parties. */
export function recourseActs(standing: Standing): RecourseAct[] {
  const { state, claim, isBank, isSeller, receivable, policy, today } = standing;
  if (state === "waived" || state === "returned") return [];
  const acts: RecourseAct[] = [];
  const { dueDay, reportedOverdue } = receivable;
  if (receivable.status === "confirmed" && !receivable.paidInFull) {
    if (!reportedOverdue && today > dueDay + policy.graceDays) acts.push("report");
    if (reportedOverdue && today > dueDay + policy.defaultDays) acts.push("declare");
  }
  if (claim !== null && claim.undrawn > 0n) acts.push("payOut");
  if (claim !== null && claim.undrawn === 0n && claim.amount > 0n) {
    if (isBank && state === "recorded") acts.push("demand");
    if (isSeller) acts.push("pay");
  }
  if (isBank) acts.push("waive");
  return acts;
}

interface Link {
  id: bigint;
  receivableId: string;
  start: bigint;
  end: bigint;
  seller: string;
  bank: string;
}

/** Through whose hands a link's cents were sold with recourse, the first seller first. @param links Of the same receivables. */
export function chainOf(link: Link, links: readonly Link[]): string[] {
  const over = links
    .filter((each) => each.receivableId === link.receivableId && each.start < link.end && link.start < each.end)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const chain = [link.seller, link.bank];
  for (const { id, seller, bank } of over.toReversed()) if (id < link.id && bank === chain[0]) chain.unshift(seller);
  for (const { id, seller, bank } of over) if (id > link.id && seller === chain.at(-1)) chain.push(bank);
  return chain;
}
