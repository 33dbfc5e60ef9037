import { ITokenProbe__factory, type TestToken } from "../../types/contracts/index.js";
import type { Network } from "./network.ts";

/** What a token's trial asks of it; every test token has it. */
export type TriableToken = Pick<TestToken, "mint" | "approve" | "getAddress">;

/** The operator tries a token with money that it makes, so that the token may become a currency. */
export async function tryToken({ ledger, operator }: Network, token: TriableToken): Promise<void> {
  const probe = ITokenProbe__factory.connect(await ledger.probe(), operator);
  const at = await token.getAddress();
  const least = await probe.leastAmount(at);
  await token.mint(operator.address, least);
  await token.approve(probe, least);
  await probe.begin(at, least);
  await probe.finish(at);
}
