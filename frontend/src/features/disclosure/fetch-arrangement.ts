import type { Hex } from "viem";
import { fetchAllItems } from "../../app/data/fetchAllItems.ts";
import { fetchEarlyPayments } from "../../app/data/queries/earlyPayment.ts";
import type { PaymentRow } from "../../app/data/queries/offers.ts";
import { fetchReceivables, type MovementRow, type ReceivableRow } from "../../app/data/queries/receivables.ts";
import type { Wire } from "../../app/data/wire.ts";
import type { Discharge, Financing } from "../../domain/supplier-finance.ts";

/** Everything about an obligor's confirmed receivables that a statement is reckoned from. */
export interface Arrangement {
  receivables: ReceivableRow[];
  discharges: Discharge[];
  financings: Financing[];
}

type Paid = Pick<PaymentRow, "id" | "receivableId" | "kind" | "face" | "timestamp">;
type Moved = Pick<MovementRow, "id" | "receivableId" | "kind" | "start" | "end" | "timestamp">;

/** Receivables asked about at once. */
const AT_ONCE = 200;
/** By which a finance provider pays a supplier, or a supplier gives the money back, or the cents are no longer owed. */
const FINANCING_KINDS = ["discount", "quote", "foreclosure", "recourse", "retirement"];
const PAID = `query Payments($where: paymentFilter, $after: String) {
  payments(where: $where, orderBy: "id", orderDirection: "asc", limit: 1000, after: $after) {
    items { id receivableId kind face timestamp } pageInfo { hasNextPage endCursor }
  }
}`;
const MOVED = `query Movements($where: transferFilter, $after: String) {
  transfers(where: $where, orderBy: "id", orderDirection: "asc", limit: 1000, after: $after) {
    items { id receivableId kind start end timestamp } pageInfo { hasNextPage endCursor }
  }
}`;

/** From the index, whatever accounts the organisation had. */
export async function fetchArrangement(obligorIdentity: Hex): Promise<Arrangement> {
  const where = {
    obligorIdentity: obligorIdentity.toLowerCase(),
    status_in: ["confirmed", "settled", "defaulted", "writtenOff"],
  };
  const receivables = await fetchReceivables(where);
  const arrangement: Arrangement = { receivables, discharges: [], financings: [] };
  for (let at = 0; at < receivables.length; at += AT_ONCE) {
    const receivableId_in = receivables.slice(at, at + AT_ONCE).map(({ id }) => id);
    const [paid, early, moved] = await Promise.all([
      fetchAllItems<Wire<Paid>>(PAID, "payments", { where: { receivableId_in } }),
      fetchEarlyPayments({ receivableId_in }),
      fetchAllItems<Wire<Moved>>(MOVED, "transfers", { where: { receivableId_in, kind_in: FINANCING_KINDS } }),
    ]);
    arrangement.discharges.push(...paid.map(paymentOf), ...early.map(programmePaymentOf));
    arrangement.financings.push(...moved.map(financingOf));
  }
  return arrangement;
}

function paymentOf({ receivableId, kind, face, timestamp }: Wire<Paid>): Discharge {
  const amount = BigInt(face);
  const early = kind === "early" ? ("early" as const) : ("due" as const);
  return { receivableId, kind: early, face: amount, cash: amount, timestamp: BigInt(timestamp) };
}

function programmePaymentOf(row: { receivableId: Hex; face: bigint; net: bigint; timestamp: bigint }): Discharge {
  const { receivableId, face, net, timestamp } = row;
  return { receivableId, kind: "programme", face, cash: net, timestamp };
}

function financingOf({ receivableId, kind, start, end, timestamp }: Wire<Moved>): Financing {
  return {
    receivableId,
    kind: kind === "recourse" || kind === "retirement" ? "ended" : "financed",
    start: BigInt(start),
    end: BigInt(end),
    timestamp: BigInt(timestamp),
  };
}
