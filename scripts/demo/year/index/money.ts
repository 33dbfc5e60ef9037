import type { YearStage } from "../play/stage.ts";
import { type Comparison, factsOf, sumsOf } from "./differences.ts";
import { hexOf } from "./receivables.ts";
import { amount, flag, rowsOf, text, whole } from "./rows.ts";
import { sliceHex } from "./slices.ts";

/** What obligors paid, how it reached the holders, and what still waits. */
export async function compareMoney(stage: YearStage, url: string): Promise<Comparison[]> {
  const paidIn = await rowsOf(url, "payments", { receivableId: text, face: amount, penalty: amount });
  const columns = { sliceId: text, receivableId: text, holder: text, amount, setAside: flag };
  const paidOut = await rowsOf(url, "slicePayments", columns);
  const { settlementDesk: desk } = stage.contracts;
  const full = [
    await desk.queryFilter(desk.filters.ObligorPaid()),
    await desk.queryFilter(desk.filters.ObligorPaidPart()),
  ].flat();
  const early = await desk.queryFilter(desk.filters.ObligorPaidEarly());
  const out = await desk.queryFilter(desk.filters.SlicePaid());
  const held = await Promise.all(paidIn.map(({ receivableId }) => desk.collectionOf(receivableId)));
  const heldOf = new Map(paidIn.map(({ receivableId }, i) => [receivableId, held[i]?.held ?? 0n]));
  return [
    {
      table: "payment",
      index: sumsOf(paidIn.map(({ receivableId, face, penalty }) => [receivableId, [face, penalty, 1n]])),
      chain: sumsOf([
        ...full.map(({ args }) => [hexOf(args.id), [args.face, args.penalty, 1n]] as const),
        ...early.map(({ args }) => [hexOf(args.id), [args.face, 0n, 1n]] as const),
      ]),
    },
    {
      table: "slicePayment",
      index: sumsOf(paidOut.map((row) => [`${row.sliceId} ${row.holder}`, [row.amount, 1n]])),
      chain: sumsOf(out.map(({ args }) => [`${sliceHex(args.id)} ${args.holder}`, [args.amount, 1n]])),
    },
    {
      table: "payment less slicePayment",
      index: sumsOf([
        ...paidIn.map(({ receivableId, face, penalty }) => [receivableId, [face + penalty]] as const),
        ...paidOut.map((row) => [row.receivableId, [-row.amount]] as const),
      ]),
      chain: sumsOf([...heldOf].map(([id, amountHeld]) => [id, [amountHeld]])),
    },
    await setAside(stage, url, paidOut),
  ];
}

async function setAside(
  stage: YearStage,
  url: string,
  paidOut: readonly { receivableId: string; holder: string; amount: bigint; setAside: boolean }[],
): Promise<Comparison> {
  const { contracts, actors, purses } = stage;
  const claims = await rowsOf(url, "claims", { holder: text, currency: whole, amount });
  const receivables = await rowsOf(url, "receivables", { id: text, currency: whole });
  const currencyOf = new Map(receivables.map(({ id, currency }) => [id, currency]));
  const waiting = [...actors.values()].flatMap(({ address }) =>
    purses.map(async ({ index }) => {
      return [`${address} ${index}`, [await contracts.settlementDesk.setAsideOf(address, index)]] as const;
    }),
  );
  const told = sumsOf([
    ...paidOut
      .filter((row) => row.setAside)
      .map((row) => [`${row.holder} ${currencyOf.get(row.receivableId)}`, [row.amount]] as const),
    ...claims.map((row) => [`${row.holder} ${row.currency}`, [-row.amount]] as const),
  ]);
  const isOpen = ([, sum]: readonly [string, string]) => sum !== "0";
  return {
    table: "slicePayment set aside, less claim",
    index: new Map([...told].filter(isOpen)),
    chain: new Map([...factsOf(await Promise.all(waiting))].filter(isOpen)),
  };
}
