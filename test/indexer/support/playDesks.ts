import { sliceId } from "../../../frontend/src/domain/ids.ts";
import { actor } from "../../../scripts/demo/actors.ts";
import { confirm, recordRegistryEntry, register } from "../../../scripts/demo/receivables.ts";
import { settled } from "../../../scripts/deployment/settled.ts";
import { BANK, identityOf, OBLIGOR, SELLER } from "./deskParties.ts";
import type { TestNetwork } from "./joinNetwork.ts";
import { playEarlyPayments } from "./playEarlyPayments.ts";
import { playLoans } from "./playLoans.ts";
import { playClaims, sellWithRecourse } from "./playRecourse.ts";

const CNY = 1;
const PLENTY = 1_000_000_00n;
const OBLIGOR_AND_SUPPLIER = 3;
const [OF_OBLIGOR, OF_SELLER] = [0, 1];

/**
 * Loans repaid, collected, foreclosed and open, a purchase with recourse claimed in part, programmes to pay early, limits. The token has
 * been turned into one that can refuse receivers. The obligor of it all is left in default.
 */
export async function playDesks(net: TestNetwork): Promise<void> {
  await provide(net);
  const today = await net.clock.today();
  const paid = await confirmed(net, "IX-10", today + 6);
  const unpaid = await confirmed(net, "IX-11", today + 4);
  const [seller, at] = [actor(net, SELLER), (start: bigint) => sliceId(paid, start)];
  await settled(seller.ledger.split(at(0n), [20_000_00n, 20_000_00n, 20_000_00n]));
  await playEarlyPayments(net, at(80_000_00n));
  const linkId = await sellWithRecourse(net, unpaid);
  await playLoans(net, { paid, unpaid, today });
  await net.clock.moveToDay(today + 39);
  await playClaims(net, unpaid, linkId);
}

/** Everybody has cash and has let the desks act; the bank has its limits. */
async function provide(net: TestNetwork): Promise<void> {
  const [bank, seller, obligor] = [actor(net, BANK), actor(net, SELLER), actor(net, OBLIGOR)];
  await settled(actor(net, "operator").ledger.setRoles(obligor.address, OBLIGOR_AND_SUPPLIER));
  for (const { cny, address } of [bank, seller, obligor]) await settled(cny.mint(address, PLENTY));
  for (const desk of [bank.discountDesk, bank.pledgeDesk]) await settled(bank.cny.approve(desk, PLENTY));
  for (const desk of [seller.pledgeDesk, seller.recourseDesk]) await settled(seller.cny.approve(desk, PLENTY));
  for (const desk of [obligor.settlementDesk, obligor.earlyPaymentDesk])
    await settled(obligor.cny.approve(desk, PLENTY));
  for (const desk of [seller.pledgeDesk, seller.earlyPaymentDesk])
    await settled(seller.ledger.setDeskEnabled(desk, true));
  await settled(bank.ledger.setDeskEnabled(bank.recourseDesk, true));
  await settled(bank.exposureBook.setLimit(OF_OBLIGOR, identityOf(obligor), CNY, PLENTY));
  await settled(bank.exposureBook.setLimit(OF_SELLER, identityOf(seller), CNY, PLENTY));
  await settled(bank.exposureBook.setLimit(OF_OBLIGOR, identityOf(seller), CNY, 1n));
}

/** @returns a receivable of 100 000.00. */
async function confirmed(net: TestNetwork, number: string, dueDay: number): Promise<bigint> {
  const [seller, obligor] = [actor(net, SELLER), actor(net, OBLIGOR)];
  const today = await net.clock.today();
  const invoice = await register(seller, obligor, { number, issueDay: today - 2, dueDay, face: 100_000_00n });
  await confirm(obligor, seller, invoice);
  await recordRegistryEntry(seller, invoice, sliceId(invoice.id, 0n), `ENTRY-${number}`, today);
  return invoice.id;
}
