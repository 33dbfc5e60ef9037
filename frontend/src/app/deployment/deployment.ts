import type { Address, Hex } from "viem";
import { array, custom, literal, number, object, safeParse, string, union, enum as zodEnum } from "zod/mini";

const address = custom<Address>((value) => typeof value === "string" && /^0x[0-9a-fA-F]{40}$/.test(value));
const hash = custom<Hex>((value) => typeof value === "string" && /^0x[0-9a-f]{64}$/.test(value));

const currency = object({
  code: string(),
  index: number(),
  token: address,
  tokenDecimals: number(),
  minorDigits: number(),
  dayCount: zodEnum(["ACT", "30/360"]),
  dayBase: union([literal(360), literal(365)]),
});

const deployment = object({
  chainId: number(),
  chainName: string(),
  genesisHash: hash,
  startBlock: number(),
  addresses: object({ accessManager: address, ledger: address, discountDesk: address, settlementDesk: address }),
  currencies: array(currency),
});

/** A currency of the rulebook with the token that pays it. */
export interface Currency {
  code: string;
  index: number;
  token: Address;
  tokenDecimals: number;
  minorDigits: number;
  dayCount: "ACT" | "30/360";
  dayBase: 360 | 365;
}

/** What one deployment left behind; the only place from which the page learns addresses. */
export interface Deployment {
  chainId: number;
  chainName: string;
  /** Tells a restarted local chain from the one that was deployed to. */
  genesisHash: Hex;
  startBlock: number;
  addresses: { accessManager: Address; ledger: Address; discountDesk: Address; settlementDesk: Address };
  currencies: Currency[];
}

export const LOCAL_CHAIN_ID = 31_337;

/** @throws Error when the record is missing or of another shape. */
export async function loadDeployment(): Promise<Deployment> {
  const response = await fetch("/deployment.json", { cache: "no-store" });
  if (!response.ok) throw new Error(`/deployment.json: HTTP ${response.status}`);
  const parsed = safeParse(deployment, await response.json());
  if (!parsed.success) throw new Error(`/deployment.json: ${parsed.error.message}`);
  return parsed.data;
}
