import { type CentRange, centsIn, withoutRange, withRange } from "./cent-ranges.ts";

/** A receivable that was ever confirmed, of one currency. Amounts in minor units, times in seconds. */
export interface ConfirmedReceivable {
  id: string;
  face: bigint;
  dueDay: number;
  confirmedAt: bigint;
  /** What the index itself keeps of it: face paid from the due day on, and cents retired before. */
  paidFace: bigint;
  retired: bigint;
}

/** What an obligor paid. `due`: from the due day on, counted over all cents; the others before it, naming cents that retire. */
export interface Discharge {
  receivableId: string;
  kind: "due" | "early" | "programme";
  face: bigint;
  /** Cash paid for the face: less by the discount under a programme. */
  cash: bigint;
  timestamp: bigint;
}

/** A movement of cents by which a supplier had its money from a finance provider, or gave it back. */
export interface Financing extends CentRange {
  receivableId: string;
  /** Sold to a finance provider or taken by it for a loan; or given back (recourse), or paid early by the obligor (retirement). */
  kind: "financed" | "ended";
  timestamp: bigint;
}

export interface Period {
  /** First and last second. */
  from: bigint;
  to: bigint;
}

/** Minor units of one currency. */
interface RollForward {
  opening: bigint;
  confirmed: bigint;
  /** Of the face, by how it was paid. */
  paidDue: bigint;
  paidEarly: bigint;
  paidByProgramme: bigint;
  closing: bigint;
}

/** One receivable's part in the statement. */
export interface StatementLine extends RollForward {
  id: string;
  /** Of the closing amount: cents for which a supplier already had its money from a finance provider. */
  financedClosing: bigint;
}

export interface Statement extends RollForward {
  /** Discount that the obligor kept under its own programmes in the period. */
  discountEarned: bigint;
  financedOpening: bigint;
  financedClosing: bigint;
  /** Receivables owed at the end. */
  count: number;
  lines: StatementLine[];
  discrepancies: Discrepancy[];
}

/** Why a statement must not be relied on. `difference` in minor units. */
export type Discrepancy =
  | { kind: "rollForward"; difference: bigint }
  | { kind: "payments" | "retired" | "overpaid"; receivableId: string; difference: bigint };

interface Input {
  receivables: readonly ConfirmedReceivable[];
  discharges: readonly Discharge[];
  financings: readonly Financing[];
}

/**
 * The roll-forward of confirmed obligations under supplier finance: IAS 7 paragraphs 44F–44H, ASU 2022-04 (ASC 405-50).
 * Opening and closing amounts are reckoned from what stood at those moments, the movements from what happened between them; a statement
 * that does not add up says so.
 */
export function supplierFinanceStatement(input: Input, period: Period): Statement {
  const discharges = grouped(input.discharges);
  const financings = grouped(input.financings);
  const parts = input.receivables.map((row) =>
    lineOf(row, discharges.get(row.id) ?? [], financings.get(row.id) ?? [], period),
  );
  const sum = (pick: (part: (typeof parts)[number]) => bigint) => parts.reduce((total, part) => total + pick(part), 0n);
  const totals: RollForward = {
    opening: sum(({ line }) => line.opening),
    confirmed: sum(({ line }) => line.confirmed),
    paidDue: sum(({ line }) => line.paidDue),
    paidEarly: sum(({ line }) => line.paidEarly),
    paidByProgramme: sum(({ line }) => line.paidByProgramme),
    closing: sum(({ line }) => line.closing),
  };
  const difference = differenceOf(totals);
  return {
    ...totals,
    discountEarned: sum(({ discount }) => discount),
    financedOpening: sum(({ financedOpening }) => financedOpening),
    financedClosing: sum(({ line }) => line.financedClosing),
    count: parts.filter(({ line }) => line.closing > 0n).length,
    lines: parts.map(({ line }) => line).filter(hasFigures),
    discrepancies: [
      ...(difference === 0n ? [] : [{ kind: "rollForward" as const, difference }]),
      ...input.receivables.flatMap((row) => discrepanciesOf(row, discharges.get(row.id) ?? [])),
    ],
  };
}

function lineOf(
  row: ConfirmedReceivable,
  discharges: readonly Discharge[],
  financings: readonly Financing[],
  { from, to }: Period,
) {
  const within = discharges.filter(({ timestamp }) => timestamp >= from && timestamp <= to);
  const faceOf = (kind: Discharge["kind"]) => faceSum(within.filter((each) => each.kind === kind));
  const line: StatementLine = {
    id: row.id,
    opening: owedAt(row, discharges, from - 1n),
    confirmed: row.confirmedAt >= from && row.confirmedAt <= to ? row.face : 0n,
    paidDue: paidToOthersWithin(row, discharges, { from, to }),
    paidEarly: faceOf("early"),
    paidByProgramme: faceOf("programme"),
    closing: owedAt(row, discharges, to),
    financedClosing: financedAt(row, discharges, financings, to),
  };
  const discount = within.reduce((sum, { face, cash, kind }) => (kind === "programme" ? sum + face - cash : sum), 0n);
  return { line, discount, financedOpening: financedAt(row, discharges, financings, from - 1n) };
}

/** What was owed to others at the end of a second. */
function owedAt(row: ConfirmedReceivable, discharges: readonly Discharge[], at: bigint): bigint {
  if (row.confirmedAt > at) return 0n;
  const until = discharges.filter(({ timestamp }) => timestamp <= at);
  const retired = faceSum(until.filter(({ kind }) => kind !== "due"));
  const paid = faceSum(until.filter(({ kind }) => kind === "due"));
  return row.face - retired - toOthers(row.face, retired, paid);
}

/** Payment by payment: what each one brought others. */
function paidToOthersWithin(row: ConfirmedReceivable, discharges: readonly Discharge[], { from, to }: Period): bigint {
  const inOrder = discharges.toSorted((a, b) => (a.timestamp < b.timestamp ? -1 : 1));
  let [retired, paid, within] = [0n, 0n, 0n];
  for (const { kind, face, timestamp } of inOrder) {
    if (kind !== "due") {
      retired += face;
      continue;
    }
    const brought = toOthers(row.face, retired, paid + face) - toOthers(row.face, retired, paid);
    paid += face;
    if (timestamp >= from && timestamp <= to) within += brought;
  }
  return within;
}

/**
 * Of a sum paid from the due day on, what went to others: the obligor nets its own, retired cents. Of a part payment that share is
 * rounded down to a whole minor unit; with the last payment it comes out exactly.
 */
function toOthers(face: bigint, retired: bigint, paid: bigint): bigint {
  return (paid * (face - retired)) / face;
}

function financedAt(
  row: ConfirmedReceivable,
  discharges: readonly Discharge[],
  financings: readonly Financing[],
  at: bigint,
): bigint {
  if (row.confirmedAt > at) return 0n;
  const paid = faceSum(discharges.filter(({ kind, timestamp }) => kind === "due" && timestamp <= at));
  let ranges: CentRange[] = [];
  for (const { kind, timestamp, start, end } of financings) {
    if (timestamp > at) continue;
    ranges = kind === "financed" ? withRange(ranges, { start, end }) : withoutRange(ranges, { start, end });
  }
  return (centsIn(ranges) * (row.face - paid)) / row.face;
}

/** What the payments say, held against what the index keeps of the receivable. */
function discrepanciesOf(row: ConfirmedReceivable, discharges: readonly Discharge[]): Discrepancy[] {
  const paid = faceSum(discharges.filter(({ kind }) => kind === "due"));
  const retired = faceSum(discharges.filter(({ kind }) => kind !== "due"));
  const found = [
    { kind: "payments" as const, difference: row.paidFace - paid },
    { kind: "retired" as const, difference: row.retired - retired },
    { kind: "overpaid" as const, difference: paid > row.face || retired > row.face ? paid + retired - row.face : 0n },
  ];
  return found
    .filter(({ difference }) => difference !== 0n)
    .map((discrepancy) => ({ ...discrepancy, receivableId: row.id }));
}

function differenceOf({ opening, confirmed, paidDue, paidEarly, paidByProgramme, closing }: RollForward): bigint {
  return opening + confirmed - paidDue - paidEarly - paidByProgramme - closing;
}

function hasFigures({ opening, confirmed, closing }: StatementLine): boolean {
  return opening > 0n || confirmed > 0n || closing > 0n;
}

function faceSum(discharges: readonly Discharge[]): bigint {
  return discharges.reduce((sum, { face }) => sum + face, 0n);
}

function grouped<Row extends { receivableId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.receivableId, [...(groups.get(row.receivableId) ?? []), row]);
  return groups;
}
