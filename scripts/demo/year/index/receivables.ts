import type { YearStage } from "../play/stage.ts";
import { type Comparison, factsOf } from "./differences.ts";
import { amount, flag, rowsOf, text, whole } from "./rows.ts";

const STATUSES = ["none", "registered", "refused", "cancelled", "confirmed", "settled", "writtenOff", "defaulted"];
const [SETTLED, FIRST_CONFIRMED] = [5, 4];
const COLUMNS = {
  ...{ id: text, status: text, word: amount, obligor: text, face: amount, dueDay: whole, currency: whole },
  ...{ registryRecorded: flag, paidInto: flag, reportedOverdue: flag, redeemed: amount, retired: amount },
  ...{ paidFace: amount, paidPenalty: amount },
};

/** Every receivable's word, what stands in it, and what was paid for it. */
export async function compareReceivables(stage: YearStage, url: string): Promise<Comparison[]> {
  const { ledger } = stage.contracts;
  const registered = await ledger.queryFilter(ledger.filters.ReceivableRegistered());
  const terms = new Map(registered.map(({ args }) => [args.id, args]));
  const rows = await rowsOf(url, "receivables", COLUMNS);
  const chain = await Promise.all([...terms.values()].map(({ id }) => receivable(stage, id)));
  return [
    {
      table: "receivable",
      index: factsOf(
        rows.map(({ id, status, word, ...row }) => {
          const marks = [row.registryRecorded, row.paidInto, row.reportedOverdue];
          const settling = [row.redeemed, row.retired];
          if (STATUSES.indexOf(status) < FIRST_CONFIRMED) return [id, [status, word, ...settling]];
          return [id, [status, word, ...settling, row.obligor, row.face, row.dueDay, row.currency, ...marks]];
        }),
      ),
      chain: factsOf(chain),
    },
    await payments(stage, rows),
  ];
}

async function receivable({ contracts: { ledger } }: YearStage, id: bigint) {
  const word = await ledger.receivableWordOf(id);
  const status = Number(word & 15n);
  const bits = (from: bigint, width: number) => BigInt.asUintN(width, word >> from);
  const redeemed = status === SETTLED ? bits(48n, 48) : (await ledger.settlingOf(id)).redeemed;
  const facts = [STATUSES[status] ?? "", word, redeemed, await ledger.retiredOf(id)];
  if (status < FIRST_CONFIRMED) return [hexOf(id), facts] as const;
  const obligor = `0x${bits(96n, 160).toString(16).padStart(40, "0")}`;
  const marks = [16n, 32n, 128n].map((mark) => (word & mark) !== 0n);
  return [hexOf(id), [...facts, obligor, bits(48n, 48), bits(32n, 16), bits(24n, 8), ...marks]] as const;
}

/** Where the desk keeps a record of what was paid, the index has the same. */
async function payments(
  { contracts: { settlementDesk } }: YearStage,
  rows: readonly { id: string; paidFace: bigint; paidPenalty: bigint }[],
): Promise<Comparison> {
  const collections = await Promise.all(rows.map(({ id }) => settlementDesk.collectionOf(id)));
  const isKept = (i: number) => (collections[i]?.paid ?? 0n) + (collections[i]?.penalty ?? 0n) > 0n;
  return {
    table: "receivable, paid",
    index: factsOf(
      rows.filter((_, i) => isKept(i)).map(({ id, paidFace, paidPenalty }) => [id, [paidFace, paidPenalty]]),
    ),
    chain: factsOf(
      rows.flatMap(({ id }, i) => {
        const kept = collections[i];
        return kept && isKept(i) ? [[id, [kept.paid, kept.penalty]] as const] : [];
      }),
    ),
  };
}

export function hexOf(id: bigint): string {
  return `0x${id.toString(16).padStart(48, "0")}`;
}
