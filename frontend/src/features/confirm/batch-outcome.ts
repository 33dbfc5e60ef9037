import { type Hex, type Log, numberToHex, parseEventLogs } from "viem";
import { ledgerAbi } from "../../generated/contracts.ts";

interface Asked {
  id: string;
  creditor: string;
  invoiceKey: string;
}

interface BatchOutcome<Row> {
  confirmed: Row[];
  /** With the ledger's custom error, encoded. */
  refused: { row: Row; refusal: Hex }[];
  /** Neither is in the receipt. */
  untold: Row[];
}

/** What the ledger's own events say of each invoice of a batch. */
export function batchOutcome<Row extends Asked>(rows: readonly Row[], logs: Log[]): BatchOutcome<Row> {
  const confirmedIds = parseEventLogs({ abi: ledgerAbi, eventName: "ReceivableConfirmed", logs }).map(
    ({ args }): string => numberToHex(args.id, { size: 24 }),
  );
  const failures = parseEventLogs({ abi: ledgerAbi, eventName: "ConfirmationFailed", logs }).map(({ args }) => args);
  const outcome: BatchOutcome<Row> = { confirmed: [], refused: [], untold: [] };
  for (const row of rows) {
    const failure = failures.find(
      ({ creditor, invoiceKey }) =>
        creditor.toLowerCase() === row.creditor.toLowerCase() && invoiceKey === row.invoiceKey.toLowerCase(),
    );
    if (confirmedIds.includes(row.id.toLowerCase())) outcome.confirmed.push(row);
    else if (failure) outcome.refused.push({ row, refusal: failure.refusal });
    else outcome.untold.push(row);
  }
  return outcome;
}
