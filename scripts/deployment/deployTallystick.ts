import { type ContractRunner, encodeBytes32String, getAddress, id, type Signer } from "ethers";
import {
  type Authority,
  Authority__factory,
  DiscountDesk__factory,
  EarlyPaymentDesk__factory,
  ExposureBook__factory,
  type ILedger,
  ILedger__factory,
  type ITokenProbe,
  ITokenProbe__factory,
  Ledger__factory,
  PledgeDesk__factory,
  RecourseDesk__factory,
  Registrar__factory,
  SettlementDesk__factory,
  SliceMetadata__factory,
  TestToken__factory,
  TokenProbe__factory,
} from "../../types/contracts/index.js";
import type { PolicyStruct } from "../../types/contracts/interfaces/ILedger.js";
import type { DeploymentRecord } from "./record.ts";
import { settled } from "./settled.ts";
import { tryToken } from "./tryToken.ts";

export interface CurrencyPlan {
  code: string;
  minorDigits: number;
  dayCount: "ACT" | "30/360";
  dayBase: 360 | 365;
  /** An ERC-20 on the chain, or the decimals of a test token to deploy (local chains only). */
  token: string | { testTokenDecimals: number };
}

/** A currency that could not be added yet. */
export interface WaitingCurrency {
  code: string;
  /** Why, and what to do: whole sentences. */
  reason: string;
}

export interface DeploymentPlan {
  chainName: string;
  /** Executes governance, operates and guards; the signer of the deployment. Hand the roles over afterwards. */
  admin: Signer;
  /** The account that carries legal orders and agrees to key replacements; never the administrator's, or one person could do both halves. */
  supervisor: string;
  currencies: readonly CurrencyPlan[];
  /** Seconds for which governance is announced once everything is wired. */
  governanceDelay: number;
  /** Seconds that a token's trial takes before it can become a currency; a ledger keeps those it was deployed with. */
  probeWait: number;
  /** Told of each currency that is left out for now. Until there is none, governance acts without notice: a later run adds it. */
  onWaiting: (waiting: WaitingCurrency) => void;
  previous: DeploymentRecord | null;
}

/** What each desk may do in the ledger; see IRulebook.sol. Admitted in this order, which decides the desks' indices. */
const DESK_POWERS = {
  discountDesk: 1,
  settlementDesk: 2,
  pledgeDesk: 8,
  recourseDesk: 16,
  earlyPaymentDesk: 4,
} as const;
const ADMIN_ROLE = 0n;
const OPERATOR_ROLE = 1n;
const GOVERNOR_ROLE = 2n;
const GUARDIAN_ROLE = 3n;
const SUPERVISOR_ROLE = 4n;

/** Each change of the rulebook names the document that decided it; the first ones come with the deployment. */
const FIRST_DECISION = id("Tallystick: first deployment");

/** The policy of the People's Republic's defaults; see docs/glossary.md, "policy". */
const FIRST_POLICY = {
  tenorSoftDays: 183,
  tenorHardDays: 365,
  maxHops: 10,
  minSlice: 100,
  maxSlices: 500,
  graceDays: 3,
  defaultDays: 30,
  penaltyPpmPerDay: 500,
  utcOffsetHours: 8,
  requireRegistry: true,
  stopIssuance: true,
  consentAllowed: true,
  contractAbove: 0,
  effectiveFrom: 0,
  supersededAt: 0,
} as const satisfies PolicyStruct;

/**
 * Deploys what is missing and wires what is not wired; a second run changes nothing.
 * `previous` of another chain, told by its genesis hash, is not reused: everything is deployed anew.
 */
export async function deployTallystick(plan: DeploymentPlan): Promise<DeploymentRecord> {
  const chain = await describeChain(plan);
  const previous = plan.previous?.genesisHash === chain.genesisHash ? plan.previous : null;
  await requireTokens(plan);
  const addresses = await deployContracts(plan, previous?.addresses ?? null);
  const authority = Authority__factory.connect(addresses.accessManager, plan.admin);
  const ledger = ILedger__factory.connect(addresses.ledger, plan.admin);
  await assignRoles(authority, ledger, plan);
  await addFirstPolicy(ledger);
  for (const [name, powers] of Object.entries(DESK_POWERS)) {
    await admitDesk(ledger, addresses[name as keyof typeof DESK_POWERS], powers);
  }
  const { currencies, waiting } = await addCurrencies(ledger, plan, previous);
  waiting.forEach(plan.onWaiting);
  if (waiting.length === 0) await announceGovernance(authority, plan);
  return {
    chainId: chain.chainId,
    chainName: plan.chainName,
    genesisHash: chain.genesisHash,
    startBlock: previous?.startBlock ?? chain.startBlock,
    addresses,
    currencies,
  };
}

async function describeChain({ admin }: DeploymentPlan) {
  const provider = admin.provider;
  if (provider === null) throw new Error("The deploying signer is not connected to a chain.");
  const genesis = await provider.getBlock(0);
  if (genesis?.hash == null) throw new Error("The chain has no block 0 to recognise it by.");
  const { chainId } = await provider.getNetwork();
  return { chainId: Number(chainId), genesisHash: genesis.hash, startBlock: (await provider.getBlockNumber()) + 1 };
}

/** Asked first, so that a wrong address leaves nothing half deployed. */
async function requireTokens({ currencies, admin, probeWait }: DeploymentPlan): Promise<void> {
  for (const { code, token } of currencies) {
    if (typeof token !== "string") {
      if (probeWait === 0) continue;
      throw new Error(`Test money for ${code} is made anew by each run: its trial can't wait ${probeWait} seconds.`);
    }
    await TestToken__factory.connect(token, admin)
      .decimals()
      .catch((cause: unknown) => {
        throw new Error(`${token}, named for ${code}, does not answer as an ERC-20. Check the address.`, { cause });
      });
  }
}

async function deployContracts(plan: DeploymentPlan, previous: DeploymentRecord["addresses"] | null) {
  const { admin } = plan;
  const accessManager = await reuseOr(admin, previous?.accessManager, async () =>
    new Authority__factory(admin).deploy(await admin.getAddress()),
  );
  const ledger = await reuseOr(admin, previous?.ledger, () => deployLedger(plan, accessManager));
  return { accessManager, ledger, ...(await deployDesks(admin, ledger, previous)) };
}

/** Those that others ask come first: their addresses are fixed in the others' code. */
async function deployDesks(admin: Signer, ledger: string, previous: DeploymentRecord["addresses"] | null) {
  const settlementDesk = await reuseOr(admin, previous?.settlementDesk, () =>
    new SettlementDesk__factory(admin).deploy(ledger),
  );
  const exposureBook = await reuseOr(admin, previous?.exposureBook, () =>
    new ExposureBook__factory(admin).deploy(ledger),
  );
  const recourseDesk = await reuseOr(admin, previous?.recourseDesk, () =>
    new RecourseDesk__factory(admin).deploy(ledger, settlementDesk),
  );
  const discountDesk = await reuseOr(admin, previous?.discountDesk, () =>
    new DiscountDesk__factory(admin).deploy(ledger, exposureBook, recourseDesk),
  );
  const pledgeDesk = await reuseOr(admin, previous?.pledgeDesk, () =>
    new PledgeDesk__factory(admin).deploy(ledger, settlementDesk, exposureBook),
  );
  const earlyPaymentDesk = await reuseOr(admin, previous?.earlyPaymentDesk, () =>
    new EarlyPaymentDesk__factory(admin).deploy(ledger),
  );
  return { settlementDesk, exposureBook, recourseDesk, discountDesk, pledgeDesk, earlyPaymentDesk };
}

/** The ledger's address is the one to use; its rarer half, its pictures and the probe of tokens are fixed in its code. */
async function deployLedger({ admin, probeWait }: DeploymentPlan, accessManager: string) {
  const metadata = await new SliceMetadata__factory(admin).deploy();
  await metadata.waitForDeployment();
  const probe = await new TokenProbe__factory(admin).deploy(probeWait);
  await probe.waitForDeployment();
  const registrar = await new Registrar__factory(admin).deploy(metadata, probe);
  await registrar.waitForDeployment();
  return new Ledger__factory(admin).deploy(accessManager, registrar, metadata);
}

interface Deployed {
  waitForDeployment(): Promise<unknown>;
  getAddress(): Promise<string>;
}

async function reuseOr(runner: ContractRunner, known: string | undefined, deploy: () => Promise<Deployed>) {
  if (known !== undefined && (await runner.provider?.getCode(known)) !== "0x") return known;
  const contract = await deploy();
  await contract.waitForDeployment();
  return contract.getAddress();
}

/** Which role guards which function; a function that is in no line is the administrator's. */
const DUTIES = [
  {
    role: OPERATOR_ROLE,
    functions: [
      "admit",
      "setRoles",
      "setKycUntil",
      "suspend",
      "restore",
      "setOutstandingLimit",
      "proposeReplacement",
      "carryOutTransfer",
    ],
  },
  { role: GOVERNOR_ROLE, functions: ["addPolicy", "addCurrency", "admitDesk"] },
  { role: GUARDIAN_ROLE, functions: ["removeDesk"] },
  {
    role: SUPERVISOR_ROLE,
    functions: ["hold", "endHold", "freeze", "release", "orderTransfer", "agreeReplacement", "writeOff"],
  },
] as const;

async function assignRoles(authority: Authority, ledger: ILedger, { admin, supervisor }: DeploymentPlan) {
  const target = await ledger.getAddress();
  for (const { role, functions } of DUTIES) {
    const account = role === SUPERVISOR_ROLE ? getAddress(supervisor) : await admin.getAddress();
    const selectors = functions.map((name) => ledger.interface.getFunction(name).selector);
    const wrong = await filterAsync(
      selectors,
      async (s) => (await authority.getTargetFunctionRole(target, s)) !== role,
    );
    if (wrong.length > 0) await settled(authority.setTargetFunctionRole(target, wrong, role));
    const [isMember] = await authority.hasRole(role, account);
    if (!isMember) await settled(authority.grantRole(role, account, 0));
  }
}

async function addFirstPolicy(ledger: ILedger) {
  if ((await ledger.latestPolicy()) !== 0n) return;
  await settled(ledger.addPolicy(FIRST_POLICY, FIRST_DECISION));
}

async function admitDesk(ledger: ILedger, desk: string, powers: number) {
  if ((await ledger.deskOf(desk)).index === 0n) await settled(ledger.admitDesk(desk, powers, FIRST_DECISION));
}

async function addCurrencies(ledger: ILedger, plan: DeploymentPlan, previous: DeploymentRecord | null) {
  const probe = ITokenProbe__factory.connect(await ledger.probe(), plan.admin);
  const currencies = [...(previous?.currencies ?? [])];
  const waiting: WaitingCurrency[] = [];
  for (const planned of plan.currencies) {
    if (currencies.some(({ code }) => code === planned.code)) continue;
    const token = await resolveToken(planned, probe, plan.admin);
    const reason = await tryToken(probe, token, plan.admin);
    if (reason !== null) {
      waiting.push({ code: planned.code, reason });
      continue;
    }
    const dayCount = planned.dayCount === "ACT" ? 0 : 1;
    const code = encodeBytes32String(planned.code).slice(0, 8);
    const { minorDigits, dayBase } = planned;
    const added = { token, tokenDecimals: 0, minorDigits, dayCount, dayBase, code };
    const index = Number(await ledger.addCurrency.staticCall(added, FIRST_DECISION));
    await settled(ledger.addCurrency(added, FIRST_DECISION));
    const { tokenDecimals } = await ledger.currencyOf(index);
    const { dayCount: convention } = planned;
    currencies.push({
      code: planned.code,
      index,
      token,
      tokenDecimals: Number(tokenDecimals),
      minorDigits,
      dayCount: convention,
      dayBase,
    });
  }
  return { currencies, waiting };
}

/** @returns the token's address; test money is made, and the deployer given what a trial borrows. */
async function resolveToken({ code, token }: CurrencyPlan, probe: ITokenProbe, admin: Signer): Promise<string> {
  if (typeof token === "string") return getAddress(token);
  const contract = await new TestToken__factory(admin).deploy(`Test ${code}`, `t${code}`, token.testTokenDecimals);
  await contract.waitForDeployment();
  await settled(contract.mint(await admin.getAddress(), await probe.leastAmount(contract)));
  return contract.getAddress();
}

/** From here on the governor's and the administrator's own changes are announced before they take effect. */
async function announceGovernance(authority: Authority, { admin, governanceDelay }: DeploymentPlan) {
  const account = await admin.getAddress();
  for (const role of [GOVERNOR_ROLE, ADMIN_ROLE]) {
    const [, delay] = await authority.hasRole(role, account);
    if (delay < BigInt(governanceDelay)) await settled(authority.grantRole(role, account, governanceDelay));
  }
}

async function filterAsync<T>(items: readonly T[], keep: (item: T) => Promise<boolean>): Promise<T[]> {
  const kept = await Promise.all(items.map(keep));
  return items.filter((_, i) => kept[i]);
}
