import { type HDNodeWallet, JsonRpcProvider } from "ethers";
import { z } from "zod";

/** One transaction that somebody sends. */
export interface Call {
  by: Account;
  to: string;
  data: string;
  gas: bigint;
  /** Wei. */
  value?: bigint;
  /** Named when it fails. */
  what: string;
}

/** A key with the nonce of its next transaction. */
export interface Account {
  readonly wallet: HDNodeWallet;
  nonce: number;
}

const receiptSchema = z.object({
  status: z.string(),
  blockNumber: z.string(),
  logs: z.array(z.object({ address: z.string(), topics: z.array(z.string()), data: z.string() })),
});

export type Log = z.infer<typeof receiptSchema>["logs"][number];
type Receipt = z.infer<typeof receiptSchema>;

const answersSchema = z.array(
  z.object({ id: z.number(), result: z.unknown().optional(), error: z.object({ message: z.string() }).optional() }),
);

/** Requests in one HTTP request. */
const BATCH = 100;
const MOST_FEE = 20_000_000_000n;
/** A block that takes no further transaction although some wait is followed by at most so many. */
const MOST_BLOCKS = 200;

/** The local chain with its blocks and its clock in our hands: many transactions a block, mined when we say so. */
export class Chain {
  readonly url: string;
  readonly provider: JsonRpcProvider;
  readonly #chainId: number;
  #time = 0;
  #transactions = 0;

  constructor(url: string, chainId: number) {
    this.url = url;
    this.#chainId = chainId;
    this.provider = new JsonRpcProvider(url, chainId, { staticNetwork: true, cacheTimeout: -1, batchMaxCount: BATCH });
  }

  get transactions(): number {
    return this.#transactions;
  }

  async takeOver(): Promise<void> {
    const block = await this.provider.getBlock("latest");
    this.#time = block?.timestamp ?? 0;
    await this.#request("evm_setAutomine", [false]);
  }

  /** Moves the clock to a second, with a block of its own, so that what is read next is read on that day. */
  async moveTo(time: number): Promise<void> {
    if (time <= this.#time) throw new Error(`The clock stands at ${this.#time}; it can't go back to ${time}.`);
    this.#time = time - 1;
    await this.#mine();
  }

  /** Blocks with nothing in them. */
  async mineEmpty(blocks: number): Promise<void> {
    for (let i = 0; i < blocks; i++) await this.#mine();
  }

  /** Sends all and mines until all are in blocks. @returns their logs, call by call. @throws what the first that failed says. */
  async execute(calls: readonly Call[]): Promise<Log[][]> {
    if (calls.length === 0) return [];
    const raw = [];
    for (const call of calls) raw.push(await this.#sign(call));
    const hashes = z.array(z.string()).parse(
      await this.#requestAll(
        "eth_sendRawTransaction",
        raw.map((each) => [each]),
      ),
    );
    const receipts = await this.#mineAll(hashes);
    this.#transactions += calls.length;
    for (const [i, { status, blockNumber }] of receipts.entries())
      if (status !== "0x1") throw await this.#failure(calls[i], blockNumber);
    return receipts.map(({ logs }) => logs);
  }

  async #sign({ by, to, data, gas, value = 0n }: Call): Promise<string> {
    const fees = { maxFeePerGas: MOST_FEE, maxPriorityFeePerGas: 0n };
    const nonce = by.nonce++;
    return by.wallet.signTransaction({
      type: 2,
      chainId: this.#chainId,
      to,
      data,
      value,
      gasLimit: gas,
      nonce,
      ...fees,
    });
  }

  async #mineAll(hashes: readonly string[]): Promise<Receipt[]> {
    const receipts: (Receipt | null)[] = hashes.map(() => null);
    for (let block = 0; block < MOST_BLOCKS; block++) {
      await this.#mine();
      const waiting = [...receipts.keys()].filter((i) => receipts[i] === null);
      const found = await this.#requestAll(
        "eth_getTransactionReceipt",
        waiting.map((i) => [hashes[i]]),
      );
      for (const [k, i] of waiting.entries()) receipts[i] = receiptSchema.nullable().parse(found[k]);
      const all = receipts.flatMap((each) => (each === null ? [] : [each]));
      if (all.length === hashes.length) return all;
    }
    throw new Error(`After ${MOST_BLOCKS} blocks some transactions are still not mined.`);
  }

  async #mine(): Promise<void> {
    await this.#request("evm_setNextBlockTimestamp", [++this.#time]);
    await this.#request("evm_mine", []);
  }

  /** What the call says when it is made again on the block before. */
  async #failure(call: Call | undefined, blockNumber: string): Promise<Error> {
    if (!call) return new Error("A transaction failed that nobody sent.");
    const { by, to, data, what } = call;
    const before = `0x${(Number(blockNumber) - 1).toString(16)}`;
    try {
      await this.#request("eth_call", [{ from: by.wallet.address, to, data }, before]);
    } catch (cause) {
      return new Error(`${what} failed.`, { cause });
    }
    return new Error(
      `${what} failed, and would not have failed one block earlier: out of gas, or too late in its block.`,
    );
  }

  async #request(method: string, params: unknown[]): Promise<unknown> {
    const [answer] = await this.#requestAll(method, [params]);
    return answer;
  }

  async #requestAll(method: string, params: readonly unknown[][]): Promise<unknown[]> {
    const results: unknown[] = [];
    for (let from = 0; from < params.length; from += BATCH) {
      const requests = params
        .slice(from, from + BATCH)
        .map((each, id) => ({ jsonrpc: "2.0", id, method, params: each }));
      const init = { method: "POST", body: JSON.stringify(requests), headers: { "content-type": "application/json" } };
      const answers = answersSchema.parse(await (await fetch(this.url, init)).json()).sort((a, b) => a.id - b.id);
      for (const { error, result } of answers) {
        if (error) throw new Error(`${method}: ${error.message}`);
        results.push(result);
      }
    }
    return results;
  }
}
