import { HDNodeWallet, JsonRpcProvider, Mnemonic, NonceManager } from "ethers";
import {
  type DiscountDesk,
  DiscountDesk__factory,
  type EarlyPaymentDesk,
  EarlyPaymentDesk__factory,
  type ExposureBook,
  ExposureBook__factory,
  type ILedger,
  ILedger__factory,
  type PledgeDesk,
  PledgeDesk__factory,
  type RecourseDesk,
  RecourseDesk__factory,
  type SettlementDesk,
  SettlementDesk__factory,
  type TestToken,
  TestToken__factory,
} from "../../types/contracts/index.js";
import { DEMO_COMPANIES, type DemoCompany } from "../demo-companies.ts";
import type { DeploymentRecord } from "../deployment/record.ts";
import { VaultClient } from "../vault/VaultClient.ts";

/** The well-known mnemonic of local development chains; worthless anywhere else. */
export const DEVELOPMENT_MNEMONIC = "test test test test test test test test test test test junk";

/** A demo company with what it acts through: its key, the contracts, and its session with the vault. */
export interface Actor {
  company: DemoCompany;
  address: string;
  ledger: ILedger;
  discountDesk: DiscountDesk;
  settlementDesk: SettlementDesk;
  pledgeDesk: PledgeDesk;
  recourseDesk: RecourseDesk;
  earlyPaymentDesk: EarlyPaymentDesk;
  exposureBook: ExposureBook;
  cny: TestToken;
  vault: VaultClient;
}

export interface Stage {
  provider: JsonRpcProvider;
  record: DeploymentRecord;
  actors: Record<string, Actor>;
}

export function setStage(rpcUrl: string, vaultUrl: string, record: DeploymentRecord): Stage {
  const provider = new JsonRpcProvider(rpcUrl, record.chainId, {
    staticNetwork: true,
    pollingInterval: 25,
    cacheTimeout: -1,
  });
  const actors = DEMO_COMPANIES.map((company) => [company.key, actorFor(company, provider, vaultUrl, record)] as const);
  return { provider, record, actors: Object.fromEntries(actors) };
}

export function actor({ actors }: Stage, key: string): Actor {
  const found = actors[key];
  if (!found) throw new Error(`There is no demo company "${key}".`);
  return found;
}

/** What a company acts through with the development account it has. */
export function actorFor(
  company: DemoCompany,
  provider: JsonRpcProvider,
  vaultUrl: string,
  record: DeploymentRecord,
): Actor {
  const mnemonic = Mnemonic.fromPhrase(DEVELOPMENT_MNEMONIC);
  const wallet = HDNodeWallet.fromMnemonic(mnemonic, `m/44'/60'/0'/0/${company.account}`).connect(provider);
  const signer = new NonceManager(wallet);
  const cny = record.currencies.find(({ code }) => code === "CNY");
  if (!cny) throw new Error("The demo needs CNY among the deployment's currencies.");
  const { ledger, discountDesk, settlementDesk, pledgeDesk, recourseDesk, earlyPaymentDesk, exposureBook } =
    record.addresses;
  return {
    company,
    address: wallet.address,
    ledger: ILedger__factory.connect(ledger, signer),
    discountDesk: DiscountDesk__factory.connect(discountDesk, signer),
    settlementDesk: SettlementDesk__factory.connect(settlementDesk, signer),
    pledgeDesk: PledgeDesk__factory.connect(pledgeDesk, signer),
    recourseDesk: RecourseDesk__factory.connect(recourseDesk, signer),
    earlyPaymentDesk: EarlyPaymentDesk__factory.connect(earlyPaymentDesk, signer),
    exposureBook: ExposureBook__factory.connect(exposureBook, signer),
    cny: TestToken__factory.connect(cny.token, signer),
    vault: new VaultClient(vaultUrl, record.chainId, wallet),
  };
}
