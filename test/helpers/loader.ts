import { createNetwork, type Network, startDay, todayOf } from "./network.ts";

/** One network for a suite. Each call of the result starts from what `fixture` left, at noon of a day in the policy's time zone. */
export function loaderOf<T extends object>(fixture: (net: Network) => Promise<T>): () => Promise<Network & T> {
  let created: Promise<Network> | undefined;
  async function atNoon(): Promise<Network & T> {
    created ??= createNetwork();
    const net = await created;
    await startDay(net, (await todayOf(net)) + 1);
    await net.networkHelpers.time.increase(12 * 3600);
    return { ...net, ...(await fixture(net)) };
  }
  return async () => {
    created ??= createNetwork();
    return (await created).networkHelpers.loadFixture(atNoon);
  };
}

/** Fixes the second of the next block, so that an error which names it can be expected exactly. */
export async function nextSecond({ networkHelpers }: Network): Promise<number> {
  const second = (await networkHelpers.time.latest()) + 10;
  await networkHelpers.time.setNextBlockTimestamp(second);
  return second;
}
