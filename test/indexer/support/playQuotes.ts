import { sliceId } from "../../../frontend/src/domain/ids.ts";
import { actor } from "../../../scripts/demo/actors.ts";
import { confirm, recordRegistryEntry, register } from "../../../scripts/demo/receivables.ts";
import { settled } from "../../../scripts/deployment/settled.ts";
import type { TestNetwork } from "./joinNetwork.ts";
import { latestTime } from "./latestTime.ts";
import { signPaper } from "./signPaper.ts";

/** A slice sold at a signed quote; another quote, and then all of them, cancelled. */
export async function playQuotes(net: TestNetwork): Promise<void> {
  const [huaxin, yujiang, bank] = [actor(net, "huaxin"), actor(net, "yujiang"), actor(net, "yuzhong")];
  const today = await net.clock.today();
  const plan = { number: "IX-8", issueDay: today - 2, dueDay: today + 60, face: 40_000_00n };
  const invoice = await register(huaxin, yujiang, plan);
  await confirm(yujiang, huaxin, invoice);
  const id = sliceId(invoice.id, 0n);
  await recordRegistryEntry(huaxin, invoice, id, "IX-ENTRY-8", today);
  await settled(bank.cny.approve(bank.discountDesk, 40_000_00n));
  const expiresAt = (await latestTime(net)) + 3600;
  const word = await huaxin.ledger.sliceWordOf(id);
  const quote = { id, word, bank: bank.address, net: 39_700_00n, expiresAt, series: 0, recourse: true, limited: false };
  await settled(bank.discountDesk.cancelQuote({ ...quote, net: 39_800_00n }));
  await settled(huaxin.discountDesk.takeQuote(quote, await signPaper(net, bank, "discountDesk", quote)));
  await settled(bank.discountDesk.cancelAllQuotes());
}
