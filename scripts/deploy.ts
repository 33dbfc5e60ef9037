import { parseArgs } from "node:util";
import { isAddress, JsonRpcProvider, NonceManager, type Signer, Wallet } from "ethers";
import { z } from "zod";
import { type CurrencyPlan, deployTallystick, type WaitingCurrency } from "./deployment/deployTallystick.ts";
import { type DeploymentRecord, readRecord, recordPath, writeRecord } from "./deployment/record.ts";

export const LOCAL_CHAIN_ID = 31_337;

/** Test money of the local chain: one token with the currency's own digits, one with more, as real ones differ too. */
const LOCAL_CURRENCIES: readonly CurrencyPlan[] = [
  { code: "CNY", minorDigits: 2, dayCount: "ACT", dayBase: 360, token: { testTokenDecimals: 2 } },
  { code: "EUR", minorDigits: 2, dayCount: "ACT", dayBase: 360, token: { testTokenDecimals: 6 } },
];

const ONE_DAY = 86_400;
/** Which of the local chain's accounts is the demo's supervisor; see scripts/demo-companies.ts. */
const LOCAL_SUPERVISOR = 1;

const HELP = `Usage: npm run deploy -- [options]

Deploys Tallystick, or what is missing of it, and writes deployments/<chain id>.json. A second run changes nothing.

  --rpc URL               the chain's RPC endpoint (default http://127.0.0.1:8545)
  --allow-chain ID        deploy to this chain although Tallystick does not know it
  --currency CODE:TOKEN   an ERC-20 that pays a currency, e.g. CNY:0x…; repeat for more (unknown chains only)
  --supervisor ADDRESS    the account that carries legal orders and agrees to key replacements (unknown chains only)
  --probe-wait S          seconds that a token is tried before it becomes a currency (default ${ONE_DAY}); the deployer
                          lends one whole unit of the token, and at least 20000 of its smallest, and gets them back
  --governance-delay S    seconds for which changes of rules and desks are announced (default ${ONE_DAY})

The deploying key is read from the environment variable DEPLOYER_KEY; on the local chain it is the node's first account.
Ends with 2 if a currency has to wait for its token's trial: run the same command again when the message says so.
`;

/**
 * Deploys to the local development chain with the node's first account. Used by `npm start` and the tests too.
 * @param more Currencies beside the local chain's own.
 */
export async function deployLocal(rpcUrl: string, more: readonly CurrencyPlan[] = []): Promise<DeploymentRecord> {
  const provider = new JsonRpcProvider(rpcUrl, LOCAL_CHAIN_ID, {
    staticNetwork: true,
    pollingInterval: 50,
    cacheTimeout: -1,
  });
  try {
    const record = await deployTallystick({
      chainName: "Local development chain",
      admin: new NonceManager(await provider.getSigner(0)),
      supervisor: await (await provider.getSigner(LOCAL_SUPERVISOR)).getAddress(),
      currencies: [...LOCAL_CURRENCIES, ...more],
      governanceDelay: ONE_DAY,
      probeWait: 0,
      onWaiting: ({ code, reason }) => {
        throw new Error(`${code} is missing. ${reason}`);
      },
      previous: readRecord(LOCAL_CHAIN_ID),
    });
    writeRecord(record);
    return record;
  } finally {
    provider.destroy();
  }
}

async function deployElsewhere(
  provider: JsonRpcProvider,
  chainId: number,
  options: Options,
  onWaiting: (waiting: WaitingCurrency) => void,
): Promise<DeploymentRecord> {
  if (options["allow-chain"] !== String(chainId)) {
    throw new Error(
      `This is chain ${chainId}, which Tallystick does not know. If you mean it, add --allow-chain ${chainId}.`,
    );
  }
  const currencies = (options.currency ?? []).map(parseCurrency);
  if (currencies.length === 0)
    throw new Error("Name at least one currency, e.g. --currency CNY:0x… (an ERC-20 on this chain).");
  const { supervisor } = options;
  if (supervisor === undefined || !isAddress(supervisor))
    throw new Error(
      "Name the supervisor's account with --supervisor 0x…: it carries legal orders, and is not the deployer.",
    );
  const record = await deployTallystick({
    chainName: `Chain ${chainId}`,
    admin: deployer(provider),
    supervisor,
    currencies,
    governanceDelay: Number(options["governance-delay"]),
    probeWait: Number(options["probe-wait"]),
    onWaiting,
    previous: readRecord(chainId),
  });
  writeRecord(record);
  return record;
}

function deployer(provider: JsonRpcProvider): Signer {
  const key = process.env.DEPLOYER_KEY;
  if (!key) throw new Error("Set DEPLOYER_KEY to the private key that deploys; it becomes the first administrator.");
  return new NonceManager(new Wallet(key, provider));
}

/** Asks once, where ethers would ask for ever. */
async function readChainId(rpcUrl: string): Promise<number> {
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "eth_chainId", params: [] });
  const headers = { "content-type": "application/json" };
  const response = await fetch(rpcUrl, { method: "POST", body, headers }).catch((cause: unknown) => {
    throw new Error(`No chain answers at ${rpcUrl}. Start it, or name another with --rpc.`, { cause });
  });
  const { result } = z.object({ result: z.string().regex(/^0x[0-9a-f]+$/) }).parse(await response.json());
  return Number(result);
}

function parseCurrency(text: string): CurrencyPlan {
  const match = /^([A-Z]{3}):(0x[0-9a-fA-F]{40})$/.exec(text);
  if (!match?.[1] || !match[2])
    throw new Error(
      `"${text}" is not a currency; write CODE:TOKEN, e.g. CNY:0x5FbDB2315678afecb367f032d93F642f64180aa3.`,
    );
  return { code: match[1], minorDigits: 2, dayCount: "ACT", dayBase: 360, token: match[2] };
}

const optionTypes = {
  rpc: { type: "string", default: "http://127.0.0.1:8545" },
  "allow-chain": { type: "string" },
  currency: { type: "string", multiple: true },
  supervisor: { type: "string" },
  "governance-delay": { type: "string", default: String(ONE_DAY) },
  "probe-wait": { type: "string", default: String(ONE_DAY) },
  help: { type: "boolean", short: "h" },
} as const;

type Options = ReturnType<typeof parseArgs<{ options: typeof optionTypes }>>["values"];

async function main(): Promise<void> {
  const { values } = parseArgs({ options: optionTypes });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  for (const option of ["governance-delay", "probe-wait"] as const)
    if (!/^\d+$/.test(values[option])) throw new Error(`--${option} takes a whole number of seconds.`);
  const chainId = await readChainId(values.rpc);
  // No cache: what was read before a transaction must not be read again after it.
  const provider = new JsonRpcProvider(values.rpc, chainId, { staticNetwork: true, cacheTimeout: -1 });
  try {
    const isLocal = chainId === LOCAL_CHAIN_ID;
    const waiting: WaitingCurrency[] = [];
    const record = isLocal
      ? await deployLocal(values.rpc)
      : await deployElsewhere(provider, chainId, values, (each) => waiting.push(each));
    process.stdout.write(`${JSON.stringify(record, null, 2)}\nWritten to ${recordPath(chainId)}\n`);
    for (const { code, reason } of waiting) process.stderr.write(`${code} is not a currency yet. ${reason}\n`);
    if (waiting.length > 0) {
      process.stderr.write(
        "Until every currency is in, the governor's changes need no notice: finish before you open.\n",
      );
      process.exitCode = 2;
    }
  } finally {
    provider.destroy();
  }
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
}
