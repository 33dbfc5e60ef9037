import type { Client } from "viem";

/** The development node's own methods; no public chain has them. */
interface DevelopmentCall {
  Parameters: string[];
  ReturnType: unknown;
}

/** Makes the local chain's next block at the given second, and that block. It can only go forward. */
export async function moveClock(client: Client, timestamp: bigint): Promise<void> {
  await client.request<DevelopmentCall>({
    method: "evm_setNextBlockTimestamp",
    params: [`0x${timestamp.toString(16)}`],
  });
  await client.request<DevelopmentCall>({ method: "evm_mine", params: [] });
}

const DAY_SECONDS = 86_400n;
const MORNING_HOUR = 9n;

/** Nine in the morning of a day in the policy's zone. */
export function morningOf(day: number, utcOffsetHours: number): bigint {
  return BigInt(day) * DAY_SECONDS + (MORNING_HOUR - BigInt(utcOffsetHours)) * 3_600n;
}
