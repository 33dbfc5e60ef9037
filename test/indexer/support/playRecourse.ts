import { sliceId } from "../../../frontend/src/domain/ids.ts";
import { actor } from "../../../scripts/demo/actors.ts";
import { settled } from "../../../scripts/deployment/settled.ts";
import { BANK, identityOf, SELLER } from "./deskParties.ts";
import type { TestNetwork } from "./joinNetwork.ts";
import { latestTime } from "./latestTime.ts";
import { signPaper } from "./signPaper.ts";

const HOUR = 3600;

/** Cents [0, 50 000.00) are sold with recourse and within the bank's limits, then split by the bank. @returns the link. */
export async function sellWithRecourse(net: TestNetwork, unpaid: bigint): Promise<bigint> {
  const [seller, bank, at] = [actor(net, SELLER), actor(net, BANK), (start: bigint) => sliceId(unpaid, start)];
  await settled(seller.ledger.split(at(0n), [50_000_00n]));
  const series = await bank.discountDesk.quoteSeriesOf(bank.address);
  const expiresAt = (await latestTime(net)) + HOUR;
  const terms = { bank: bank.address, net: 49_900_00n, expiresAt, series, recourse: true, limited: true };
  const quote = { id: at(0n), word: await seller.ledger.sliceWordOf(at(0n)), ...terms };
  await settled(seller.discountDesk.takeQuote(quote, await signPaper(net, bank, "discountDesk", quote)));
  await settled(bank.ledger.split(at(0n), [15_000_00n, 5_000_00n]));
  const recorded = await bank.recourseDesk.queryFilter(bank.recourseDesk.filters.RecourseRecorded());
  return recorded.at(-1)?.args.linkId ?? 0n;
}

/** After the default the slice in the middle is demanded, paid and released from the limits; the first is demanded, the last waived. */
export async function playClaims(net: TestNetwork, unpaid: bigint, linkId: bigint): Promise<void> {
  const [seller, bank, operator] = [actor(net, SELLER), actor(net, BANK), actor(net, "operator")];
  await settled(operator.ledger.reportOverdue(unpaid));
  await settled(operator.ledger.declareDefault(unpaid));
  const middle = sliceId(unpaid, 30_000_00n);
  await settled(bank.recourseDesk.demand(linkId, middle));
  const { amount } = await seller.recourseDesk.claimOf(linkId, middle);
  const word = await seller.ledger.sliceWordOf(middle);
  await settled(seller.recourseDesk.payRecourse(linkId, middle, word, amount));
  await settled(operator.exposureBook.release(identityOf(bank), [middle]));
  const carriedOn = await bank.recourseDesk.queryFilter(bank.recourseDesk.filters.RecourseCarriedOn(linkId));
  const [before, after] = carriedOn.map(({ args }) => args.newLinkId);
  await settled(bank.recourseDesk.demand(before ?? 0n, sliceId(unpaid, 0n)));
  await settled(bank.recourseDesk.waive(after ?? 0n));
}
