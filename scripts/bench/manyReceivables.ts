import { id as keccakOf } from "ethers";
import { type Actor, actor, type Stage } from "../demo/actors.ts";
import { Clock } from "../demo/clock.ts";

/** Registrations in one block, of about 62 000 gas each. */
const A_BLOCK = 400;
const GAS_LIMIT = 150_000;
const CNY_INDEX = 1;
const LONGEST_TENOR = 360;
const SELLERS = ["huaxin", "jiulong"] as const;

/**
 * Registers so many receivables by the ledger's own door, by turns from two suppliers, with faces and due days spread out. The chain
 * mines by hand meanwhile, many to a block.
 * @param onBlock Told how many there are so far.
 */
export async function registerMany(stage: Stage, count: number, onBlock: (done: number) => void): Promise<void> {
  const { provider } = stage;
  const today = await new Clock(provider).today();
  const calls = SELLERS.map((key) => callsOf(stage, actor(stage, key), today));
  await provider.send("evm_setAutomine", [false]);
  try {
    for (let done = 0; done < count; done += A_BLOCK) {
      const here = Array.from({ length: Math.min(A_BLOCK, count - done) }, (_, i) => done + i);
      const hashes = await Promise.all(
        here.map((n) => provider.send("eth_sendTransaction", [calls[n % calls.length]?.(n)])),
      );
      await provider.send("evm_mine", []);
      const last = await provider.getTransactionReceipt(String(hashes.at(-1)));
      if (last?.status !== 1) throw new Error(`Registration ${done + here.length} did not succeed.`);
      onBlock(done + here.length);
    }
  } finally {
    await provider.send("evm_setAutomine", [true]);
  }
}

/** The nth registration as a transaction of one of the node's own accounts, which it signs by itself. */
function callsOf(stage: Stage, seller: Actor, today: number): (n: number) => object {
  const obligor = actor(stage, "yujiang").address;
  return (n) => {
    const terms = {
      obligor,
      invoiceKey: keccakOf(`bench invoice ${n}`),
      face: BigInt(1_000_00 + ((n * 7_919) % 99_991) * 1_37),
      dueDay: today + 1 + ((n * 31) % LONGEST_TENOR),
      currency: CNY_INDEX,
      documentRoot: keccakOf(`bench document ${n}`),
    };
    const data = seller.ledger.interface.encodeFunctionData("register", [terms]);
    const to = stage.record.addresses.ledger;
    return { from: seller.address, to, data, gas: `0x${GAS_LIMIT.toString(16)}` };
  };
}
