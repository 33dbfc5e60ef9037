import { expect } from "chai";
import { loaderOf } from "../../helpers/loader.ts";
import { confirmedReceivable, type Network, sliceId } from "../../helpers/network.ts";
import { FLAG, sliceWord } from "../../helpers/words.ts";

const FACE = 10_000_000n;
const PARTS = 100;
/** A single transaction may not take more: EIP-7825. */
const MOST_GAS = 2n ** 24n;

async function twoSlices(net: Network) {
  const [first, second] = [await confirmedReceivable(net), await confirmedReceivable(net, { number: "INV-2" })];
  const [payee, payee2] = net.suppliers;
  if (!payee || !payee2) throw new Error("two payees expected");
  const until = (await net.networkHelpers.time.latest()) + 86_400;
  return { first, second, payee, payee2, until };
}

describe("Paying several from several slices in one transaction", () => {
  const load = loaderOf(twoSlices);

  it("uses a slice up by cutting all parts but one and passing on the rest whole", async () => {
    const { ledger, supplier, payee, payee2, cautious, first, second, until } = await load();
    const { interface: abi } = ledger;
    const cut = [
      { to: payee.address, amount: 3_000_000n },
      { to: cautious.address, amount: 2_000_000n },
    ];
    const calls = [
      abi.encodeFunctionData("splitAndTransfer", [first.slice, cut, until]),
      abi.encodeFunctionData("transfer", [first.slice, payee2.address, until]),
      abi.encodeFunctionData("transfer", [second.slice, payee.address, 0]),
    ];
    await ledger.connect(supplier).multicall(calls);
    const words = await ledger.sliceWordsOf([
      first.slice,
      sliceId(first.id, 5_000_000n),
      sliceId(first.id, 8_000_000n),
      second.slice,
    ]);
    expect([...words]).to.deep.equal([
      sliceWord({ holder: payee2.address, end: 5_000_000n, hops: 1n, sequence: 1n }),
      sliceWord({ holder: payee.address, end: 8_000_000n, hops: 1n, sequence: 1n }),
      sliceWord({ holder: supplier.address, end: FACE, flags: BigInt(FLAG.RESERVED), sequence: 1n }),
      sliceWord({ holder: payee.address, end: FACE, hops: 1n, sequence: 1n }),
    ]);
  });

  it("pays nobody when one payment is refused", async () => {
    const { ledger, supplier, payee, first, second } = await load();
    const part = [{ to: payee.address, amount: FACE }];
    const calls = [
      ledger.interface.encodeFunctionData("transfer", [first.slice, payee.address, 0]),
      ledger.interface.encodeFunctionData("splitAndTransfer", [second.slice, part, 0]),
    ];
    await expect(ledger.connect(supplier).multicall(calls))
      .to.be.revertedWithCustomError(ledger, "Slices_ExceedsSlice")
      .withArgs(second.slice, FACE, FACE);
    expect(await ledger.sliceWordOf(first.slice)).to.equal(sliceWord({ holder: supplier.address, end: FACE }));
  });

  it("carries a hundred parts that all have to be accepted", async () => {
    const { ledger, supplier, cautious, first, second, until } = await load();
    const parts = Array.from({ length: PARTS / 2 }, () => ({ to: cautious.address, amount: 20_000n }));
    const calls = [first, second].map(({ slice }) =>
      ledger.interface.encodeFunctionData("splitAndTransfer", [slice, parts, until]),
    );
    const receipt = await (await ledger.connect(supplier).multicall(calls)).wait();
    expect(receipt?.gasUsed).to.be.lessThan(MOST_GAS);
  });
});
