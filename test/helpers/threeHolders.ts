import { confirmedReceivable, type Network, sliceId } from "./network.ts";

/** Three slices of three holders: the supplier's [0, 7m), and two companies' [7m, 9m) and [9m, 10m). */
export async function threeHolders(net: Network, change: Parameters<typeof confirmedReceivable>[1] = {}) {
  const receivable = await confirmedReceivable(net, change);
  const [second, third, stranger] = net.suppliers;
  if (!second || !third || !stranger) throw new Error("three companies expected");
  const parts = [
    { to: second.address, amount: 2_000_000n },
    { to: third.address, amount: 1_000_000n },
  ];
  await net.ledger.connect(net.supplier).splitAndTransfer(receivable.slice, parts, 0);
  const slices = [0n, 7_000_000n, 9_000_000n].map((start) => sliceId(receivable.id, start));
  const [head = 0n, middle = 0n, last = 0n] = slices;
  return {
    ...receivable,
    slices,
    head,
    middle,
    last,
    second,
    third,
    stranger,
    dueDay: Number(receivable.terms.dueDay),
  };
}
