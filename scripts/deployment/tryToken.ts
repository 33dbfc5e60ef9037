import { getAddress, type Signer } from "ethers";
import { type ITokenProbe, TestToken__factory } from "../../types/contracts/index.js";
import { settled } from "./settled.ts";

/**
 * Tries a token as far as it can be tried now, with the signer's own units, which come back.
 * @returns null once the token has passed; otherwise why it has not, and what to do.
 */
export async function tryToken(probe: ITokenProbe, token: string, prober: Signer): Promise<string | null> {
  if ((await probe.passedAt(token)) !== 0n) return null;
  const account = await prober.getAddress();
  try {
    const { begunAt } = await probe.trialOf(token, account);
    const missing = begunAt === 0n ? await begin(probe, token, prober) : null;
    return missing ?? (await finish(probe, token, account));
  } catch (error) {
    return `The token ${token} was refused: ${refusalOf(probe, error)}. Choose another, or mend it; what lies in a trial comes back by \`abandon\` at ${await probe.getAddress()}.`;
  }
}

async function begin(probe: ITokenProbe, token: string, prober: Signer): Promise<string | null> {
  const [account, till] = [await prober.getAddress(), await probe.getAddress()];
  const least = await probe.leastAmount(token);
  const cash = TestToken__factory.connect(getAddress(token), prober);
  const balance = await cash.balanceOf(account);
  if (balance < least)
    return `The deployer ${account} has ${balance} of the ${least} units of ${token} that its trial borrows. Send it the rest and run the same command again, or let another account begin and finish a trial at ${till}.`;
  if ((await cash.allowance(account, till)) < least) await settled(cash.approve(till, least));
  await settled(probe.begin(token, least));
  return null;
}

async function finish(probe: ITokenProbe, token: string, account: string): Promise<string | null> {
  const { begunAt } = await probe.trialOf(token, account);
  const until = begunAt + (await probe.WAIT());
  const block = await probe.runner?.provider?.getBlock("latest");
  if (!block) throw new Error("The chain has no latest block to tell the time by.");
  if (BigInt(block.timestamp) < until)
    return `Its token ${token} is on trial until ${new Date(Number(until) * 1000).toISOString()}. Run the same command again after that.`;
  await settled(probe.finish(token));
  return null;
}

/** The name and values of the custom error; whatever is no refusal by a contract is thrown on. */
function refusalOf(probe: ITokenProbe, error: unknown): string {
  if (!(error instanceof Error && "data" in error && typeof error.data === "string")) throw error;
  const known = probe.interface.parseError(error.data);
  return known ? `${known.name}(${known.args.join(", ")})` : error.message;
}
