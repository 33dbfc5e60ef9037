import { sliceId } from "../../../frontend/src/domain/ids.ts";
import { actor } from "../../../scripts/demo/actors.ts";
import { settled } from "../../../scripts/deployment/settled.ts";
import type { LoanOfferStruct } from "../../../types/contracts/desks/PledgeDesk.js";
import { BlocklistToken__factory } from "../../../types/contracts/index.js";
import { BANK, identityOf, OBLIGOR, SELLER } from "./deskParties.ts";
import type { TestNetwork } from "./joinNetwork.ts";
import { latestTime } from "./latestTime.ts";
import { signPaper } from "./signPaper.ts";

const DAY = 86_400;
const CNY = 1;

interface Loans {
  /** A receivable that its obligor pays on the due day, in six days; slices begin at 0, 40, 60 and 80 thousand. */
  paid: bigint;
  /** One that it does not pay; the slice from 50 thousand is the borrower's. */
  unpaid: bigint;
  today: number;
}

/** One loan repaid in two steps and released, one foreclosed, one collected of settlement's money, one left open. */
export async function playLoans(net: TestNetwork, { paid, unpaid, today }: Loans): Promise<void> {
  const bank = actor(net, BANK);
  const at = (start: bigint) => sliceId(paid, start);
  const days = { repayBy: today + 5, graceDays: 200 };
  const repaid = await lend(net, at(0n), { principal: 30_000_00n, limited: true, ...days });
  const foreclosed = await lend(net, at(40_000_00n), { principal: 15_000_00n, repayBy: today + 1, graceDays: 1 });
  const collected = await lend(net, at(60_000_00n), { principal: 18_000_00n, limited: true, ...days });
  await lend(net, sliceId(unpaid, 50_000_00n), { principal: 5_000_00n, ...days });
  await settled(bank.pledgeDesk.cancelLoanOffer(await offerFor(net, at(0n), { principal: 1n, ...days })));
  await settled(bank.pledgeDesk.cancelAllLoanOffers());
  await net.clock.moveToDay(today + 1);
  await repayToRefusing(net, repaid, 10_000_00n);
  await net.clock.moveToDay(today + 3);
  await repayRest(net, repaid, at(0n));
  await settled(bank.pledgeDesk.foreclose(foreclosed, [at(40_000_00n)]));
  await settled(bank.pledgeDesk.paySurplus(foreclosed, actor(net, SELLER).address, 1_000_00n));
  await net.clock.moveToDay(today + 6);
  await collect(net, paid, collected, at(60_000_00n));
}

/** The lender cannot receive: the money is set aside, and claimed in part of the story. */
async function repayToRefusing(net: TestNetwork, loanId: bigint, amount: bigint): Promise<void> {
  const [seller, bank] = [actor(net, SELLER), actor(net, BANK)];
  const token = BlocklistToken__factory.connect(await bank.cny.getAddress(), bank.cny.runner);
  for (const part of [amount, 1_00n]) {
    await settled(token.setRefused(bank.address, true));
    await settled(seller.pledgeDesk.repay(loanId, part, []));
    await settled(token.setRefused(bank.address, false));
    if (part === amount) await settled(bank.pledgeDesk.claim(bank.address, CNY, bank.address));
  }
}

async function repayRest(net: TestNetwork, loanId: bigint, slice: bigint): Promise<void> {
  const [seller, bank, operator] = [actor(net, SELLER), actor(net, BANK), actor(net, "operator")];
  const { principal, interest } = await seller.pledgeDesk.debtOf(loanId);
  await settled(seller.pledgeDesk.repay(loanId, principal + interest, [slice]));
  await settled(operator.exposureBook.release(identityOf(bank), [slice]));
}

/** The obligor pays; the desk pays the lender of it, and the rest to the borrower. */
async function collect(net: TestNetwork, paid: bigint, loanId: bigint, slice: bigint): Promise<void> {
  const [obligor, bank, operator] = [actor(net, OBLIGOR), actor(net, BANK), actor(net, "operator")];
  const { ids } = await obligor.ledger.slicesOf(paid, 0, 100);
  await settled(obligor.settlementDesk.pay(paid, [...ids]));
  await settled(operator.pledgeDesk.collect(loanId, [slice]));
  await settled(operator.exposureBook.releasePaid(identityOf(bank), paid, []));
}

type Terms = Pick<LoanOfferStruct, "principal" | "repayBy" | "graceDays"> & { limited?: boolean };

async function lend(net: TestNetwork, slice: bigint, terms: Terms): Promise<bigint> {
  const seller = actor(net, SELLER);
  const offer = await offerFor(net, slice, terms);
  const signature = await signPaper(net, actor(net, BANK), "pledgeDesk", offer);
  const loanId = await seller.pledgeDesk.take.staticCall(offer, signature);
  await settled(seller.pledgeDesk.take(offer, signature));
  return loanId;
}

async function offerFor(net: TestNetwork, id: bigint, terms: Terms): Promise<LoanOfferStruct> {
  const bank = actor(net, BANK);
  const { ledger, pledgeDesk, address: lender } = bank;
  const expiresAt = (await latestTime(net)) + DAY;
  const series = await pledgeDesk.loanOfferSeriesOf(lender);
  const price = { haircutPpm: 100_000, ratePpm: 60_000, limited: false };
  return { id, word: await ledger.sliceWordOf(id), lender, ...price, ...terms, expiresAt, series };
}
