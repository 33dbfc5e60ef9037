import { expect } from "chai";
import { deskWithBooks } from "../../helpers/discountDesk.ts";
import { loaderOf } from "../../helpers/loader.ts";
import { confirmedReceivable, type Network, sliceId } from "../../helpers/network.ts";
import { signQuote } from "../../helpers/signQuote.ts";

const FACE = 10_000_000n;
const PART = 300_000n;
const NET = 299_000n;

async function onePart(base: Network) {
  const net = { ...base, ...(await deskWithBooks(base)) };
  const { id, slice } = await confirmedReceivable(net);
  await net.ledger.connect(net.supplier).split(slice, [PART]);
  return { ...net, part: sliceId(id, FACE - PART), desk: net.discountDesk.connect(net.supplier) };
}

describe("DiscountDesk: quotes with recourse and within limits", () => {
  const load = loaderOf(onePart);

  for (const recourse of [false, true])
    for (const limited of [false, true])
      it(`${recourse ? "with" : "without"} recourse, limits ${limited ? "apply" : "do not apply"}`, async () => {
        const net = await load();
        const { ethers, cny, discountDesk, desk, book, bank, supplier, obligor, part } = net;
        const { quote, signature } = await signQuote(net, part, NET, { quote: { recourse, limited } });
        const snapshot = await net.networkHelpers.takeSnapshot();
        const taken = desk.takeQuote(quote, signature);
        const digest = await discountDesk.quoteDigest(quote);
        await expect(taken)
          .to.emit(discountDesk, "QuoteTaken")
          .withArgs(part, bank.address, supplier.address, digest, PART, NET, recourse);
        await expect(taken).to.changeTokenBalances(ethers, cny, [bank, supplier], [-NET, NET]);
        const recorded = { recourse: [part, FACE, supplier.address, bank.address] };
        const counted = { limited: [bank.address, part, FACE, obligor.address, supplier.address, 1] };
        if (recourse)
          await expect(taken)
            .to.emit(book, "RecourseTold")
            .withArgs(...recorded.recourse);
        else await expect(taken).not.to.emit(book, "RecourseTold");
        if (limited)
          await expect(taken)
            .to.emit(book, "ExposureTold")
            .withArgs(...counted.limited);
        else await expect(taken).not.to.emit(book, "ExposureTold");
        await snapshot.restore();
        await book.setRefuses(true);
        const again = desk.takeQuote(quote, signature);
        if (recourse || limited) await expect(again).to.be.revertedWithCustomError(book, "RecordingBook_Refused");
        else await expect(again).to.emit(discountDesk, "QuoteTaken");
      });
});
