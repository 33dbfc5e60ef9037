import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { keccak256, toUtf8Bytes } from "ethers";
import { network } from "hardhat";
import { deployTallystick } from "../../scripts/deployment/deployTallystick.ts";
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
import type { TermsStruct } from "../../types/contracts/interfaces/ILedger.js";

export const ROLE = { OBLIGOR: 1, SUPPLIER: 2, BANK: 4, SUPERVISOR: 8, OPERATOR: 16 } as const;
/** Thirty billion cents of every test token, so that nobody is short by accident. */
const PLENTY = 3_000_000_000_000n;
const KYC_UNTIL = 40_000;

export interface Network {
  ethers: Awaited<ReturnType<typeof network.create>>["ethers"];
  networkHelpers: Awaited<ReturnType<typeof network.create>>["networkHelpers"];
  ledger: ILedger;
  discountDesk: DiscountDesk;
  settlementDesk: SettlementDesk;
  pledgeDesk: PledgeDesk;
  recourseDesk: RecourseDesk;
  earlyPaymentDesk: EarlyPaymentDesk;
  exposureBook: ExposureBook;
  cny: TestToken;
  eur: TestToken;
  operator: HardhatEthersSigner;
  /** Carries legal orders and agrees to key replacements. */
  supervisor: HardhatEthersSigner;
  obligor: HardhatEthersSigner;
  supplier: HardhatEthersSigner;
  bank: HardhatEthersSigner;
  /** Twelve suppliers with standing consent, holding nothing yet. */
  suppliers: HardhatEthersSigner[];
  /** A supplier that accepts each transfer. */
  cautious: HardhatEthersSigner;
  outsider: HardhatEthersSigner;
}

/** Everything deployed and wired as in production, participants admitted, cash minted and approved. */
export async function createNetwork(): Promise<Network> {
  const { ethers, networkHelpers } = await network.create();
  const signers = await ethers.getSigners();
  const [operator, obligor, supplier, bank, cautious, outsider, supervisor, ...others] = signers;
  if (!operator || !obligor || !supplier || !bank || !cautious || !outsider || !supervisor)
    throw new Error("too few signers");
  const suppliers = others.slice(0, 12);
  const record = await deployTallystick({
    chainName: "test",
    admin: operator,
    supervisor: supervisor.address,
    governanceDelay: 86_400,
    probeWait: 0,
    onWaiting: ({ code, reason }) => {
      throw new Error(`${code} is missing. ${reason}`);
    },
    previous: null,
    currencies: [
      { code: "CNY", minorDigits: 2, dayCount: "ACT", dayBase: 360, token: { testTokenDecimals: 2 } },
      { code: "EUR", minorDigits: 2, dayCount: "ACT", dayBase: 360, token: { testTokenDecimals: 6 } },
    ],
  });
  const ledger = ILedger__factory.connect(record.addresses.ledger, operator);
  const admit = (who: HardhatEthersSigner, roles: number) =>
    ledger.admit(who.address, identityOf(who.address), roles, KYC_UNTIL);
  await admit(obligor, ROLE.OBLIGOR);
  await admit(bank, ROLE.BANK);
  for (const who of [supplier, cautious, ...suppliers]) await admit(who, ROLE.SUPPLIER);
  for (const who of suppliers) await ledger.connect(who).setStandingConsent(true);
  const tokens = record.currencies.map(({ token }) => TestToken__factory.connect(token, operator));
  const [cny, eur] = tokens;
  if (!cny || !eur) throw new Error("two test tokens expected");
  for (const token of tokens) {
    for (const who of [obligor, supplier, bank, cautious, ...suppliers]) await token.mint(who.address, PLENTY);
    await token.connect(obligor).approve(record.addresses.settlementDesk, PLENTY);
    await token.connect(bank).approve(record.addresses.discountDesk, PLENTY);
  }
  const discountDesk = DiscountDesk__factory.connect(record.addresses.discountDesk, operator);
  const settlementDesk = SettlementDesk__factory.connect(record.addresses.settlementDesk, operator);
  const otherDesks = {
    pledgeDesk: PledgeDesk__factory.connect(record.addresses.pledgeDesk, operator),
    recourseDesk: RecourseDesk__factory.connect(record.addresses.recourseDesk, operator),
    earlyPaymentDesk: EarlyPaymentDesk__factory.connect(record.addresses.earlyPaymentDesk, operator),
    exposureBook: ExposureBook__factory.connect(record.addresses.exposureBook, operator),
  };
  for (const who of [supplier, cautious, ...suppliers]) await ledger.connect(who).setDeskEnabled(discountDesk, true);
  const roles = { operator, supervisor, obligor, supplier, bank, suppliers, cautious, outsider };
  return { ethers, networkHelpers, ledger, discountDesk, settlementDesk, ...otherDesks, cny, eur, ...roles };
}

/** A test identity; production identities hash a scheme and a number (frontend/src/domain/identifiers.ts). */
export function identityOf(seed: string): string {
  return keccak256(toUtf8Bytes(seed)).slice(0, 42);
}

export async function todayOf({ networkHelpers }: Network, utcOffsetHours = 8): Promise<number> {
  return Math.floor(((await networkHelpers.time.latest()) + utcOffsetHours * 3600) / 86_400);
}

/** Moves the chain to the first second of a day in the policy's time zone. */
export async function startDay({ networkHelpers }: Network, day: number, utcOffsetHours = 8): Promise<void> {
  await networkHelpers.time.increaseTo(day * 86_400 - utcOffsetHours * 3600);
}

export async function termsFor(
  net: Network,
  change: Partial<TermsStruct> & { number?: string } = {},
): Promise<TermsStruct> {
  const { number = "INV-1", ...rest } = change;
  return {
    obligor: net.obligor.address,
    invoiceKey: keccak256(toUtf8Bytes(number)),
    face: 10_000_000n,
    dueDay: (await todayOf(net)) + 90,
    currency: 1,
    documentRoot: keccak256(toUtf8Bytes(`document of ${number}`)),
    ...rest,
  };
}

/** Registers and confirms an invoice, and records the registry's entry. @returns the receivable's id and its first slice's. */
export async function confirmedReceivable(net: Network, change: Parameters<typeof termsFor>[1] = {}) {
  const terms = await termsFor(net, change);
  const id = await net.ledger.connect(net.supplier).register.staticCall(terms);
  await net.ledger.connect(net.supplier).register(terms);
  await net.ledger.connect(net.obligor).confirm(net.supplier.address, terms, 1);
  const slice = sliceId(id, 0n);
  await net.ledger
    .connect(net.supplier)
    .recordRegistryEntry(slice, keccak256(toUtf8Bytes("registry")), await todayOf(net));
  return { id, slice, terms };
}

export function sliceId(receivable: bigint, start: bigint): bigint {
  return (receivable << 64n) | start;
}
