import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { loaderOf } from "../../helpers/loader.ts";
import { type Network, sliceId, startDay, termsFor } from "../../helpers/network.ts";
import { idOf } from "../../helpers/signConfirmation.ts";
import { threeHolders } from "../../helpers/threeHolders.ts";

const FACE = 10_000_000n;
const DOCUMENT = `0x${"d0".repeat(32)}`;

/** Five slices: the supplier's [0, 5m) and [6m, 7m), and three companies' [5m, 6m), [7m, 9m) and [9m, 10m). */
async function fiveSlices(net: Network) {
  const holders = await threeHolders(net);
  const { ledger, supplier } = net;
  const parts = [{ to: holders.stranger.address, amount: 1_000_000n }];
  await ledger.connect(supplier).split(holders.head, [1_000_000n]);
  await ledger.connect(supplier).splitAndTransfer(holders.head, parts, 0);
  const starts = [0n, 5_000_000n, 6_000_000n, 7_000_000n, 9_000_000n];
  const all = starts.map((start) => sliceId(holders.id, start));
  const ends = [...starts.slice(1), FACE];
  const words = await Promise.all(all.map((slice) => ledger.sliceWordOf(slice)));
  /** What a page should be that holds the slices from one place to another. */
  const page = (first: number, after: number) => [
    all.slice(first, after),
    words.slice(first, after),
    after > first ? ends[after - 1] : starts[first],
  ];
  const mine = [0, 2];
  return {
    ...holders,
    all,
    words,
    page,
    mine: mine.map((i) => all[i] ?? 0n),
    mineWords: mine.map((i) => words[i] ?? 0n),
  };
}

describe("Views: slicesOf", () => {
  const load = loaderOf(fiveSlices);

  it("gives all at once, in ascending order, when asked for exactly as many, for more, or for as many as there could be", async () => {
    const { ledger, id, page } = await load();
    for (const most of [5, 6, 1000, 2n ** 256n - 1n])
      expect([...(await ledger.slicesOf(id, 0, most))]).to.deep.equal(page(0, 5));
  });

  it("gives one after another, each page beginning where the last one says, until the face", async () => {
    const { ledger, id, page } = await load();
    let from = 0n;
    for (let i = 0; i < 5; i++) {
      const one = await ledger.slicesOf(id, from, 1);
      expect([...one]).to.deep.equal(page(i, i + 1));
      from = one.next;
    }
    expect(from).to.equal(FACE);
    expect([...(await ledger.slicesOf(id, from, 1))]).to.deep.equal([[], [], FACE]);
  });

  it("gives uneven pages, the last one short", async () => {
    const { ledger, id, page } = await load();
    expect([...(await ledger.slicesOf(id, 0, 2))]).to.deep.equal(page(0, 2));
    expect([...(await ledger.slicesOf(id, 6_000_000n, 2))]).to.deep.equal(page(2, 4));
    expect([...(await ledger.slicesOf(id, 9_000_000n, 2))]).to.deep.equal(page(4, 5));
  });

  it("gives nothing and stays where it is for no slice asked for, a start that is none, and what is not confirmed", async () => {
    const net = await load();
    const { ledger, supplier, id } = net;
    const terms = await termsFor(net, { number: "registered only" });
    await ledger.connect(supplier).register(terms);
    const registered = await idOf(net, terms);
    expect([...(await ledger.slicesOf(id, 0, 0))]).to.deep.equal([[], [], 0n]);
    for (const [receivable, from] of [
      [id, 1n],
      [id, FACE + 1n],
      [id ^ 1n, 0n],
      [registered, 0n],
    ] as const)
      expect([...(await ledger.slicesOf(receivable, from, 10))]).to.deep.equal([[], [], from]);
  });

  it("stops at each gap while the receivable is being paid out, and goes on after it", async () => {
    const net = await load();
    const { ledger, settlementDesk, obligor, id, all, page, dueDay } = net;
    await startDay(net, dueDay);
    const [, second = 0n, , fourth = 0n] = all;
    await settlementDesk.connect(obligor).pay(id, [second, fourth]);
    expect([...(await ledger.slicesOf(id, 0, 10))]).to.deep.equal(page(0, 1));
    expect([...(await ledger.slicesOf(id, 5_000_000n, 10))]).to.deep.equal([[], [], 5_000_000n]);
    expect([...(await ledger.slicesOf(id, 6_000_000n, 10))]).to.deep.equal(page(2, 3));
    expect([...(await ledger.slicesOf(id, 9_000_000n, 10))]).to.deep.equal(page(4, 5));
    await settlementDesk.payOut(id, [all[0] ?? 0n, all[2] ?? 0n, all[4] ?? 0n]);
    for (const from of [0n, 6_000_000n, 9_000_000n])
      expect([...(await ledger.slicesOf(id, from, 10))]).to.deep.equal([[], [], from]);
  });

  it("shows the cuts of a legal order at once", async () => {
    const { ledger, supervisor, id, all } = await load();
    await ledger.connect(supervisor).freeze(all[3] ?? 0n, 8_000_000n, 8_000_001n, 1, DOCUMENT, 5_000_000_000);
    const [ids] = await ledger.slicesOf(id, 7_000_000n, 10);
    expect(ids.map((slice) => BigInt.asUintN(64, slice))).to.deep.equal([
      7_000_000n,
      8_000_000n,
      8_000_001n,
      9_000_000n,
    ]);
  });
});

describe("Views: slicesHeldBy", () => {
  const load = loaderOf(fiveSlices);

  it("gives one holder's of those it walked, wherever they lie", async () => {
    const { ledger, supplier, stranger, third, id, all, words, mine, mineWords } = await load();
    expect([...(await ledger.slicesHeldBy(supplier.address, id, 0, 10))]).to.deep.equal([mine, mineWords, FACE]);
    expect([...(await ledger.slicesHeldBy(stranger.address, id, 0, 5))]).to.deep.equal([[all[1]], [words[1]], FACE]);
    expect([...(await ledger.slicesHeldBy(third.address, id, 0, 5))]).to.deep.equal([[all[4]], [words[4]], FACE]);
  });

  it("pages by slices walked, not by slices found, so that a page may be empty and yet go on", async () => {
    const { ledger, supplier, id } = await load();
    const starts: bigint[][] = [];
    const nexts: bigint[] = [];
    for (let from = 0n; from < FACE; from = nexts.at(-1) ?? FACE) {
      const [ids, , next] = await ledger.slicesHeldBy(supplier.address, id, from, 1);
      starts.push(ids.map((slice) => BigInt.asUintN(64, slice)));
      nexts.push(next);
    }
    expect(starts).to.deep.equal([[0n], [], [6_000_000n], [], []]);
    expect(nexts).to.deep.equal([5_000_000n, 6_000_000n, 7_000_000n, 9_000_000n, FACE]);
  });

  it("gives an account that holds none nothing, and walks on; address zero too", async () => {
    const { ledger, outsider, id } = await load();
    for (const nobody of [outsider.address, ZeroAddress]) {
      expect([...(await ledger.slicesHeldBy(nobody, id, 0, 10))]).to.deep.equal([[], [], FACE]);
      expect([...(await ledger.slicesHeldBy(nobody, id, 0, 2))]).to.deep.equal([[], [], 6_000_000n]);
    }
  });

  it("stops at a gap like the page of all", async () => {
    const net = await load();
    const { ledger, settlementDesk, obligor, supplier, id, all, mine, mineWords, dueDay } = net;
    await startDay(net, dueDay);
    await settlementDesk.connect(obligor).pay(id, [all[1] ?? 0n]);
    const held = async (from: bigint) => [...(await ledger.slicesHeldBy(supplier.address, id, from, 10))];
    expect(await held(0n)).to.deep.equal([[mine[0]], [mineWords[0]], 5_000_000n]);
    expect(await held(6_000_000n)).to.deep.equal([[mine[1]], [mineWords[1]], FACE]);
  });
});

describe("Views: sliceWordsOf", () => {
  const load = loaderOf(fiveSlices);

  it("gives the words in the order asked, 0 where there is no slice, and the same one as often as it is asked", async () => {
    const { ledger, id, all, words } = await load();
    const [first = 0n, second = 0n] = all;
    const asked = [second, sliceId(id, 1n), first, sliceId(id, FACE), first, first | (1n << 48n), 0n];
    expect([...(await ledger.sliceWordsOf(asked))]).to.deep.equal([words[1], 0n, words[0], 0n, words[0], 0n, 0n]);
    expect([...(await ledger.sliceWordsOf([]))]).to.deep.equal([]);
  });

  it("agrees with sliceWordOf and with the pages", async () => {
    const { ledger, id, all, words } = await load();
    const [ids, paged] = await ledger.slicesOf(id, 0, 10);
    expect([...ids]).to.deep.equal(all);
    expect([...(await ledger.sliceWordsOf([...ids]))]).to.deep.equal([...paged]);
    expect([...paged]).to.deep.equal(words);
  });
});
