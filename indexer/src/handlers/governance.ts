import { ponder } from "ponder:registry";
import { announcedOperation } from "ponder:schema";
import type { Hex } from "viem";

function idOf({ operationId, nonce }: { operationId: Hex; nonce: number }): string {
  return `${operationId}-${nonce}`;
}

ponder.on("Authority:OperationScheduled", async ({ event, context: { db } }) => {
  const { operationId, nonce, schedule, caller, target, data } = event.args;
  await db.insert(announcedOperation).values({
    ...{ id: idOf(event.args), operationHash: operationId, nonce, status: "announced", caller, target, data },
    ...{ announcedAt: event.block.timestamp, readyAt: BigInt(schedule), endedAt: null },
    txHash: event.transaction.hash,
  });
});

ponder.on("Authority:OperationExecuted", async ({ event, context: { db } }) => {
  const ended = { status: "carriedOut", endedAt: event.block.timestamp } as const;
  await db.update(announcedOperation, { id: idOf(event.args) }).set(ended);
});

ponder.on("Authority:OperationCanceled", async ({ event, context: { db } }) => {
  const ended = { status: "cancelled", endedAt: event.block.timestamp } as const;
  await db.update(announcedOperation, { id: idOf(event.args) }).set(ended);
});
