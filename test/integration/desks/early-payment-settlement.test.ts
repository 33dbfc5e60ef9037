import { expect } from "chai";
import { earlyPaymentDesk } from "../../helpers/earlyPayment.ts";
import { loaderOf } from "../../helpers/loader.ts";
import { identityOf, type Network, startDay } from "../../helpers/network.ts";
import { replaceKey } from "../../helpers/replaceKey.ts";
import { threeHolders } from "../../helpers/threeHolders.ts";
import { STATUS } from "../../helpers/words.ts";

const CNY = 1;
const FACE = 10_000_000n;
const MIDDLE = 2_000_000n;
const GRACE_DAYS = 3;
const PLENTY = 3_000_000_000_000n;
/** 500 ppm a day of 100 000.00 for four days, and of each slice. */
const PENALTY = { whole: 20_000n, head: 14_000n, middle: 4_000n, last: 2_000n } as const;

/** The second of three holders was paid early; its cents [7m, 9m) are retired. */
async function middleRetired(net: Network) {
  const { earlyDesk, postProgramme } = await earlyPaymentDesk(net);
  const held = await threeHolders(net);
  const programme = await postProgramme();
  await earlyDesk.connect(held.second).accept(held.middle, programme, 0);
  const owed = async () => (await net.ledger.outstandingOf(identityOf(net.obligor.address), CNY)).amount;
  const statusOf = async () => Number((await net.ledger.receivableWordOf(held.id)) & 0xfn);
  return { ...held, earlyDesk, owed, statusOf, desk: net.settlementDesk.connect(net.obligor) };
}

describe("EarlyPaymentDesk: settlement of a receivable with retired cents", () => {
  const load = loaderOf(middleRetired);

  it("the obligor owes what is left, and pays the others: holders' sum and netted cents are the face", async () => {
    const net = await load();
    const { ethers, ledger, cny, settlementDesk, obligor, supplier, second, third, desk, id, slices, middle } = net;
    expect([await net.owed(), await ledger.retiredOf(id)]).to.deep.equal([FACE - MIDDLE, MIDDLE]);
    await cny.connect(obligor).approve(settlementDesk, FACE - MIDDLE);
    await startDay(net, net.dueDay);
    const tx = desk.pay(id, slices);
    await expect(tx).to.emit(settlementDesk, "SlicePaid").withArgs(middle, obligor.address, MIDDLE);
    await expect(tx).to.changeTokenBalances(
      ethers,
      cny,
      [obligor, supplier, second, third, settlementDesk],
      [MIDDLE - FACE, 7_000_000n, 0n, 1_000_000n, 0n],
    );
    expect([await net.owed(), await net.statusOf()]).to.deep.equal([0n, STATUS.SETTLED]);
  });

  it("late with a penalty, the retired cents cost the obligor nothing", async () => {
    const net = await load();
    const { ethers, cny, settlementDesk, obligor, supplier, third, desk, id, slices, dueDay } = net;
    await startDay(net, dueDay + GRACE_DAYS + 1);
    const tx = desk.pay(id, slices);
    await expect(tx)
      .to.emit(settlementDesk, "ObligorPaid")
      .withArgs(id, obligor.address, FACE, PENALTY.whole, GRACE_DAYS + 1, 0);
    const paid = 7_000_000n + PENALTY.head + 1_000_000n + PENALTY.last;
    expect(paid + MIDDLE + PENALTY.middle).to.equal(FACE + PENALTY.whole);
    await expect(tx).to.changeTokenBalances(
      ethers,
      cny,
      [obligor, supplier, third],
      [-paid, 7_000_000n + PENALTY.head, 1_000_000n + PENALTY.last],
    );
  });

  it("not named, they are collected and come back to the obligor by whoever pays out", async () => {
    const net = await load();
    const { ethers, cny, settlementDesk, obligor, stranger, desk, id, head, middle, last, dueDay } = net;
    await startDay(net, dueDay);
    await desk.pay(id, [head]);
    await expect(settlementDesk.connect(stranger).payOut(id, [middle, last])).to.changeTokenBalances(
      ethers,
      cny,
      [obligor, settlementDesk],
      [MIDDLE, 7_000_000n - FACE],
    );
    expect([await net.owed(), await net.statusOf()]).to.deep.equal([0n, STATUS.SETTLED]);
  });

  it("paid in two parts, the retired cents' shares are netted in both", async () => {
    const net = await load();
    const { ethers, cny, obligor, supplier, third, desk, id, slices, dueDay } = net;
    await startDay(net, dueDay);
    await expect(desk.payPart(id, FACE / 2n, slices)).to.changeTokenBalances(
      ethers,
      cny,
      [obligor, supplier, third],
      [-(FACE - MIDDLE) / 2n, 3_500_000n, 500_000n],
    );
    await expect(desk.payPart(id, FACE / 2n, slices)).to.changeTokenBalances(
      ethers,
      cny,
      [obligor, supplier, third],
      [-(FACE - MIDDLE) / 2n, 3_500_000n, 500_000n],
    );
    expect([await net.owed(), await net.statusOf()]).to.deep.equal([0n, STATUS.SETTLED]);
  });

  it("when the obligor's key was replaced since, its successor's payment nets them", async () => {
    const net = await load();
    const { ethers, cny, settlementDesk, obligor, outsider, id, slices, dueDay } = net;
    await replaceKey(net, obligor, outsider);
    await cny.mint(outsider.address, PLENTY);
    await cny.connect(outsider).approve(settlementDesk, FACE - MIDDLE);
    await startDay(net, dueDay);
    await expect(settlementDesk.connect(outsider).pay(id, slices)).to.changeTokenBalances(
      ethers,
      cny,
      [obligor, outsider],
      [0n, MIDDLE - FACE],
    );
  });

  it("a whole receivable paid early is settled without cash", async () => {
    const net = await load();
    const { ethers, cny, settlementDesk, earlyDesk, supplier, third, obligor, desk, id, slices, head, last } = net;
    await earlyDesk.connect(supplier).accept(head, 1, 0);
    await earlyDesk.connect(third).accept(last, 1, 0);
    await cny.connect(obligor).approve(settlementDesk, 0);
    expect(await net.owed()).to.equal(0);
    await startDay(net, net.dueDay);
    await expect(desk.pay(id, slices)).to.changeTokenBalance(ethers, cny, obligor, 0n);
    expect(await net.statusOf()).to.equal(STATUS.SETTLED);
  });
});
