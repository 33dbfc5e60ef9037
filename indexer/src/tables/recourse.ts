import { recourseLink } from "ponder:schema";
import type { Hex } from "viem";
import { splitSliceId } from "../../../frontend/src/domain/ids.ts";
import type { Database, Step } from "./step.ts";
import { receivableHex } from "./words.ts";

/** A link as events carry it. */
interface LinkEvent {
  first: bigint;
  seller: Hex;
  end: number;
  demandedAt: number;
  state: number;
  bank: Hex;
}

type Outcome = Partial<Pick<typeof recourseLink.$inferInsert, "demanded" | "paid" | "paidBy" | "endedAt">>;

const STATES = [null, "recorded", "demanded", "waived", "returned"] as const;

export async function addLink(
  db: Database,
  step: Step,
  id: bigint,
  link: LinkEvent,
  carriedFrom: bigint | null,
): Promise<void> {
  const earlier = carriedFrom === null ? null : await db.find(recourseLink, { id: carriedFrom });
  await db.insert(recourseLink).values({
    ...{ id, ...linkFields(link), seller: link.seller, bank: link.bank, carriedFrom },
    ...{ demanded: null, paid: null, paidBy: null, endedAt: null },
    ...{ recordedAt: earlier?.recordedAt ?? step.timestamp, txHash: earlier?.txHash ?? step.txHash },
  });
}

/** A link, narrowed perhaps, after something was done with it. */
export async function changeLink(db: Database, id: bigint, link: LinkEvent, outcome: Outcome): Promise<void> {
  await db.update(recourseLink, { id }).set({ ...linkFields(link), ...outcome });
}

function linkFields({ first, end, demandedAt, state: number }: LinkEvent) {
  const state = STATES[number];
  if (state == null) throw new Error(`A recourse link is in a state unknown here: ${number}`);
  const { receivable, start } = splitSliceId(first);
  const asked = demandedAt === 0 ? null : BigInt(demandedAt);
  return { receivableId: receivableHex(receivable), start, end: BigInt(end), demandedAt: asked, state };
}
