import { parseArgs } from "node:util";
import { JsonRpcProvider } from "ethers";
import { decodeSliceWord, shortReceivableId, splitSliceId } from "../frontend/src/domain/ids.ts";
import { ILedger__factory } from "../types/contracts/index.js";
import { LOCAL_CHAIN_ID } from "./deploy.ts";
import { readRecord } from "./deployment/record.ts";
import { ancestryOf, type Life, parseSlice } from "./trace/ancestry.ts";

const HELP = `Usage: npm run -s trace -- SLICE [options]

Prints a slice's ancestry back to the obligor's confirmation, and who held it when, from the chain's events alone: no indexer is asked.
SLICE is a token id, or a receivable's id and the slice's first cent: 0x3f9a…:8000055

  --rpc URL     the chain's RPC endpoint (default http://127.0.0.1:8545)
  --chain ID    the chain whose deployment record to use (default ${LOCAL_CHAIN_ID})
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rpc: { type: "string", default: "http://127.0.0.1:8545" },
    chain: { type: "string", default: String(LOCAL_CHAIN_ID) },
    help: { type: "boolean", short: "h" },
  },
});

async function main(): Promise<void> {
  const [text, ...others] = positionals;
  if (values.help) return void process.stdout.write(HELP);
  if (text === undefined || others.length > 0) throw new Error(`Name one slice.\n\n${HELP}`);
  const slice = readSlice(text);
  const record = readRecord(Number(values.chain));
  if (!record)
    throw new Error(`There is no deployment record for chain ${values.chain}. Deploy first, or name another.`);
  const provider = new JsonRpcProvider(values.rpc, record.chainId, { staticNetwork: true });
  try {
    const ledger = ILedger__factory.connect(record.addresses.ledger, provider);
    const life = await ancestryOf(ledger, slice, record.startBlock);
    if (!life) throw new Error("There never was such a slice on this chain. Check the id.");
    const word = await ledger.sliceWordOf(slice);
    const end = word === 0n ? "paid or merged away" : `ends before cent ${decodeSliceWord(word).end}`;
    process.stdout.write(`${linesOf(life).join("\n")}\nnow: ${end}\n`);
  } finally {
    provider.destroy();
  }
}

function readSlice(text: string): bigint {
  try {
    return parseSlice(text);
  } catch {
    throw new Error(`"${text}" is no slice. Write a token id, or a receivable's id and a first cent: 0x3f9a…:8000055`);
  }
}

/** The oldest ancestor first. */
function linesOf({ slice, parent, holdings, merged }: Life): string[] {
  const { receivable, start } = splitSliceId(slice);
  const title = `slice from cent ${start} of receivable ${shortReceivableId(receivable)}`;
  return [
    ...(parent ? [...linesOf(parent), "  └ cut from its tail:"] : []),
    title,
    ...holdings.map(({ holder, block, why }) => `    block ${block}: ${holder} (${why})`),
    ...merged.map((right) => `    took in the slice from cent ${splitSliceId(right).start}`),
  ];
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
