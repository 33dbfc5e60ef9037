import type { JsonRpcProvider } from "ethers";
import { dayOf } from "../../frontend/src/domain/day-count.ts";

const POLICY_OFFSET_HOURS = 8;
/** Demo business is done at ten in the morning. */
const OPENING_HOUR = 10;

/** The local chain's clock, in days of the policy's time zone. It only goes forward. */
export class Clock {
  readonly #provider: JsonRpcProvider;

  constructor(provider: JsonRpcProvider) {
    this.#provider = provider;
  }

  async today(): Promise<number> {
    const block = await this.#provider.getBlock("latest");
    if (!block) throw new Error("The chain has no latest block.");
    return dayOf(BigInt(block.timestamp), POLICY_OFFSET_HOURS);
  }

  /** Moves to ten o'clock of a day, unless the chain is there or later already. */
  async moveToDay(day: number): Promise<void> {
    await this.moveTo(day * 86_400 + (OPENING_HOUR - POLICY_OFFSET_HOURS) * 3600);
  }

  async moveTo(timestamp: number): Promise<void> {
    const block = await this.#provider.getBlock("latest");
    if (!block || block.timestamp >= timestamp) return;
    await this.#provider.send("evm_setNextBlockTimestamp", [timestamp]);
    await this.#provider.send("evm_mine", []);
  }
}
