import { type InboxItem, itemOf } from "./item.ts";

/** The bank: what still counts against its limits though it binds it no longer, one line for each currency. */
export function exposureItems(
  cents: ReadonlyMap<string, bigint>,
  receivables: readonly { id: string; currency: number }[],
): InboxItem[] {
  const totals = new Map<number, bigint>();
  for (const { id, currency } of receivables) {
    const count = cents.get(id) ?? 0n;
    if (count > 0n) totals.set(currency, (totals.get(currency) ?? 0n) + count);
  }
  return [...totals].map(([currency, amount]) =>
    itemOf("exposureToRelease", "act", String(currency), { money: { amount, currency } }),
  );
}
