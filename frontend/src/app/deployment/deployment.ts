import { type Address, type Hex, isAddress, isHex } from "viem";

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
  addresses: Record<(typeof CONTRACTS)[number], Address>;
  currencies: Currency[];
}

const CONTRACTS = [
  "accessManager",
  "ledger",
  "settlementDesk",
  "exposureBook",
  "recourseDesk",
  "discountDesk",
  "pledgeDesk",
  "earlyPaymentDesk",
] as const;

export const LOCAL_CHAIN_ID = 31_337;

/** @throws Error when the record is missing or of another shape. */
export async function loadDeployment(): Promise<Deployment> {
  const response = await fetch("/deployment.json", { cache: "no-store" });
  if (!response.ok) throw new Error(`/deployment.json: HTTP ${response.status}`);
  const record: unknown = await response.json();
  if (!isDeployment(record)) throw new Error("/deployment.json is not a deployment record.");
  return record;
}

/** By hand: a schema library would cost the first load more than all screens. */
function isDeployment(record: unknown): record is Deployment {
  if (!isObject(record) || !isObject(record.addresses) || !Array.isArray(record.currencies)) return false;
  const { addresses } = record;
  return (
    Number.isInteger(record.chainId) &&
    typeof record.chainName === "string" &&
    isHex(record.genesisHash) &&
    Number.isInteger(record.startBlock) &&
    CONTRACTS.every((name) => isAccount(addresses[name])) &&
    record.currencies.every(isCurrency)
  );
}

function isCurrency(item: unknown): item is Currency {
  return (
    isObject(item) &&
    typeof item.code === "string" &&
    [item.index, item.tokenDecimals, item.minorDigits].every(Number.isInteger) &&
    isAccount(item.token) &&
    (item.dayCount === "ACT" || item.dayCount === "30/360") &&
    (item.dayBase === 360 || item.dayBase === 365)
  );
}

function isAccount(value: unknown): value is Address {
  return typeof value === "string" && isAddress(value, { strict: false });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
