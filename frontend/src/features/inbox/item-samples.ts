import { rulesIn } from "./rules.ts";

export const TODAY = 20_778;
/** Noon of that day in UTC+8. */
export const NOON = BigInt(TODAY) * 86_400n + 4n * 3_600n;
export const now = { timestamp: NOON, today: TODAY, utcOffsetHours: 8 };
export const DAY = 86_400n;

const version = (number: number, graceDays: number) => ({ version: number, graceDays, defaultDays: 30 });
export const rulesOf = rulesIn([version(1, 3), version(2, 10)], version(1, 3));

export const receivable = {
  id: "0xr1",
  status: "confirmed",
  obligor: "0xobligor",
  creditor: "0xcreditor",
  face: 1_000n,
  paidFace: 0n,
  retired: 0n,
  currency: 1,
  dueDay: TODAY + 60,
  policy: 1,
  held: false,
  heldUntil: null,
  registryRecorded: true,
  reportedOverdue: false,
  paidInFull: false,
  refusalReason: null,
};

export const kinds = (items: readonly { kind: string; urgency: string }[]) =>
  items.map(({ kind, urgency }) => [kind, urgency]);
