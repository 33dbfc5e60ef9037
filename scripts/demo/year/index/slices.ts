import { decodeSliceWord } from "../../../../frontend/src/domain/ids.ts";
import type { YearStage } from "../play/stage.ts";
import { type Comparison, factsOf } from "./differences.ts";
import { amount, rowsOf, text, whole } from "./rows.ts";

const WORDS_AT_ONCE = 500;
const COLUMNS = {
  ...{ id: text, status: text, word: amount, holder: text, start: amount, end: amount },
  ...{ hops: whole, flags: whole, sequence: amount },
};

/** Every slice that ERC-721 ever announced: its word and its holder, or that it is gone; and which wait for their payees. */
export async function compareSlices(stage: YearStage, url: string): Promise<Comparison[]> {
  const { ledger } = stage.contracts;
  const moves = await ledger.queryFilter(ledger.filters.Transfer());
  const ids = [...new Set(moves.map(({ args }) => args.tokenId))];
  const batches = Array.from({ length: Math.ceil(ids.length / WORDS_AT_ONCE) }, (_, i) =>
    ids.slice(i * WORDS_AT_ONCE, (i + 1) * WORDS_AT_ONCE),
  );
  const words = (await Promise.all(batches.map((each) => ledger.sliceWordsOf(each)))).flat();
  const rows = await rowsOf(url, "slices", COLUMNS);
  return [
    {
      table: "slice",
      index: factsOf(
        rows.map(({ id, status, word, holder, start, end, hops, flags, sequence }) => {
          if (status !== "live") return [id, ["gone"]];
          return [id, [word, holder, start, end, hops, flags, sequence]];
        }),
      ),
      chain: factsOf(ids.map((id, i) => [sliceHex(id), sliceFacts(id, words[i] ?? 0n)])),
    },
    await transfers(moves, url),
    await offers(stage, url),
  ];
}

/** Each slice that came to somebody, in which transaction and to whom; merges and payments burn slices. */
async function transfers(
  moves: readonly { transactionHash: string; args: { to: string; tokenId: bigint } }[],
  url: string,
): Promise<Comparison> {
  const columns = { sliceId: text, txHash: text, to: text, kind: text };
  const rows = (await rowsOf(url, "transfers", columns)).filter(
    ({ kind }) => kind !== "merge" && kind !== "settlement",
  );
  const arrived = moves.filter(({ args }) => BigInt(args.to) !== 0n);
  return {
    table: "transfer",
    index: factsOf(rows.map(({ sliceId, txHash, to }) => [`${txHash} ${sliceId}`, [to]])),
    chain: factsOf(
      arrived.map(({ transactionHash, args }) => [`${transactionHash} ${sliceHex(args.tokenId)}`, [args.to]]),
    ),
  };
}

function sliceFacts(id: bigint, word: bigint) {
  if (word === 0n) return ["gone"];
  const { holder, end, hops, flags, sequence } = decodeSliceWord(word);
  return [word, holder, BigInt.asUintN(64, id), end, hops, flags, sequence];
}

async function offers({ contracts: { ledger } }: YearStage, url: string): Promise<Comparison> {
  const columns = { sliceId: text, status: text, payee: text, until: amount };
  const rows = (await rowsOf(url, "transferOffers", columns)).filter(({ status }) => status === "open");
  const offered = await ledger.queryFilter(ledger.filters.TransferOffered());
  const ids = [...new Set(offered.map(({ args }) => args.id))];
  const open = await Promise.all(ids.map((id) => ledger.transferOfferOf(id)));
  return {
    table: "transferOffer",
    index: factsOf(rows.map(({ sliceId, payee, until }) => [sliceId, [payee, until]])),
    chain: factsOf(
      ids.flatMap((id, i) => {
        const offer = open[i];
        return offer && BigInt(offer.payee) !== 0n ? [[sliceHex(id), [offer.payee, offer.until]] as const] : [];
      }),
    ),
  };
}

export function sliceHex(id: bigint): string {
  return `0x${id.toString(16).padStart(64, "0")}`;
}
