import { HDNodeWallet, Mnemonic } from "ethers";
import type { Hex } from "viem";
import { identityHash } from "../../../../frontend/src/domain/identifiers.ts";
import type { NamedOfferStruct } from "../../../../types/contracts/desks/DiscountDesk.js";
import {
  DiscountDesk__factory,
  EarlyPaymentDesk__factory,
  ExposureBook__factory,
  ILedger__factory,
  PledgeDesk__factory,
  RecourseDesk__factory,
  SettlementDesk__factory,
  type TestToken,
  TestToken__factory,
} from "../../../../types/contracts/index.js";
import type { DeploymentRecord } from "../../../deployment/record.ts";
import { DEVELOPMENT_MNEMONIC } from "../../actors.ts";
import { CAST, type Player } from "../plan/cast.ts";
import type { YearPlan } from "../plan/steps.ts";
import { type Account, type Call, Chain } from "./Chain.ts";

export interface Actor extends Account {
  readonly player: Player;
  readonly address: string;
  readonly identity: Hex;
}

interface Purse {
  code: string;
  index: number;
  token: TestToken;
  /** Token units of a cent. */
  scale: bigint;
}

/** What the year's desks have answered, as everybody can read it in their events. */
interface Memory {
  /** Of the quarter under way. */
  offers: { currency: number; withRecourse: boolean; named: NamedOfferStruct }[];
  programmes: Map<string, bigint>;
  /** By slice. */
  loans: Map<bigint, bigint>;
  /** By slice and bank. */
  links: Map<string, bigint>;
  /** Receivables of which a bank has cents in its book. */
  exposed: Set<bigint>;
}

export interface YearStage {
  chain: Chain;
  record: DeploymentRecord;
  plan: YearPlan;
  /** The day that the plan calls 0. */
  firstDay: number;
  actors: ReadonlyMap<string, Actor>;
  purses: readonly Purse[];
  contracts: ReturnType<typeof connect>;
  memory: Memory;
}

export function setYearStage(rpcUrl: string, record: DeploymentRecord, plan: YearPlan, firstDay: number): YearStage {
  const chain = new Chain(rpcUrl, record.chainId);
  const mnemonic = Mnemonic.fromPhrase(DEVELOPMENT_MNEMONIC);
  const actors = CAST.map((player): [string, Actor] => {
    const wallet = HDNodeWallet.fromMnemonic(mnemonic, `m/44'/60'/0'/0/${player.account}`);
    const identity = identityHash("VAT", player.number);
    return [player.key, { player, wallet, address: wallet.address, identity, nonce: 0 }];
  });
  const purses = record.currencies.map(({ code, index, token, tokenDecimals, minorDigits }) => ({
    ...{ code, index, token: TestToken__factory.connect(token, chain.provider) },
    scale: 10n ** BigInt(tokenDecimals - minorDigits),
  }));
  const memory = { offers: [], programmes: new Map(), loans: new Map(), links: new Map(), exposed: new Set<bigint>() };
  return { chain, record, plan, firstDay, actors: new Map(actors), purses, contracts: connect(chain, record), memory };
}

function connect({ provider }: Chain, { addresses }: DeploymentRecord) {
  return {
    ledger: ILedger__factory.connect(addresses.ledger, provider),
    settlementDesk: SettlementDesk__factory.connect(addresses.settlementDesk, provider),
    discountDesk: DiscountDesk__factory.connect(addresses.discountDesk, provider),
    pledgeDesk: PledgeDesk__factory.connect(addresses.pledgeDesk, provider),
    recourseDesk: RecourseDesk__factory.connect(addresses.recourseDesk, provider),
    earlyPaymentDesk: EarlyPaymentDesk__factory.connect(addresses.earlyPaymentDesk, provider),
    exposureBook: ExposureBook__factory.connect(addresses.exposureBook, provider),
  };
}

export function actorOf({ actors }: Pick<YearStage, "actors">, key: string): Actor {
  const found = actors.get(key);
  if (!found) throw new Error(`Nobody in the year is called "${key}".`);
  return found;
}

export function purseOf({ purses }: Pick<YearStage, "purses">, currency: number): Purse {
  const found = purses.find(({ index }) => index === currency);
  if (!found) throw new Error(`The deployment has no currency ${currency}.`);
  return found;
}

const ENOUGH_GAS = 700_000n;

/** A contract's call as somebody's transaction. */
export async function send(
  by: Actor,
  what: string,
  populated: Promise<{ to: string; data: string }>,
  gas: bigint = ENOUGH_GAS,
): Promise<Call> {
  const { to, data } = await populated;
  return { by, to, data, gas, what: `${by.player.key}: ${what}` };
}
