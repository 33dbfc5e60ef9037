import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { ZeroAddress } from "ethers";
import { LOAN_OFFER, signMessage } from "../../scripts/demo/typedData.ts";
import type { LoanOfferStruct } from "../../types/contracts/desks/PledgeDesk.js";
import { type PledgeDesk, PledgeDesk__factory, type TestToken } from "../../types/contracts/index.js";
import { addCurrency } from "./addCurrency.ts";
import { admitDesk } from "./governance.ts";
import { confirmedReceivable, type Network, todayOf } from "./network.ts";

const POWER_LOCK = 8;
const PLENTY = 3_000_000_000_000n;

/** The bank lends 80 000.00 at 6 % against slices of 100 000.00 with a haircut of 20 %, for 30 days and 5 of grace. */
export const LOAN = { principal: 8_000_000n, haircutPpm: 200_000, ratePpm: 60_000, term: 30, graceDays: 5 } as const;

/** A desk admitted to lock, for which the bank's and the suppliers' cash is approved and which the suppliers have enabled. */
export async function admitPledgeDesk(net: Network, exposureBook: string = ZeroAddress): Promise<PledgeDesk> {
  const { ledger, settlementDesk, operator } = net;
  const pledgeDesk = await new PledgeDesk__factory(operator).deploy(ledger, settlementDesk, exposureBook);
  await admitDesk(net, await pledgeDesk.getAddress(), POWER_LOCK);
  for (const who of [net.supplier, net.cautious, ...net.suppliers]) {
    await ledger.connect(who).setDeskEnabled(pledgeDesk, true);
    for (const token of [net.cny, net.eur]) await token.connect(who).approve(pledgeDesk, PLENTY);
  }
  for (const token of [net.cny, net.eur]) await token.connect(net.bank).approve(pledgeDesk, PLENTY);
  return pledgeDesk;
}

interface Change {
  signer?: Pick<HardhatEthersSigner, "signTypedData">;
  verifyingContract?: string;
  chainId?: bigint;
  offer?: Partial<LoanOfferStruct>;
}

/** A bank's EIP-712 offer of a loan against a slice as it is now, good for an hour. */
export async function signLoan(net: Network & { pledgeDesk: PledgeDesk }, slice: bigint, change: Change = {}) {
  const {
    signer = net.bank,
    verifyingContract = await net.pledgeDesk.getAddress(),
    chainId = (await net.ethers.provider.getNetwork()).chainId,
  } = change;
  const { principal, haircutPpm, ratePpm, graceDays } = LOAN;
  const offer = {
    id: slice,
    word: await net.ledger.sliceWordOf(slice),
    lender: net.bank.address,
    principal,
    haircutPpm,
    ratePpm,
    repayBy: (await todayOf(net)) + LOAN.term,
    graceDays,
    limited: false,
    expiresAt: (await net.networkHelpers.time.latest()) + 3600,
    series: await net.pledgeDesk.loanOfferSeriesOf(net.bank.address),
    ...change.offer,
  };
  return { offer, signature: await signMessage(signer, LOAN_OFFER, { chainId, verifyingContract }, offer) };
}

/** The supplier's slice of 100 000.00, due in 90 days, and the bank's signed offer. */
export async function offeredLoan(net: Network) {
  const pledgeDesk = await admitPledgeDesk(net);
  const receivable = await confirmedReceivable(net);
  const { offer, signature } = await signLoan({ ...net, pledgeDesk }, receivable.slice);
  const desk = pledgeDesk.connect(net.supplier);
  const take = (changed: Partial<LoanOfferStruct> = {}, signed = signature) =>
    desk.take({ ...offer, ...changed }, signed);
  const lentOn = await todayOf(net);
  return { ...receivable, dueDay: Number(receivable.terms.dueDay), pledgeDesk, desk, offer, signature, take, lentOn };
}

/** As `offeredLoan`, and the supplier has taken it; its loan is the first. */
export async function takenLoan(net: Network) {
  const offered = await offeredLoan(net);
  await offered.take();
  return { ...offered, loanId: 1n, repayBy: offered.lentOn + LOAN.term };
}

/** `roundHalfUp(principal · rate · days / (base · 10^6))`, the base being 360. */
export function interestOn(principal: bigint, days: number, ratePpm = LOAN.ratePpm): bigint {
  const base = 360_000_000n;
  return (principal * BigInt(ratePpm) * BigInt(days) + base / 2n) / base;
}

/** As `takenLoan`, in a token of the test's own, which all have and have approved. */
export async function loanIn<T extends TestToken>(net: Network, deploy: () => Promise<T>) {
  const token = await deploy();
  await addCurrency(net, token);
  const pledgeDesk = await admitPledgeDesk(net);
  for (const who of [net.bank, net.supplier, net.obligor]) {
    await token.mint(who.address, PLENTY);
    await token.connect(who).approve(pledgeDesk, PLENTY);
    await token.connect(who).approve(net.settlementDesk, PLENTY);
  }
  const receivable = await confirmedReceivable(net, { currency: 3 });
  const { offer, signature } = await signLoan({ ...net, pledgeDesk }, receivable.slice);
  const desk = pledgeDesk.connect(net.supplier);
  const lentOn = await todayOf(net);
  const take = () => desk.take(offer, signature);
  return { ...receivable, dueDay: Number(receivable.terms.dueDay), token, pledgeDesk, desk, lentOn, take, loanId: 1n };
}
