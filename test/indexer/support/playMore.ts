import { sliceId } from "../../../frontend/src/domain/ids.ts";
import { actor } from "../../../scripts/demo/actors.ts";
import { confirm, recordRegistryEntry, register } from "../../../scripts/demo/receivables.ts";
import { settled } from "../../../scripts/deployment/settled.ts";
import { BlocklistToken__factory } from "../../../types/contracts/index.js";
import type { TestNetwork } from "./joinNetwork.ts";
import { latestTime } from "./latestTime.ts";
import { playDesks } from "./playDesks.ts";
import { playGovernance } from "./playGovernance.ts";
import { playLegalOrders } from "./playLegalOrders.ts";
import { type LeftOut, playOffers } from "./playOffers.ts";
import { playQuotes } from "./playQuotes.ts";
import { playReplacement } from "./playReplacement.ts";
import { playSettlement } from "./playSettlement.ts";

const DAY = 86_400;

/** The steps that the demo does not take, so that every event of the contracts is met at least once. @returns what one sale left out. */
export async function playMore(net: TestNetwork): Promise<LeftOut> {
  const id = await playSlices(net);
  await playRegistrations(net);
  await playStanding(net);
  await playGovernance(net);
  await playLegalOrders(net);
  const leftOut = await playOffers(net);
  await playQuotes(net);
  await playReplacement(net);
  await playLateSettlement(net, id);
  await playDesks(net);
  await playSettlement(net);
  return leftOut;
}

/** Splits to oneself, merges, offers that end in each way, a slice passed on whole. @returns the receivable. */
async function playSlices(net: TestNetwork): Promise<bigint> {
  const [huaxin, yujiang] = [actor(net, "huaxin"), actor(net, "yujiang")];
  const [jiulong, bashan] = [actor(net, "jiulong"), actor(net, "bashan")];
  const today = await net.clock.today();
  const plan = { number: "IX-1", issueDay: today - 2, dueDay: today + 20, face: 100_000_00n };
  const invoice = await register(huaxin, yujiang, plan);
  await confirm(yujiang, huaxin, invoice);
  const at = (start: bigint) => sliceId(invoice.id, start);
  await recordRegistryEntry(huaxin, invoice, at(0n), "IX-ENTRY-1", today);
  await settled(huaxin.ledger.split(at(0n), [10_000_00n, 20_000_00n, 5_000_00n]));
  await settled(huaxin.ledger.merge(at(0n), at(65_000_00n)));
  await settled(huaxin.ledger.merge(at(75_000_00n), at(95_000_00n)));
  // The same cent begins a slice for the second time.
  await settled(huaxin.ledger.splitAndTransfer(at(0n), [{ to: bashan.address, amount: 10_000_00n }], 0));
  const soon = (await latestTime(net)) + DAY;
  await settled(huaxin.ledger.transfer(at(75_000_00n), jiulong.address, soon));
  await settled(jiulong.ledger.endOffer(at(75_000_00n)));
  await settled(huaxin.ledger.transfer(at(75_000_00n), jiulong.address, soon));
  await settled(huaxin.ledger.endOffer(at(75_000_00n)));
  await settled(huaxin.ledger.splitAndTransfer(at(75_000_00n), [{ to: jiulong.address, amount: 4_000_00n }], soon));
  await net.clock.moveTo(soon + 1);
  await settled(bashan.ledger.endOffer(at(96_000_00n)));
  await settled(huaxin.ledger.transfer(at(96_000_00n), jiulong.address, soon + 2 * DAY));
  await settled(jiulong.ledger.accept(at(96_000_00n)));
  await settled(huaxin.ledger.transfer(at(75_000_00n), bashan.address, 0));
  // Left open until the due day has passed.
  await settled(huaxin.ledger.splitAndTransfer(at(0n), [{ to: jiulong.address, amount: 1_000_00n }], soon + 60 * DAY));
  return invoice.id;
}

async function playRegistrations(net: TestNetwork): Promise<void> {
  const [huaxin, yujiang] = [actor(net, "huaxin"), actor(net, "yujiang")];
  const today = await net.clock.today();
  const invoice = await register(huaxin, yujiang, {
    number: "IX-2",
    issueDay: today - 2,
    dueDay: today + 60,
    face: 7_000_00n,
  });
  await settled(huaxin.ledger.cancel(invoice.terms));
  await settled(huaxin.ledger.register(invoice.terms));
}

async function playStanding(net: TestNetwork): Promise<void> {
  const [operator, nanping] = [actor(net, "operator"), actor(net, "nanping")];
  await settled(operator.ledger.suspend(nanping.address));
  await settled(operator.ledger.restore(nanping.address));
  await settled(nanping.ledger.setDeskEnabled(nanping.discountDesk, true));
  await settled(nanping.ledger.setDeskEnabled(nanping.discountDesk, false));
}

/** Paid five days late, in three steps; one holder cannot receive and claims later. */
async function playLateSettlement(net: TestNetwork, id: bigint): Promise<void> {
  const [yujiang, bashan, operator] = [actor(net, "yujiang"), actor(net, "bashan"), actor(net, "operator")];
  const token = await turnIntoBlocklist(net);
  const { dueDay } = await receivable(net, id);
  await net.clock.moveToDay(dueDay + 5);
  await settled(token.setRefused(bashan.address, true));
  await settled(yujiang.cny.approve(yujiang.settlementDesk, 200_000_00n));
  const ids = [...(await yujiang.ledger.slicesOf(id, 0, 100)).ids];
  await settled(yujiang.settlementDesk.pay(id, ids.slice(0, 1)));
  await settled(operator.settlementDesk.payOut(id, ids.slice(1, 3)));
  await settled(operator.settlementDesk.payOut(id, ids.slice(3)));
  await settled(token.setRefused(bashan.address, false));
  await settled(bashan.settlementDesk.claim(bashan.address, 1, bashan.address));
}

async function receivable(net: TestNetwork, id: bigint): Promise<{ dueDay: number }> {
  const word = await actor(net, "yujiang").ledger.receivableWordOf(id);
  return { dueDay: Number(BigInt.asUintN(16, word >> 32n)) };
}

/** Gives the CNY token the code of one that can refuse receivers; its balances stay. */
async function turnIntoBlocklist(net: TestNetwork) {
  const stranger = await net.provider.getSigner(9);
  const model = await new BlocklistToken__factory(stranger).deploy(2);
  await model.waitForDeployment();
  const code = await net.provider.getCode(model);
  const address = await actor(net, "operator").cny.getAddress();
  await net.provider.send("hardhat_setCode", [address, code]);
  return BlocklistToken__factory.connect(address, stranger);
}
