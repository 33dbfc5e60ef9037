import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import type { ProgrammeStruct, TierStruct } from "../../types/contracts/desks/EarlyPaymentDesk.js";
import { EarlyPaymentDesk__factory } from "../../types/contracts/index.js";
import { admitDesk } from "./governance.ts";
import { confirmedReceivable, type Network, todayOf } from "./network.ts";

const POWER_RETIRE = 4;
const PLENTY = 3_000_000_000_000n;
const CNY = 1;

/** Six percent a year up to 30 days, 4.8 % up to 60, 3.85 % up to 90. */
const SCALE: TierStruct[] = [
  { longestDays: 30, ratePpm: 60_000 },
  { longestDays: 60, ratePpm: 48_000 },
  { longestDays: 90, ratePpm: 38_500 },
];

/** A desk for early payment, admitted, enabled by every supplier, and allowed to draw the obligor's cash. It takes a day. */
export async function earlyPaymentDesk(net: Network) {
  const { ledger, obligor, supplier, cautious, suppliers, cny, eur } = net;
  const earlyDesk = await new EarlyPaymentDesk__factory(net.operator).deploy(ledger);
  await admitDesk(net, await earlyDesk.getAddress(), POWER_RETIRE);
  for (const who of [supplier, cautious, ...suppliers]) await ledger.connect(who).setDeskEnabled(earlyDesk, true);
  for (const token of [cny, eur]) await token.connect(obligor).approve(earlyDesk, PLENTY);
  const now = await net.networkHelpers.time.latest();
  const programme: ProgrammeStruct = {
    obligor: obligor.address,
    startsAt: 0,
    expiresAt: now + 200 * 86_400,
    currency: CNY,
    forAll: true,
    paused: false,
    withdrawn: false,
    budget: 15_000_000n,
    spent: 0,
    smallestFace: 100_000n,
  };
  /** @returns the programme's id. */
  async function postProgramme(
    change: Partial<ProgrammeStruct> = {},
    tiers: TierStruct[] = SCALE,
    by: HardhatEthersSigner = obligor,
  ): Promise<bigint> {
    const given = { ...programme, ...change };
    const programmeId = await earlyDesk.connect(by).post.staticCall(given, tiers);
    await earlyDesk.connect(by).post(given, tiers);
    return programmeId;
  }
  return { earlyDesk, programme, scale: SCALE, postProgramme };
}

/** The same, with a receivable of the supplier's due in ninety days and programme 1 for it. */
export async function postedProgramme(net: Network) {
  const early = await earlyPaymentDesk(net);
  const receivable = await confirmedReceivable(net);
  await early.postProgramme();
  const { earlyDesk } = early;
  const desk = earlyDesk.connect(net.supplier);
  return { ...early, ...receivable, desk, own: earlyDesk.connect(net.obligor), today: await todayOf(net) };
}
