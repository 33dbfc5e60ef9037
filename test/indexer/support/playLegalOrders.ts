import { id as hashOf } from "ethers";
import { sliceId } from "../../../frontend/src/domain/ids.ts";
import { type Actor, actor } from "../../../scripts/demo/actors.ts";
import { confirm, type RegisteredInvoice, recordRegistryEntry, register } from "../../../scripts/demo/receivables.ts";
import { settled } from "../../../scripts/deployment/settled.ts";
import type { TestNetwork } from "./joinNetwork.ts";
import { latestTime } from "./latestTime.ts";

const DAY = 86_400;
const ORDER = hashOf("an order of a court");
const RELEASE = hashOf("an order that lifts another");
const DEBTORS_NOTICE = 1;
const DISPUTE = 4;

/** Documents, holds, freezes that cut and overlap, a transfer by order; some of each is left in force. */
export async function playLegalOrders(net: TestNetwork): Promise<void> {
  const invoice = await confirmed(net, "IX-3", 60);
  await playEvidence(net, invoice);
  await playHoldAndFreeze(net, invoice);
  await playOverlap(net, invoice);
  await playHolds(net);
}

/** A receivable of 100 000.00 of which 10 000.00 is offered. */
async function confirmed(net: TestNetwork, number: string, days: number): Promise<RegisteredInvoice> {
  const [huaxin, yujiang, jiulong] = [actor(net, "huaxin"), actor(net, "yujiang"), actor(net, "jiulong")];
  const today = await net.clock.today();
  const plan = { number, issueDay: today - 2, dueDay: today + days, face: 100_000_00n };
  const invoice = await register(huaxin, yujiang, plan);
  await confirm(yujiang, huaxin, invoice);
  const until = (await latestTime(net)) + 30 * DAY;
  const offered = [{ to: jiulong.address, amount: 10_000_00n }];
  await settled(huaxin.ledger.splitAndTransfer(sliceId(invoice.id, 0n), offered, until));
  return invoice;
}

async function playEvidence(net: TestNetwork, invoice: RegisteredInvoice): Promise<void> {
  const [huaxin, yujiang] = [actor(net, "huaxin"), actor(net, "yujiang")];
  const today = await net.clock.today();
  const head = sliceId(invoice.id, 0n);
  await recordRegistryEntry(huaxin, invoice, head, "IX-ENTRY-3", today);
  await settled(huaxin.ledger.appendEvidence(head, 0, hashOf("delivery receipt"), today - 1));
  await settled(yujiang.ledger.appendEvidence(head, DEBTORS_NOTICE, hashOf("debtor's notice"), today));
}

/** The hold ends when the freeze is complete; the offer on the cents ends with it. */
async function playHoldAndFreeze(net: TestNetwork, { id }: RegisteredInvoice): Promise<void> {
  const supervisor = actor(net, "supervisor");
  const until = (await latestTime(net)) + 200 * DAY;
  await settled(supervisor.ledger.hold(id, ORDER));
  const covering = sliceId(id, 90_000_00n);
  await settled(supervisor.ledger.freeze(covering, 92_000_00n, 95_000_00n, DISPUTE, ORDER, until));
}

/** A second freeze on a part of the first; then one part is released, one moves by order, one runs out, one stays. */
async function playOverlap(net: TestNetwork, { id }: RegisteredInvoice): Promise<void> {
  const [supervisor, operator, bashan] = [actor(net, "supervisor"), actor(net, "operator"), actor(net, "bashan")];
  const at = (start: bigint) => sliceId(id, start);
  const soon = (await latestTime(net)) + DAY;
  await settled(supervisor.ledger.freeze(at(0n), 10_000_00n, 20_000_00n, DISPUTE, ORDER, soon));
  await settled(supervisor.ledger.freeze(at(10_000_00n), 12_000_00n, 14_000_00n, 1, ORDER, soon + DAY));
  await settled(supervisor.ledger.release([at(14_000_00n)], RELEASE));
  await order(supervisor, at(12_000_00n), bashan.address);
  const word = await operator.ledger.sliceWordOf(at(12_000_00n));
  await settled(operator.ledger.carryOutTransfer(at(12_000_00n), word, bashan.address, ORDER));
  await order(supervisor, at(92_000_00n), bashan.address);
  // Entered once more, it has another last second.
  await order(supervisor, at(92_000_00n), bashan.address);
  await net.clock.moveTo(soon + 1);
  await settled(bashan.ledger.releaseExpired([at(10_000_00n)]));
}

async function order({ ledger }: Actor, slice: bigint, to: string): Promise<void> {
  await settled(ledger.orderTransfer(slice, await ledger.sliceWordOf(slice), to, ORDER));
}

/** One hold ended before its time, one left to run out. */
async function playHolds(net: TestNetwork): Promise<void> {
  const supervisor = actor(net, "supervisor");
  const [ended, left] = [await confirmed(net, "IX-4", 50), await confirmed(net, "IX-5", 50)];
  await settled(supervisor.ledger.hold(ended.id, ORDER));
  await settled(supervisor.ledger.endHold(ended.id));
  await settled(supervisor.ledger.hold(left.id, ORDER));
}
