import { encodeBytes32String } from "ethers";
import { ITokenProbe__factory } from "../../types/contracts/index.js";
import { DECISION, govern } from "./governance.ts";
import type { Network } from "./network.ts";
import { type TriableToken, tryToken } from "./tryToken.ts";

/** One more currency, two digits of which its token's units are. It takes a day. @returns its index. */
export async function addCurrency(
  net: Network,
  token: TriableToken,
  change: { dayCount?: number; dayBase?: number } = {},
) {
  const code = encodeBytes32String("XXX").slice(0, 8);
  const shape = { tokenDecimals: 0, minorDigits: 2, dayCount: 0, dayBase: 360 };
  const at = await token.getAddress();
  const probe = ITokenProbe__factory.connect(await net.ledger.probe(), net.operator);
  if ((await probe.passedAt(at)) === 0n) await tryToken(net, token);
  const currency = { token: at, ...shape, code, ...change };
  await govern(net, net.ledger.interface.encodeFunctionData("addCurrency", [currency, DECISION]));
  return 3;
}
