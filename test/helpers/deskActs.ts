import { admitDesk } from "./governance.ts";
import { type Network, startDay, todayOf } from "./network.ts";
import { threeHolders } from "./threeHolders.ts";
import { sliceWord } from "./words.ts";

export const POWER = { FINANCE: 1, SETTLE: 2, RETIRE: 4, LOCK: 8, RECOURSE: 16 } as const;
export const ALL_POWERS = 31;
export const DOCUMENT = `0x${"d0".repeat(32)}`;
export const FAR = 5_000_000_000;
const DEFAULT_DAYS = 30;

/**
 * Two accounts are desks: the outsider's with every power but to settle, which the three holders and the bank have enabled, and a
 * supplier's, which settles.
 */
export async function ownDesks(net: Network) {
  const { ledger, outsider, supplier, supervisor, bank, suppliers } = net;
  const [settler, other] = suppliers.slice(10);
  if (!settler || !other) throw new Error("two more companies expected");
  const powers = ALL_POWERS & ~POWER.SETTLE;
  await admitDesk(net, outsider.address, powers);
  await admitDesk(net, settler.address, POWER.SETTLE);
  const held = await threeHolders(net);
  for (const who of [supplier, held.second, held.third, bank])
    await ledger.connect(who).setDeskEnabled(outsider.address, true);
  const { index } = await ledger.deskOf(outsider.address);
  /** Reported overdue, and unpaid for longer than the policy's days. */
  async function declareDefault() {
    await startDay(net, held.dueDay + DEFAULT_DAYS + 1);
    await ledger.reportOverdue(held.id);
    await ledger.declareDefault(held.id);
  }
  return {
    ...held,
    powers,
    settler,
    other,
    desk: ledger.connect(outsider),
    settling: ledger.connect(settler),
    officer: ledger.connect(supervisor),
    index,
    /** Flags of a slice that the desk has locked. */
    locked: index << 3n,
    today: await todayOf(net),
    headWord: sliceWord({ holder: supplier.address, end: 7_000_000n }),
    middleWord: sliceWord({ holder: held.second.address, end: 9_000_000n, hops: 1n, sequence: 1n }),
    wordOf: (slice: bigint) => ledger.sliceWordOf(slice),
    declareDefault,
  };
}
