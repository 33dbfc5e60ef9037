import { id as hashOf } from "ethers";
import { sliceId } from "../../../frontend/src/domain/ids.ts";
import { type Actor, actor } from "../../../scripts/demo/actors.ts";
import { confirm, recordRegistryEntry, register } from "../../../scripts/demo/receivables.ts";
import { settled } from "../../../scripts/deployment/settled.ts";

import type { TestNetwork } from "./joinNetwork.ts";

const FACE = 60_000_00n;
const PLENTY = 1_000_000_00n;

/** One receivable paid early, in parts and late; another that is never paid, declared in default and written off. */
export async function playSettlement(net: TestNetwork): Promise<void> {
  const [huaxin, yujiang, operator] = [actor(net, "huaxin"), actor(net, "yujiang"), actor(net, "operator")];
  // Who stays overdue can confirm nothing in the tests that share the chain, and does not have to.
  const nanping = actor(net, "nanping");
  const today = await net.clock.today();
  const paid = await confirmed(net, yujiang, "IX-P", today + 5);
  const unpaid = await confirmed(net, nanping, "IX-U", today + 5);
  const at = (start: bigint) => sliceId(paid, start);
  await settled(huaxin.ledger.split(at(0n), [20_000_00n, 10_000_00n]));
  await settled(yujiang.cny.approve(yujiang.settlementDesk, PLENTY));
  const early = at(50_000_00n);
  await settled(yujiang.settlementDesk.payEarly(paid, [early], [await huaxin.ledger.sliceWordOf(early)]));
  await net.clock.moveToDay(today + 5);
  await settled(yujiang.settlementDesk.payPart(paid, 7_000_01n, [at(0n)]));
  await settled(operator.settlementDesk.payOut(paid, [at(30_000_00n)]));
  await net.clock.moveToDay(today + 50);
  await settled(yujiang.settlementDesk.payPart(paid, 20_000_00n, [at(0n), at(30_000_00n), early]));
  await settled(yujiang.settlementDesk.pay(paid, [at(0n), at(30_000_00n), early]));
  await settled(operator.ledger.reportOverdue(unpaid));
  await settled(yujiang.cny.transfer(nanping.address, PLENTY));
  await settled(nanping.cny.approve(nanping.settlementDesk, PLENTY));
  await settled(nanping.settlementDesk.payPart(unpaid, 1_000_00n, [sliceId(unpaid, 0n)]));
  await settled(operator.ledger.declareDefault(unpaid));
  await settled(actor(net, "supervisor").ledger.writeOff(unpaid, hashOf("the court's closing order")));
}

async function confirmed(net: TestNetwork, obligor: Actor, number: string, dueDay: number): Promise<bigint> {
  const huaxin = actor(net, "huaxin");
  const today = await net.clock.today();
  const invoice = await register(huaxin, obligor, { number, issueDay: today - 2, dueDay, face: FACE });
  await confirm(obligor, huaxin, invoice);
  await recordRegistryEntry(huaxin, invoice, sliceId(invoice.id, 0n), `ENTRY-${number}`, today);
  return invoice.id;
}
