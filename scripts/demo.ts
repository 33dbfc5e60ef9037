import { parseArgs } from "node:util";
import { JsonRpcProvider } from "ethers";
import { identityHash } from "../frontend/src/domain/identifiers.ts";
import { ILedger__factory } from "../types/contracts/index.js";
import { DEMO_DAYS, loadDemo } from "./demo/loadDemo.ts";
import { DEMO_COMPANIES } from "./demo-companies.ts";
import { LOCAL_CHAIN_ID } from "./deploy.ts";
import { type DeploymentRecord, readRecord } from "./deployment/record.ts";

const HELP = `Usage: npm run demo -- [options]

Loads the demo supply chain into a local network that has none yet (npm start does this by itself): eight participants and six
invoices in six states, through the calls that users make. The chain's clock moves ${DEMO_DAYS} days forward.

  --rpc URL       the chain's RPC endpoint (default http://127.0.0.1:8545)
  --indexer URL   the indexer with its vault (default http://127.0.0.1:42069)
`;

const DAY_SECONDS = 86_400;

const { values } = parseArgs({
  options: {
    rpc: { type: "string", default: "http://127.0.0.1:8545" },
    indexer: { type: "string", default: "http://127.0.0.1:42069" },
    help: { type: "boolean", short: "h" },
  },
});

async function main(): Promise<void> {
  if (values.help) return void process.stdout.write(HELP);
  const record = readRecord(LOCAL_CHAIN_ID);
  if (!record)
    throw new Error("Nothing is deployed on the local chain. Run `npm run deploy` first, or simply `npm start`.");
  const now = (await requireEmpty(record)) + DEMO_DAYS * DAY_SECONDS;
  await loadDemo({ rpc: values.rpc, vault: values.indexer }, record, now, (step) =>
    process.stdout.write(`· ${step}\n`),
  );
  process.stdout.write("The demo supply chain is loaded.\n");
}

/** @returns the chain's time. @throws when the demo is there already. */
async function requireEmpty(record: DeploymentRecord): Promise<number> {
  const provider = new JsonRpcProvider(values.rpc, LOCAL_CHAIN_ID, { staticNetwork: true });
  try {
    const [first] = DEMO_COMPANIES;
    if (!first) throw new Error("The demo has no companies.");
    const ledger = ILedger__factory.connect(record.addresses.ledger, provider);
    const admitted = await ledger.accountOf(identityHash(first.scheme, first.number));
    if (BigInt(admitted) !== 0n)
      throw new Error("The demo is loaded already. Restart the local chain to load it anew.");
    return (await provider.getBlock("latest"))?.timestamp ?? 0;
  } finally {
    provider.destroy();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
