import { db } from "ponder:api";
import { participant, policyVersion, receivable, slice } from "ponder:schema";
import { and, countDistinct, desc, eq, inArray, isNotNull, sql, sum } from "ponder";
import type { Hex } from "viem";
import { FIGURES, type Figure } from "../../../../frontend/src/domain/figures.ts";

const RETIRED = 4;

export interface FigureFilter {
  currency: number;
  /** The chain's day, for what is late. */
  today: number;
  obligor?: Hex | undefined;
  holder?: Hex | undefined;
}

/** A share of a figure; `amount` is minor units as text. */
interface Counted {
  amount: string | null;
  receivables: number;
}

const isLive = and(eq(slice.status, "live"), sql`(${slice.flags} & ${RETIRED}) = 0`);
const isOwed = and(isLive, inArray(receivable.status, ["confirmed", "defaulted"]));
const itsPolicy = eq(receivable.policy, policyVersion.version);

/** Which slices' cents a figure counts. */
function counted(figure: Figure, today: number): ReturnType<typeof and> {
  if (figure === "owed") return isOwed;
  if (figure === "frozen") return and(eq(slice.status, "live"), isNotNull(slice.freezeId));
  if (figure === "redeemed") return and(eq(slice.status, "redeemed"), sql`(${slice.flags} & ${RETIRED}) = 0`);
  const isPast = sql`${receivable.dueDay} + ${policyVersion.graceDays} < ${today}`;
  return and(isOwed, eq(receivable.paidInFull, false), isPast);
}

const amount = sum(slice.face);

/** Every figure of every currency. */
export async function totals(today: number): Promise<(Counted & { figure: Figure; currency: number })[]> {
  const each = FIGURES.map(async (figure) => {
    const rows = await db
      .select({ currency: receivable.currency, amount, receivables: countDistinct(receivable.id) })
      .from(slice)
      .innerJoin(receivable, eq(slice.receivableId, receivable.id))
      .innerJoin(policyVersion, itsPolicy)
      .where(counted(figure, today))
      .groupBy(receivable.currency);
    return rows.map((row) => ({ figure, ...row }));
  });
  return (await Promise.all(each)).flat();
}

/** The receivables that make a figure, the largest first, with how many there are in all. */
export async function partsOf(
  figure: Figure,
  { currency, today, obligor, holder }: FigureFilter,
  { offset, limit }: { offset: number; limit: number },
): Promise<Counted & { parts: { receivableId: Hex; amount: string | null }[] }> {
  const where = and(
    counted(figure, today),
    eq(receivable.currency, currency),
    ...(obligor ? [eq(receivable.obligorIdentity, obligor)] : []),
    ...(holder ? [inArray(slice.holder, accountsOf(holder))] : []),
  );
  const parts = await db
    .select({ receivableId: receivable.id, amount })
    .from(slice)
    .innerJoin(receivable, eq(slice.receivableId, receivable.id))
    .innerJoin(policyVersion, itsPolicy)
    .where(where)
    .groupBy(receivable.id)
    .orderBy(desc(amount), receivable.id)
    .limit(limit)
    .offset(offset);
  const [whole] = await db
    .select({ amount, receivables: countDistinct(receivable.id) })
    .from(slice)
    .innerJoin(receivable, eq(slice.receivableId, receivable.id))
    .innerJoin(policyVersion, itsPolicy)
    .where(where);
  return { amount: whole?.amount ?? null, receivables: whole?.receivables ?? 0, parts };
}

const MOST_SHARES = 20;

/** The largest debtors and the largest holders of what is owed, by currency. */
export async function shares() {
  const total = await db
    .select({ currency: receivable.currency, total: amount })
    .from(slice)
    .innerJoin(receivable, eq(slice.receivableId, receivable.id))
    .where(isOwed)
    .groupBy(receivable.currency);
  const receivables = countDistinct(receivable.id);
  const all = total.map(async ({ currency, total: of }) => {
    const where = and(isOwed, eq(receivable.currency, currency));
    const obligors = await db
      .select({ identity: receivable.obligorIdentity, amount, receivables })
      .from(slice)
      .innerJoin(receivable, eq(slice.receivableId, receivable.id))
      .where(where)
      .groupBy(receivable.obligorIdentity)
      .orderBy(desc(amount))
      .limit(MOST_SHARES);
    const holders = await db
      .select({ identity: participant.identity, amount, receivables })
      .from(slice)
      .innerJoin(receivable, eq(slice.receivableId, receivable.id))
      .innerJoin(participant, eq(slice.holder, participant.account))
      .where(where)
      .groupBy(participant.identity)
      .orderBy(desc(amount))
      .limit(MOST_SHARES);
    return [
      ...obligors.map((row) => ({ side: "obligor" as const, currency, total: of, ...row })),
      ...holders.map((row) => ({ side: "holder" as const, currency, total: of, ...row })),
    ];
  });
  return (await Promise.all(all)).flat();
}

function accountsOf(identity: Hex) {
  return db.select({ account: participant.account }).from(participant).where(eq(participant.identity, identity));
}
