import { actor } from "../../../scripts/demo/actors.ts";
import { settled } from "../../../scripts/deployment/settled.ts";
import { OBLIGOR, SELLER } from "./deskParties.ts";
import type { TestNetwork } from "./joinNetwork.ts";
import { latestTime } from "./latestTime.ts";

const DAY = 86_400;
const TIERS = [
  { longestDays: 3, ratePpm: 30_000 },
  { longestDays: 30, ratePpm: 45_000 },
];

/** A programme for the invited, paused and resumed, accepted for a slice; another for all, paused; a third withdrawn. */
export async function playEarlyPayments(net: TestNetwork, slice: bigint): Promise<void> {
  const [obligor, seller, other] = [actor(net, OBLIGOR), actor(net, SELLER), actor(net, "bashan")];
  const desk = obligor.earlyPaymentDesk;
  const invited = await post(net, false);
  await settled(desk.raiseBudget(invited, 90_000_00n));
  await settled(desk.pause(invited));
  await settled(desk.resume(invited));
  await settled(desk.invite(invited, [seller.address, other.address], true));
  await settled(desk.invite(invited, [other.address], false));
  await settled(seller.earlyPaymentDesk.accept(slice, invited, 0));
  await settled(desk.pause(await post(net, true)));
  await settled(desk.withdraw(await post(net, true)));
}

async function post(net: TestNetwork, forAll: boolean): Promise<bigint> {
  const { earlyPaymentDesk: desk, address: obligor } = actor(net, OBLIGOR);
  const expiresAt = (await latestTime(net)) + 10 * DAY;
  const open = { paused: false, withdrawn: false, spent: 0 };
  const amounts = { budget: 15_000_00n, smallestFace: 1_00n };
  const programme = { obligor, startsAt: 0, expiresAt, currency: 1, forAll, ...open, ...amounts };
  const id = await desk.post.staticCall(programme, TIERS);
  await settled(desk.post(programme, TIERS));
  return id;
}
