import type { PledgeRow } from "../../app/data/queries/pledges.ts";
import type { MovementRow } from "../../app/data/queries/receivables.ts";
import type { FlowMovement } from "../../domain/flow/flow-graph.ts";

/** A movement that can be told of: with its price and its transaction. */
export interface ToldMovement extends FlowMovement {
  price: bigint | null;
  txHash: string;
}

/** The movements of a receivable with the pledges on it, which move nothing. */
export function toldMovements(moves: readonly MovementRow[], pledges: readonly PledgeRow[]): ToldMovement[] {
  const pledged = pledges.map(
    ({ id, borrower, lender, end, face, lent, takenAt, txHash }): ToldMovement => ({
      ...{ id: `pledge-${id}`, kind: "pledge", from: borrower, to: lender, start: end - face, end, price: lent },
      ...{ timestamp: takenAt, txHash, ...placeOf(moves, takenAt) },
    }),
  );
  return [...moves, ...pledged];
}

/** After everything up to its second: the pledge's own place in the chain does not matter for what is held. */
function placeOf(moves: readonly MovementRow[], second: bigint): { block: bigint; logIndex: number } {
  const before = moves.filter(({ timestamp }) => timestamp <= second);
  const last = before.toSorted((a, b) => (a.block < b.block ? -1 : 1)).at(-1);
  return { block: last?.block ?? 0n, logIndex: 1_000_000 };
}
