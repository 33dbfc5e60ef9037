import type { InboxItem, ItemKind } from "./item.ts";

type BulkKind = "confirm" | "accept" | "pay";

/** Several items that one action answers. */
export interface Bulk {
  kind: BulkKind;
  /** Most urgent first. */
  items: readonly InboxItem[];
  /** Per currency index, ascending. */
  totals: readonly [currency: number, amount: bigint][];
}

/** The ledger confirms no more at once; contracts/ledger/registrar/Batches.sol. */
const MOST_CONFIRMED = 100;

const KINDS: Partial<Record<ItemKind, BulkKind>> = {
  ...{ confirm: "confirm", accept: "accept" },
  ...{ pay: "pay", payOverdue: "pay", payDefaulted: "pay" },
};

/** Where two or more wait for the same answer. Only what is due is paid together: before that, paying has its own price. */
export function bulksOf(items: readonly InboxItem[]): Bulk[] {
  const bulkOf = ({ kind, urgency }: InboxItem) => (urgency === "watch" ? undefined : KINDS[kind]);
  const kinds: readonly BulkKind[] = ["pay", "confirm", "accept"];
  return kinds.flatMap((kind) => {
    const found = items.filter((item) => bulkOf(item) === kind);
    const taken = kind === "confirm" ? found.slice(0, MOST_CONFIRMED) : found;
    return taken.length < 2 ? [] : [{ kind, items: taken, totals: totalsOf(taken) }];
  });
}

/** What some items come to, by currency index, ascending. */
export function totalsOf(items: readonly Pick<InboxItem, "money">[]): [currency: number, amount: bigint][] {
  const totals = new Map<number, bigint>();
  for (const { money } of items) {
    if (money) totals.set(money.currency, (totals.get(money.currency) ?? 0n) + money.amount);
  }
  return [...totals].sort(([a], [b]) => a - b);
}
