import { expect } from "chai";
import { loaderOf } from "../../helpers/loader.ts";
import { type Network, sliceId, startDay } from "../../helpers/network.ts";
import { boughtWithRecourse, LINK } from "../../helpers/recourse.ts";
import { replaceKey } from "../../helpers/replaceKey.ts";

const HEAD = 7_000_000n;
/** On the 31st day: 1 550.00 of penalty on 100 000.00, of which 70 %. */
const CLAIM = 7_108_500n;
/** The last [5m, 7m) of it: 20 000.00 and 310.00. */
const TAIL = 2_031_000n;
const PLENTY = 3_000_000_000_000n;
const FIRST = 1n;

describe("RecourseDesk: chains and parts", () => {
  const load = loaderOf(async (net: Network) => boughtWithRecourse(net));
  const tailOf = (id: bigint) => sliceId(id, 5_000_000n);

  describe("resold twice with recourse", () => {
    it("each claims from its own seller, in turn, and the supplier has the slice in the end", async () => {
      const net = await load();
      const { ethers, ledger, cny, recourse, financing, supplier, bank, secondBank, thirdBank, head } = net;
      await financing.sell(head, secondBank, true);
      await financing.sell(head, thirdBank, true);
      await net.declareDefault();
      const parties = [supplier, bank, secondBank, thirdBank];
      await expect(net.payFor(3n, head, secondBank)).to.changeTokenBalances(ethers, cny, parties, [
        0n,
        0n,
        -CLAIM,
        CLAIM,
      ]);
      await expect(net.payFor(2n, head, bank)).to.changeTokenBalances(ethers, cny, parties, [0n, -CLAIM, CLAIM, 0n]);
      await expect(net.payFor(FIRST, head)).to.changeTokenBalances(ethers, cny, parties, [-CLAIM, CLAIM, 0n, 0n]);
      expect(await ledger.ownerOf(head)).to.equal(supplier.address);
      for (const linkId of [1n, 2n, 3n]) expect((await recourse.linkOf(linkId)).state).to.equal(LINK.RETURNED);
    });

    it("nobody claims out of turn: who does not hold the slice, or from whom it did not buy", async () => {
      const net = await load();
      const { recourse, financing, supplier, bank, secondBank, thirdBank, head } = net;
      await financing.sell(head, secondBank, true);
      await financing.sell(head, thirdBank, true);
      await net.declareDefault();
      for (const [linkId, own] of [
        [FIRST, bank],
        [2n, secondBank],
      ] as const)
        for (const attempt of [
          () => recourse.connect(own).demand(linkId, head),
          () => net.payFor(linkId, head, supplier),
        ])
          await expect(attempt())
            .to.be.revertedWithCustomError(recourse, "Recourse_NotHolder")
            .withArgs(linkId, head, own.address, thirdBank.address);
      await expect(recourse.connect(thirdBank).demand(FIRST, head))
        .to.be.revertedWithCustomError(recourse, "Recourse_NotBank")
        .withArgs(FIRST, thirdBank.address, bank.address);
    });

    it("the penalty of the days between two claims is the later seller's", async () => {
      const net = await load();
      const { ethers, cny, financing, supplier, bank, secondBank, head, dueDay } = net;
      await financing.sell(head, secondBank, true);
      await net.declareDefault();
      await net.payFor(2n, head, bank);
      await startDay(net, dueDay + 41);
      await expect(net.payFor(FIRST, head)).to.changeTokenBalances(
        ethers,
        cny,
        [supplier, bank],
        [-7_143_500n, 7_143_500n],
      );
    });
  });

  it("resold without recourse: the last buyer has no claim, and the first none without the slice", async () => {
    const net = await load();
    const { recourse, financing, bank, secondBank, head } = net;
    await financing.sell(head, secondBank, false);
    await net.declareDefault();
    await expect(recourse.claimOf(2, head)).to.be.revertedWithCustomError(recourse, "Recourse_LinkUnknown").withArgs(2);
    await expect(recourse.connect(bank).demand(FIRST, head))
      .to.be.revertedWithCustomError(recourse, "Recourse_NotHolder")
      .withArgs(FIRST, head, bank.address, secondBank.address);
  });

  it("bought back without recourse: the bank claims by its first link", async () => {
    const net = await load();
    const { ledger, financing, supplier, bank, secondBank, head } = net;
    await financing.sell(head, secondBank, false);
    await financing.sell(head, bank, false);
    await net.declareDefault();
    await net.payFor(FIRST, head);
    expect(await ledger.ownerOf(head)).to.equal(supplier.address);
  });

  describe("a part resold with recourse", () => {
    async function tailResold() {
      const net = await load();
      await net.financing.sellTail(net.head, 2_000_000n, net.secondBank);
      await net.declareDefault();
      return { ...net, tail: tailOf(net.id) };
    }

    it("is claimed down the chain by itself; the rest by what is left of the link", async () => {
      const net = await tailResold();
      const { ethers, ledger, cny, recourse, supplier, bank, secondBank, head, tail } = net;
      const parties = [supplier, bank, secondBank];
      await expect(net.payFor(2n, tail, bank)).to.changeTokenBalances(ethers, cny, parties, [0n, -TAIL, TAIL]);
      const rest = [head, supplier.address, 5_000_000n, 0n, LINK.RECORDED, bank.address];
      await expect(net.payFor(FIRST, tail)).to.emit(recourse, "RecourseCarriedOn").withArgs(FIRST, 3, rest);
      await expect(net.payFor(3n, head)).to.changeTokenBalances(ethers, cny, parties, [TAIL - CLAIM, CLAIM - TAIL, 0n]);
      for (const slice of [head, tail]) expect(await ledger.ownerOf(slice)).to.equal(supplier.address);
    });

    it("is the second bank's to demand, the rest the first bank's", async () => {
      const net = await tailResold();
      const { recourse, bank, secondBank, head, tail } = net;
      await recourse.connect(bank).demand(FIRST, head);
      await recourse.connect(secondBank).demand(2, tail);
      const [first, second, rest] = await Promise.all([1, 2, 3].map((linkId) => recourse.linkOf(linkId)));
      expect([first?.first, first?.end, first?.state]).to.deep.equal([head, 5_000_000n, LINK.DEMANDED]);
      expect([second?.first, second?.end, second?.state]).to.deep.equal([tail, HEAD, LINK.DEMANDED]);
      // Not demanded: the cents that the first bank has sold on.
      expect([rest?.first, rest?.end, rest?.state, rest?.demandedAt]).to.deep.equal([tail, HEAD, LINK.RECORDED, 0n]);
      expect((await recourse.linkOf(4)).state).to.equal(LINK.NONE);
    });
  });

  it("a slice from the middle cuts its link in three, and what was demanded stays demanded", async () => {
    const net = await load();
    const { ledger, recourse, supplier, supervisor, bank, id, head } = net;
    await net.declareDefault();
    await recourse.connect(bank).demand(FIRST, head);
    const { demandedAt } = await recourse.linkOf(FIRST);
    const middle = sliceId(id, 2_000_000n);
    const order = `0x${"d0".repeat(32)}`;
    await ledger.connect(supervisor).freeze(head, 2_000_000n, 5_000_000n, 1, order, 5_000_000_000);
    await ledger.connect(supervisor).release([middle], order);
    const fields = (first: bigint, end: bigint, state: bigint = LINK.DEMANDED) => {
      return [first, supplier.address, end, demandedAt, state, bank.address];
    };
    await expect(net.payFor(FIRST, middle))
      .to.emit(recourse, "RecourseCarriedOn")
      .withArgs(FIRST, 2, fields(head, 2_000_000n))
      .and.to.emit(recourse, "RecourseCarriedOn")
      .withArgs(FIRST, 3, fields(tailOf(id), HEAD));
    expect(await recourse.linkOf(FIRST)).to.deep.equal(fields(middle, 5_000_000n, LINK.RETURNED));
    expect(await recourse.linkOf(2)).to.deep.equal(fields(head, 2_000_000n));
    expect(await recourse.linkOf(3)).to.deep.equal(fields(tailOf(id), HEAD));
    await net.payFor(2n, head);
    await net.payFor(3n, tailOf(id));
    expect((await ledger.slicesHeldBy(supplier, id, 0, 100)).ids).to.deep.equal([head, middle, tailOf(id)]);
  });

  it("slices bought apart and merged are beyond either link", async () => {
    const net = await load();
    const { ledger, recourse, financing, bank, head, middle } = net;
    await financing.sell(middle, bank, true);
    await ledger.connect(bank).merge(head, middle);
    await net.declareDefault();
    for (const linkId of [1, 2])
      await expect(recourse.connect(bank).demand(linkId, head))
        .to.be.revertedWithCustomError(recourse, "Recourse_CentsOutside")
        .withArgs(linkId, head, 9_000_000n);
  });

  describe("after a lost key", () => {
    it("the seller's account in force pays and receives", async () => {
      const net = await load();
      const { ethers, ledger, cny, recourse, supplier, bank, outsider, head } = net;
      await cny.mint(outsider.address, PLENTY);
      await cny.connect(outsider).approve(recourse, PLENTY);
      await replaceKey(net, supplier, outsider);
      await net.declareDefault();
      await expect(net.payFor(FIRST, head, outsider)).to.changeTokenBalances(
        ethers,
        cny,
        [outsider, supplier, bank],
        [-CLAIM, 0n, CLAIM],
      );
      expect(await ledger.ownerOf(head)).to.equal(outsider.address);
    });

    it("the bank's account in force claims, once the slice is its own and it has enabled the desk", async () => {
      const net = await load();
      const { ethers, ledger, cny, recourse, supplier, bank, outsider, head } = net;
      await replaceKey(net, bank, outsider);
      await net.declareDefault();
      await expect(recourse.connect(outsider).demand(FIRST, head))
        .to.be.revertedWithCustomError(recourse, "Recourse_NotHolder")
        .withArgs(FIRST, head, outsider.address, bank.address);
      await expect(recourse.connect(bank).waive(FIRST))
        .to.be.revertedWithCustomError(recourse, "Recourse_NotBank")
        .withArgs(FIRST, bank.address, outsider.address);
      await ledger.moveToSuccessor([head]);
      await ledger.connect(outsider).setDeskEnabled(recourse, true);
      await recourse.connect(outsider).demand(FIRST, head);
      await expect(net.payFor(FIRST, head)).to.changeTokenBalances(
        ethers,
        cny,
        [supplier, outsider, bank],
        [-CLAIM, CLAIM, 0n],
      );
    });
  });
});
