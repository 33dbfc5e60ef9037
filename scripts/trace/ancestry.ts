import type { Log, LogDescription } from "ethers";
import { toBeHex, ZeroAddress } from "ethers";
import { decodeSliceWord, sliceId, splitSliceId } from "../../frontend/src/domain/ids.ts";
import type { ILedger } from "../../types/contracts/index.js";

/** A place in the chain's history; what lies before it is known. */
interface Moment {
  block: number;
  log: number;
}

/** Somebody who held a slice, from a block on, and the ledger's event that says why. */
interface Holding {
  holder: string;
  block: number;
  why: string;
}

/** One life of a slice: from where it came, who held it, and which slices it took in by merging. */
export interface Life {
  slice: bigint;
  /** The slice it was cut from, with its life up to then; null for the first slice of a receivable. */
  parent: Life | null;
  holdings: Holding[];
  merged: bigint[];
}

/**
 * A slice's ancestry from the events alone, without an indexer: any node serves them.
 * @param until the moment before which the slice lived; now, unless told otherwise.
 * @returns null if there was no such slice.
 */
export async function ancestryOf(
  ledger: ILedger,
  slice: bigint,
  fromBlock: number,
  until: Moment = { block: Number.POSITIVE_INFINITY, log: 0 },
): Promise<Life | null> {
  const transfers = (await logsOf(ledger, "Transfer", [null, null, slice], fromBlock)).filter((log) =>
    isBefore(log, until),
  );
  const born = transfers.findLastIndex((log) => parse(ledger, log).args[0] === ZeroAddress);
  const mint = transfers[born];
  if (mint === undefined) return null;
  const birth = { block: mint.blockNumber, log: mint.index };
  const parentId = await parentOf(ledger, slice, mint);
  const parent = parentId === null ? null : await ancestryOf(ledger, parentId, fromBlock, birth);
  const merges = await logsOf(ledger, "SlicesMerged", [slice], fromBlock);
  const merged = merges
    .filter((log) => isBefore(log, until) && !isBefore(log, birth))
    .map((log): bigint => parse(ledger, log).args[1]);
  return { slice, parent, holdings: await holdingsOf(ledger, slice, transfers.slice(born)), merged };
}

/** The slice whose tail was cut in the minting transaction, or null where the obligor's confirmation minted. */
async function parentOf(ledger: ILedger, slice: bigint, mint: Log): Promise<bigint | null> {
  const { start, receivable } = splitSliceId(slice);
  const events = await eventsWith(ledger, mint);
  for (const event of events) {
    if (event.name === "SliceCut" && decodeSliceWord(event.args[2]).end === start) return event.args[0];
    if (event.name === "SliceSplit" && splitSliceId(event.args[0]).receivable === receivable) {
      const words: bigint[] = [event.args[1], ...event.args[2]];
      // Each part begins where the word before it ends.
      if (words.slice(0, -1).some((word) => decodeSliceWord(word).end === start)) return event.args[0];
    }
  }
  return null;
}

async function holdingsOf(ledger: ILedger, slice: bigint, transfers: readonly Log[]): Promise<Holding[]> {
  const holdings: Holding[] = [];
  for (const log of transfers) {
    const holder: string = parse(ledger, log).args[1];
    if (holder === ZeroAddress) continue;
    holdings.push({ holder, block: log.blockNumber, why: reasonFor(slice, await eventsWith(ledger, log)) });
  }
  return holdings;
}

/** The event of the transaction that names the slice itself, else the one that made it. */
function reasonFor(slice: bigint, events: readonly LogDescription[]): string {
  const own = events.find(({ name, args }) => MOVES.has(name) && args[0] === slice);
  const making = events.find(({ name }) => MAKES.has(name));
  return (own ?? making)?.name ?? "Transfer";
}

const MOVES: ReadonlySet<string> = new Set([
  "SliceTransferred",
  "TransferAccepted",
  "SliceMovedByDesk",
  "SliceMovedToSuccessor",
  "SliceTransferredByOrder",
]);
const MAKES: ReadonlySet<string> = new Set(["ReceivableConfirmed", "SliceSplit", "SliceCut"]);

/** The ledger's events in the same transaction, from this log on. */
async function eventsWith(ledger: ILedger, { transactionHash, index }: Log): Promise<LogDescription[]> {
  const receipt = await ledger.runner?.provider?.getTransactionReceipt(transactionHash);
  if (!receipt) throw new Error(`The node has no receipt of ${transactionHash}; it may not keep all history.`);
  const address = await ledger.getAddress();
  return receipt.logs
    .filter((log) => log.address === address && log.index >= index)
    .map((log) => ledger.interface.parseLog(log))
    .filter((event) => event !== null);
}

async function logsOf(
  ledger: ILedger,
  event: "Transfer" | "SlicesMerged",
  indexed: readonly (bigint | null)[],
  fromBlock: number,
): Promise<Log[]> {
  const provider = ledger.runner?.provider;
  if (!provider) throw new Error("The ledger is not connected to a node.");
  const topics = [
    ledger.interface.getEvent(event).topicHash,
    ...indexed.map((value) => (value === null ? null : toBeHex(value, 32))),
  ];
  return provider.getLogs({ address: await ledger.getAddress(), topics, fromBlock });
}

function parse(ledger: ILedger, log: Log): LogDescription {
  const event = ledger.interface.parseLog(log);
  if (event === null) throw new Error(`The log at ${log.transactionHash} is no event of the ledger.`);
  return event;
}

function isBefore({ blockNumber, index }: Log, { block, log }: Moment): boolean {
  return blockNumber < block || (blockNumber === block && index < log);
}

/** Accepts a token id, or a receivable's id with the first cent: "0x3f…:8000055". @throws when the text is neither. */
export function parseSlice(text: string): bigint {
  const [receivable = "", start] = text.split(":");
  if (start === undefined) return BigInt(receivable);
  return sliceId(BigInt(receivable), BigInt(start));
}
