import { expect } from "chai";
import { ancestryOf, parseSlice } from "../../scripts/trace/ancestry.ts";
import { loaderOf } from "../helpers/loader.ts";
import { confirmedReceivable, type Network, sliceId } from "../helpers/network.ts";

const FACE = 10_000_000n;
const PART = 1_000_000n;
const DOCUMENT = `0x${"d0".repeat(32)}`;
const FAR = 5_000_000_000;

async function oneSlice(net: Network) {
  const [first, second] = net.suppliers;
  if (!first || !second) throw new Error("two payees expected");
  return { ...(await confirmedReceivable(net)), first, second };
}

describe("Ancestry from events alone", () => {
  const load = loaderOf(oneSlice);

  it("follows a slice through payments, acceptance and a legal cut back to the confirmation", async () => {
    const net = await load();
    const { ledger, supplier, supervisor, cautious, first, second, id, slice } = net;
    await ledger.connect(supplier).splitAndTransfer(slice, [{ to: first.address, amount: 4n * PART }], 0);
    const child = sliceId(id, 6n * PART);
    await ledger.connect(first).splitAndTransfer(child, [{ to: cautious.address, amount: 2n * PART }], FAR);
    const grandchild = sliceId(id, 8n * PART);
    await ledger.connect(cautious).accept(grandchild);
    await ledger.connect(cautious).transfer(grandchild, second.address, 0);
    await ledger.connect(supervisor).freeze(grandchild, 9n * PART, FACE, 1, DOCUMENT, FAR);
    const life = await ancestryOf(ledger, sliceId(id, 9n * PART), 0);
    expect(life?.holdings.map(({ holder, why }) => [holder, why])).to.deep.equal([[second.address, "SliceCut"]]);
    expect(life?.parent?.slice).to.equal(grandchild);
    expect(life?.parent?.holdings.map(({ holder, why }) => [holder, why])).to.deep.equal([
      [first.address, "SliceSplit"],
      [cautious.address, "TransferAccepted"],
      [second.address, "SliceTransferred"],
    ]);
    expect(life?.parent?.parent?.slice).to.equal(child);
    const root = life?.parent?.parent?.parent;
    expect(root?.slice).to.equal(slice);
    expect(root?.holdings.map(({ holder, why }) => [holder, why])).to.deep.equal([
      [supplier.address, "ReceivableConfirmed"],
    ]);
    expect(root?.parent).to.equal(null);
  });

  it("tells the lives of an id apart, and names what was merged in", async () => {
    const { ledger, supplier, first, id, slice } = await load();
    await ledger.connect(supplier).split(slice, [PART]);
    const tail = sliceId(id, FACE - PART);
    await ledger.connect(supplier).merge(slice, tail);
    await ledger.connect(supplier).splitAndTransfer(slice, [{ to: first.address, amount: PART }], 0);
    const life = await ancestryOf(ledger, tail, 0);
    expect(life?.holdings.map(({ holder }) => holder)).to.deep.equal([first.address]);
    expect((await ancestryOf(ledger, slice, 0))?.merged).to.deep.equal([tail]);
  });

  it("knows no ancestry of what never was", async () => {
    const { ledger, id } = await load();
    expect(await ancestryOf(ledger, sliceId(id, 5n), 0)).to.equal(null);
    expect(parseSlice(`${id}:5`)).to.equal(sliceId(id, 5n));
  });
});
