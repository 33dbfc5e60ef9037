import { id as hashOf, hexlify, NonceManager, randomBytes } from "ethers";
import { sliceId } from "../../../frontend/src/domain/ids.ts";
import { type Actor, actor } from "../../../scripts/demo/actors.ts";
import { confirm, type RegisteredInvoice, register } from "../../../scripts/demo/receivables.ts";
import { settled } from "../../../scripts/deployment/settled.ts";
import { type ILedger, ILedger__factory } from "../../../types/contracts/index.js";
import type { TermsStruct } from "../../../types/contracts/interfaces/ILedger.js";
import type { TestNetwork } from "./joinNetwork.ts";
import { latestTime } from "./latestTime.ts";
import { developmentWallet } from "./visitors.ts";

const DAY = 86_400;
const NOTICE = 7 * DAY;
const CNY = 1;
const OBLIGOR_AND_SUPPLIER = 3;

interface Company {
  address: string;
  ledger: ILedger;
}

/** A company that owes and holds loses its key; it and another pay late. What it had is left in every stage of the change. */
export async function playReplacement(net: TestNetwork): Promise<void> {
  const [lost, other, successor] = [companyAt(net, 10), companyAt(net, 11), companyAt(net, 12)];
  const identity = hexlify(randomBytes(20));
  await playLimits(net, lost, identity);
  const { held, owed } = await playHolding(net, lost);
  await playKeys(net, lost, other, successor);
  const at = (start: bigint) => sliceId(held.id, start);
  // The slice in between stays where it is and is paid to the successor.
  await settled(actor(net, "bashan").ledger.moveToSuccessor([at(6_000_00n), at(9_000_00n)]));
  await settled(actor(net, "supervisor").ledger.release([at(6_000_00n)], hashOf("lifted")));
  await playOverdue(net, held, owed);
}

/** Roles, checks and limits set anew, also for a currency in which nothing is owed. */
async function playLimits(net: TestNetwork, { address, ledger }: Company, identity: string): Promise<void> {
  const [operator, nanping] = [actor(net, "operator"), actor(net, "nanping")];
  const kycUntil = (await net.clock.today()) + 1000;
  await settled(operator.ledger.admit(address, identity, OBLIGOR_AND_SUPPLIER, kycUntil));
  await settled(operator.ledger.setRoles(nanping.address, OBLIGOR_AND_SUPPLIER));
  await settled(operator.ledger.setKycUntil(nanping.address, kycUntil));
  await settled(operator.ledger.setOutstandingLimit(identity, CNY, 1_000_000_00n));
  await settled(operator.ledger.setOutstandingLimit(identity, CNY + 1, 5_00n));
  await settled(ledger.setStandingConsent(true));
}

/** It holds slices that are free, frozen and offered, and owes; one of its confirmations fails. */
async function playHolding(net: TestNetwork, lost: Company): Promise<{ held: RegisteredInvoice; owed: bigint }> {
  const [huaxin, yujiang, supervisor] = [actor(net, "huaxin"), actor(net, "yujiang"), actor(net, "supervisor")];
  const today = await net.clock.today();
  const plan = { number: "IX-6", issueDay: today - 2, dueDay: today + 10, face: 10_000_00n };
  const held = await register(huaxin, yujiang, plan);
  await confirm(yujiang, huaxin, held);
  const at = (start: bigint) => sliceId(held.id, start);
  await settled(huaxin.ledger.splitAndTransfer(at(0n), [{ to: lost.address, amount: 4_000_00n }], 0));
  const until = (await latestTime(net)) + 9 * DAY;
  const offered = [{ to: actor(net, "jiulong").address, amount: 1_000_00n }];
  await settled(lost.ledger.splitAndTransfer(at(6_000_00n), offered, until));
  const order = hashOf("an order");
  await settled(supervisor.ledger.freeze(at(6_000_00n), 6_000_00n, 7_000_00n, 3, order, until));
  return { held, owed: await confirmBatch(lost, huaxin, plan.dueDay) };
}

/** Two confirmed, one refused: its terms are not those registered. @returns the first one's id. */
async function confirmBatch(lost: Company, huaxin: Actor, dueDay: number): Promise<bigint> {
  const termsOf = (number: string): TermsStruct => ({
    ...{ obligor: lost.address, invoiceKey: hashOf(number), face: 3_000_00n, dueDay },
    ...{ currency: CNY, documentRoot: hashOf(`${number}'s documents`) },
  });
  const all = ["IX-7a", "IX-7b", "IX-7c"].map(termsOf);
  const [first, , third] = all;
  if (!first || !third) throw new Error("The batch is too small.");
  const id = await huaxin.ledger.register.staticCall(first);
  for (const terms of all) await settled(huaxin.ledger.register(terms));
  third.face = 4_000_00n;
  const items = all.map((terms) => ({ creditor: huaxin.address, terms }));
  await settled(lost.ledger.confirmMany(items, 1));
  return id;
}

/** Proposed, proposed anew, vetoed; then proposed, agreed and carried out. */
async function playKeys(net: TestNetwork, lost: Company, other: Company, successor: Company): Promise<void> {
  const [operator, supervisor] = [actor(net, "operator"), actor(net, "supervisor")];
  await settled(operator.ledger.proposeReplacement(lost.address, other.address));
  await settled(operator.ledger.proposeReplacement(lost.address, successor.address));
  await settled(supervisor.ledger.agreeReplacement(lost.address, successor.address));
  await settled(lost.ledger.vetoReplacement());
  await settled(operator.ledger.proposeReplacement(lost.address, successor.address));
  await settled(supervisor.ledger.agreeReplacement(lost.address, successor.address));
  await net.clock.moveTo((await latestTime(net)) + NOTICE);
  await settled(successor.ledger.replaceKey(lost.address));
  const nanping = actor(net, "nanping");
  await settled(operator.ledger.proposeReplacement(nanping.address, other.address));
}

/** Both are reported; one pays and is cured. */
async function playOverdue(net: TestNetwork, held: RegisteredInvoice, owed: bigint): Promise<void> {
  const [bashan, yujiang] = [actor(net, "bashan"), actor(net, "yujiang")];
  await net.clock.moveToDay(Number(held.terms.dueDay) + 4);
  await settled(bashan.ledger.reportOverdue(held.id));
  await settled(bashan.ledger.reportOverdue(owed));
  await settled(yujiang.cny.approve(yujiang.settlementDesk, 20_000_00n));
  const { ids } = await yujiang.ledger.slicesOf(held.id, 0, 100);
  await settled(yujiang.settlementDesk.pay(held.id, [...ids]));
}

function companyAt({ record, provider }: TestNetwork, index: number): Company {
  const wallet = developmentWallet(index);
  const signer = new NonceManager(wallet.connect(provider));
  return { address: wallet.address, ledger: ILedger__factory.connect(record.addresses.ledger, signer) };
}
