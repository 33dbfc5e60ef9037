import { expect } from "chai";
import { DOCUMENT, FAR } from "./deskActs.ts";
import { type Network, sliceId } from "./network.ts";

const FACE = 10_000_000n;
const PART = 1_000_000n;

interface Signed {
  id: bigint;
  /** The whole receivable, the supplier's. */
  slice: bigint;
  /** As the slice was when the paper was signed. */
  word: unknown;
  take: () => Promise<unknown>;
}

/** Expects a signed paper to be void after whatever happens to its slice first. Afterwards all is as it was. */
export async function expectVoidOnceChanged(net: Network, { id, slice, word, take }: Signed): Promise<void> {
  const { ledger } = net;
  const snapshot = await net.networkHelpers.takeSnapshot();
  for (const [name, change] of Object.entries(changesOf(net, id, slice))) {
    await change();
    await expect(take(), name)
      .to.be.revertedWithCustomError(ledger, "Slices_WordChanged")
      .withArgs(slice, word, await ledger.sliceWordOf(slice));
    await snapshot.restore();
  }
}

function changesOf({ ledger, supervisor, supplier, cautious, suppliers: [payee] }: Network, id: bigint, slice: bigint) {
  if (!payee) throw new Error("a company expected");
  const by = ledger.connect(supplier);
  const officer = ledger.connect(supervisor);
  return {
    split: () => by.split(slice, [PART]),
    "split and pay": () => by.splitAndTransfer(slice, [{ to: payee.address, amount: PART }], 0),
    "split and merge": async () => {
      await by.split(slice, [PART]);
      await by.merge(slice, sliceId(id, FACE - PART));
    },
    offer: () => by.transfer(slice, cautious.address, FAR),
    "offer and withdraw": async () => {
      await by.transfer(slice, cautious.address, FAR);
      await by.endOffer(slice);
    },
    freeze: () => officer.freeze(slice, 0, FACE, 1, DOCUMENT, FAR),
    "freeze of a cent": () => officer.freeze(slice, FACE - 1n, FACE, 1, DOCUMENT, FAR),
    "freeze and release": async () => {
      await officer.freeze(slice, 0, FACE, 1, DOCUMENT, FAR);
      await officer.release([slice], DOCUMENT);
    },
    "pay away and back": async () => {
      await by.setStandingConsent(true);
      await by.transfer(slice, payee.address, 0);
      await ledger.connect(payee).transfer(slice, supplier.address, 0);
    },
  };
}
