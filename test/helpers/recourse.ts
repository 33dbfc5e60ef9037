import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { FinancingDesk__factory, RecourseDesk__factory } from "../../types/contracts/index.js";
import { POWER } from "./deskActs.ts";
import { admitDesk } from "./governance.ts";
import { type confirmedReceivable, type Network, ROLE, startDay } from "./network.ts";
import { threeHolders } from "./threeHolders.ts";

const PLENTY = 3_000_000_000_000n;
const DEFAULT_DAYS = 30;

/** States of a link, as the contract counts them. */
export const LINK = { NONE: 0n, RECORDED: 1n, DEMANDED: 2n, WAIVED: 3n, RETURNED: 4n } as const;

/** The recourse desk, one that sells with recourse, and a second and a third bank, which have enabled and approved both. It takes days. */
async function recourseDesk(net: Network) {
  const { ledger, settlementDesk, operator, bank, supplier, suppliers, cny, eur } = net;
  const recourse = await new RecourseDesk__factory(operator).deploy(ledger, settlementDesk);
  const financing = await new FinancingDesk__factory(operator).deploy(ledger, recourse);
  await admitDesk(net, await recourse.getAddress(), POWER.RECOURSE);
  await admitDesk(net, await financing.getAddress(), POWER.FINANCE);
  const [secondBank, thirdBank] = suppliers.slice(10);
  if (!secondBank || !thirdBank) throw new Error("two more companies expected");
  for (const who of [secondBank, thirdBank]) await ledger.setRoles(who.address, ROLE.BANK);
  for (const who of [bank, secondBank, thirdBank]) await ledger.connect(who).setDeskEnabled(recourse, true);
  for (const who of [supplier, ...suppliers, bank]) {
    await ledger.connect(who).setDeskEnabled(financing, true);
    for (const token of [cny, eur]) await token.connect(who).approve(recourse, PLENTY);
  }
  return { recourse, financing, secondBank, thirdBank };
}

/** The supplier has sold [0, 7m) of 100 000.00 to the bank with recourse: link 1. Default can be declared 31 days after the due day. */
export async function boughtWithRecourse(net: Network, change: Parameters<typeof confirmedReceivable>[1] = {}) {
  const desks = await recourseDesk(net);
  const held = await threeHolders(net, change);
  await desks.financing.sell(held.head, net.bank, true);
  const { recourse } = desks;
  const { ledger } = net;

  async function declareDefault(daysAfterDue = DEFAULT_DAYS + 1) {
    await startDay(net, held.dueDay + daysAfterDue);
    await ledger.reportOverdue(held.id);
    await ledger.declareDefault(held.id);
  }

  /** The payer, the seller unless another is named, pays what is claimed for a slice as it is. */
  async function payFor(linkId: bigint, slice: bigint, payer: HardhatEthersSigner = net.supplier) {
    const word = await ledger.sliceWordOf(slice);
    return recourse.connect(payer).payRecourse(linkId, slice, word, PLENTY);
  }

  return { ...held, ...desks, declareDefault, payFor, wordOf: (slice: bigint) => ledger.sliceWordOf(slice) };
}

/** The same, in default on the 31st day after the due day: penalty 500 ppm · 31 days on 100 000.00 = 1 550.00. */
export async function inDefault(net: Network) {
  const bought = await boughtWithRecourse(net);
  await bought.declareDefault();
  return bought;
}
