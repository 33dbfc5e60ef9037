import { expect } from "chai";
import {
  FalseReturningToken__factory,
  FeeToken__factory,
  PausableToken__factory,
  ReenteringToken__factory,
} from "../../../types/contracts/index.js";
import { addCurrency } from "../../helpers/addCurrency.ts";
import { earlyPaymentDesk } from "../../helpers/earlyPayment.ts";
import { admitDesk, DECISION } from "../../helpers/governance.ts";
import { loaderOf } from "../../helpers/loader.ts";
import { confirmedReceivable, type Network, todayOf } from "../../helpers/network.ts";
import type { TriableToken } from "../../helpers/tryToken.ts";
import { FLAG } from "../../helpers/words.ts";

const FACE = 10_000_000n;
const PLENTY = 3_000_000_000_000n;
const NET = 9_903_750n;
const PROGRAMME = 1n;
const ODD_CURRENCY = 3;
const POWERS = { FINANCE: 1, SETTLE: 2, RETIRE: 4, LOCK: 8, RECOURSE: 16 } as const;
const FROZEN = 2;
const RETIRED = 4;
const FAR = 5_000_000_000;
const DOCUMENT = `0x${"d0".repeat(32)}`;

async function posted(net: Network) {
  const early = await earlyPaymentDesk(net);
  const [payee] = net.suppliers;
  if (!payee) throw new Error("a payee expected");
  const receivable = await confirmedReceivable(net);
  await early.postProgramme();
  return { ...early, ...receivable, payee, desk: early.earlyDesk.connect(net.supplier), today: await todayOf(net) };
}

type Posted = Network & Awaited<ReturnType<typeof posted>>;

/** A receivable and a programme in a currency of its own token, the obligor's cash approved. */
async function inToken(net: Posted, token: TriableToken) {
  const { obligor, postProgramme } = net;
  await addCurrency(net, token);
  await token.mint(obligor.address, PLENTY);
  const programme = await postProgramme({ currency: ODD_CURRENCY });
  return { programme, ...(await confirmedReceivable(net, { number: "odd", currency: ODD_CURRENCY })) };
}

describe("Attacks on early payment", () => {
  const load = loaderOf(posted);

  async function expectNothingMoved({ ledger, supplier, earlyDesk }: Posted, slice: bigint, programme: bigint) {
    expect(await ledger.ownerOf(slice)).to.equal(supplier.address);
    expect((await earlyDesk.programmeOf(programme))[0].spent).to.equal(0);
  }

  it("a slice split first: the holder's least net is missed; moved first: its new holder alone accepts", async () => {
    const { ledger, earlyDesk, desk, supplier, payee, slice } = await load();
    await ledger.connect(supplier).split(slice, [FACE / 2n]);
    await expect(desk.accept(slice, PROGRAMME, NET))
      .to.be.revertedWithCustomError(earlyDesk, "Early_NetTooLow")
      .withArgs(NET / 2n, NET);
    await ledger.connect(supplier).transfer(slice, payee.address, 0);
    await expect(desk.accept(slice, PROGRAMME, 0))
      .to.be.revertedWithCustomError(earlyDesk, "Early_NotHolder")
      .withArgs(slice, supplier.address, payee.address);
    await earlyDesk.connect(payee).accept(slice, PROGRAMME, NET / 2n);
  });

  it("a slice that is frozen, offered or locked for a lender can't be given back; nor any during a hold", async () => {
    const net = await load();
    const { ledger, desk, supplier, supervisor, cautious, outsider, id, slice } = net;
    await admitDesk(net, outsider.address, POWERS.LOCK);
    await ledger.connect(supplier).setDeskEnabled(outsider.address, true);
    const { index } = await ledger.deskOf(outsider.address);
    const lock = Number(index) << 3;
    const expectBusy = (flags: number) =>
      expect(desk.accept(slice, PROGRAMME, 0))
        .to.be.revertedWithCustomError(ledger, "Slices_Busy")
        .withArgs(slice, flags);
    await ledger.connect(supplier).transfer(slice, cautious.address, FAR);
    await expectBusy(FLAG.RESERVED);
    await ledger.connect(supplier).endOffer(slice);
    await ledger.connect(outsider).lockByDesk(slice, await ledger.sliceWordOf(slice));
    await expectBusy(lock);
    await ledger.connect(supervisor).freeze(slice, 0, FACE, 1, DOCUMENT, FAR);
    await expectBusy(lock | FROZEN);
    await ledger.connect(outsider).unlockByDesk(slice);
    await expectBusy(FROZEN);
    await ledger.connect(supervisor).release([slice], DOCUMENT);
    await ledger.connect(supervisor).hold(id, DOCUMENT);
    await expect(desk.accept(slice, PROGRAMME, 0))
      .to.be.revertedWithCustomError(ledger, "Slices_Held")
      .withArgs(id, await ledger.heldUntil(id));
    await ledger.connect(supervisor).endHold(id);
    await desk.accept(slice, PROGRAMME, 0);
  });

  it("a holder that has not enabled the desk, a desk that was removed: nothing retires", async () => {
    const net = await load();
    const { ledger, earlyDesk, desk, supplier, slice } = net;
    const address = await earlyDesk.getAddress();
    await ledger.connect(supplier).setDeskEnabled(address, false);
    await expect(desk.accept(slice, PROGRAMME, 0))
      .to.be.revertedWithCustomError(ledger, "Slices_DeskNotEnabled")
      .withArgs(supplier.address, address);
    await ledger.connect(supplier).setDeskEnabled(address, true);
    await ledger.removeDesk(address, DECISION);
    await expect(desk.accept(slice, PROGRAMME, 0))
      .to.be.revertedWithCustomError(ledger, "Rulebook_DeskLacksPower")
      .withArgs(address, 0, POWERS.RETIRE | POWERS.SETTLE);
    await expectNothingMoved(net, slice, PROGRAMME);
  });

  it("terms changed in front of the taker: only another programme has other terms, and the least net holds", async () => {
    const { earlyDesk, desk, obligor, postProgramme, slice, programme } = await load();
    const own = earlyDesk.connect(obligor);
    const [, before] = await earlyDesk.programmeOf(PROGRAMME);
    const worse = await postProgramme({}, [{ longestDays: 90, ratePpm: 900_000 }]);
    await own.raiseBudget(PROGRAMME, 1);
    await own.pause(PROGRAMME);
    await own.resume(PROGRAMME);
    const [now, tiers] = await earlyDesk.programmeOf(PROGRAMME);
    expect(tiers).to.deep.equal(before);
    expect([now.expiresAt, now.currency, now.smallestFace]).to.deep.equal([BigInt(programme.expiresAt), 1n, 100_000n]);
    await expect(desk.accept(slice, worse, NET)).to.be.revertedWithCustomError(earlyDesk, "Early_NetTooLow");
    await own.withdraw(PROGRAMME);
    expect(await postProgramme()).to.equal(worse + 1n);
    await expect(desk.accept(slice, PROGRAMME, NET))
      .to.be.revertedWithCustomError(earlyDesk, "Early_ProgrammeIsWithdrawn")
      .withArgs(PROGRAMME);
  });

  it("two acceptances that together exceed the budget: the second is refused, whatever fits is paid", async () => {
    const net = await load();
    const { ledger, earlyDesk, desk, supplier } = net;
    const more = await confirmedReceivable(net, { number: "more" });
    await desk.accept(net.slice, PROGRAMME, NET);
    const left = 15_000_000n - NET;
    await expect(desk.accept(more.slice, PROGRAMME, NET))
      .to.be.revertedWithCustomError(earlyDesk, "Early_BudgetExceeded")
      .withArgs(PROGRAMME, NET, left);
    await ledger.connect(supplier).split(more.slice, [FACE / 2n]);
    await desk.accept(more.slice, PROGRAMME, NET / 2n);
    expect((await earlyDesk.programmeOf(PROGRAMME))[0].spent).to.equal(NET + NET / 2n);
  });

  it("the last second of the day before the due day is in time, midnight in UTC+8 is not", async () => {
    const net = await load();
    const { ledger, earlyDesk, desk, supplier, id, slice, terms } = net;
    const midnight = Number(terms.dueDay) * 86_400 - 8 * 3600;
    const snapshot = await net.networkHelpers.takeSnapshot();
    await net.networkHelpers.time.setNextBlockTimestamp(midnight);
    await expect(desk.accept(slice, PROGRAMME, 0))
      .to.be.revertedWithCustomError(ledger, "Slices_DueDayReached")
      .withArgs(id, terms.dueDay, terms.dueDay);
    await snapshot.restore();
    await net.networkHelpers.time.setNextBlockTimestamp(midnight - 1);
    // 6 % for 1/360 of 100 000.00: 16.67.
    await expect(desk.accept(slice, PROGRAMME, FACE - 1_667n))
      .to.emit(earlyDesk, "PaidEarly")
      .withArgs(
        slice,
        PROGRAMME,
        supplier.address,
        net.obligor.address,
        [FACE, 1n, 1_667n, FACE - 1_667n],
        60_000,
        FACE - 1_667n,
      );
  });

  it("paid and borrowed on again: retired cents are neither sold, pledged, split, moved, retired nor frozen", async () => {
    const net = await load();
    const { ledger, earlyDesk, desk, obligor, bank, payee, outsider, supervisor, slice } = net;
    await admitDesk(
      net,
      outsider.address,
      POWERS.FINANCE | POWERS.SETTLE | POWERS.RETIRE | POWERS.LOCK | POWERS.RECOURSE,
    );
    for (const each of [outsider.address, await earlyDesk.getAddress()])
      await ledger.connect(obligor).setDeskEnabled(each, true);
    await desk.accept(slice, PROGRAMME, NET);
    const [own, other] = [ledger.connect(obligor), ledger.connect(outsider)];
    const word = await ledger.sliceWordOf(slice);
    for (const attempt of [
      () => own.transfer(slice, payee.address, 0),
      () => own.split(slice, [FACE / 2n]),
      () => own.transferFrom(obligor.address, payee.address, slice),
      () => other.moveByDesk(slice, word, bank.address),
      () => other.moveTailByDesk(slice, word, FACE / 2n, bank.address),
      () => other.lockByDesk(slice, word),
      () => other.retireByDesk(slice, word),
      () => other.returnByDesk(slice, word, bank.address),
      () => earlyDesk.connect(obligor).accept(slice, PROGRAMME, 0),
    ])
      await expect(attempt()).to.be.revertedWithCustomError(ledger, "Slices_Busy").withArgs(slice, RETIRED);
    await expect(ledger.connect(supervisor).freeze(slice, 0, FACE, 1, DOCUMENT, FAR))
      .to.be.revertedWithCustomError(ledger, "Legal_Retired")
      .withArgs(slice);
    expect(await ledger.sliceWordOf(slice)).to.equal(word);
  });

  it("the obligor can't pay itself for what it holds", async () => {
    const { ledger, earlyDesk, supplier, obligor, slice } = await load();
    await ledger.connect(obligor).setStandingConsent(true);
    await ledger.connect(obligor).setDeskEnabled(earlyDesk, true);
    await ledger.connect(supplier).transfer(slice, obligor.address, 0);
    await expect(earlyDesk.connect(obligor).accept(slice, PROGRAMME, 0))
      .to.be.revertedWithCustomError(ledger, "Slices_ToSelf")
      .withArgs(slice, obligor.address);
  });

  describe("tokens", () => {
    it("that takes a fee of what arrives is refused; one that takes it from the sender costs the holder nothing", async () => {
      const net = await load();
      const { ethers, earlyDesk, desk, obligor, supplier } = net;
      const token = await new FeeToken__factory(net.operator).deploy();
      const { programme, slice } = await inToken(net, token);
      await token.connect(obligor).approve(earlyDesk, PLENTY);
      await token.setFee(100, false);
      const { net: cash } = await earlyDesk.quote(slice, programme);
      await expect(desk.accept(slice, programme, 0))
        .to.be.revertedWithCustomError(earlyDesk, "Early_ShortReceipt")
        .withArgs(await token.getAddress(), cash, cash - cash / 100n);
      await expectNothingMoved(net, slice, programme);
      await token.setFee(100, true);
      await expect(desk.accept(slice, programme, cash)).to.changeTokenBalance(ethers, token, supplier, cash);
    });

    it("that returns false instead of reverting is refused", async () => {
      const net = await load();
      const { earlyDesk, desk, obligor } = net;
      const token = await new FalseReturningToken__factory(net.operator).deploy();
      const { programme, slice } = await inToken(net, token);
      await token.connect(obligor).approve(earlyDesk, PLENTY);
      await token.setRefuses(true);
      await expect(desk.accept(slice, programme, 0))
        .to.be.revertedWithCustomError(earlyDesk, "SafeERC20FailedOperation")
        .withArgs(await token.getAddress());
      await expectNothingMoved(net, slice, programme);
    });

    it("that is paused stops the payment and nothing retires; afterwards it goes on", async () => {
      const net = await load();
      const { earlyDesk, desk, obligor } = net;
      const token = await new PausableToken__factory(net.operator).deploy();
      const { programme, slice } = await inToken(net, token);
      await token.connect(obligor).approve(earlyDesk, PLENTY);
      await token.pause();
      await expect(desk.accept(slice, programme, 0)).to.be.revertedWithCustomError(token, "EnforcedPause");
      await expectNothingMoved(net, slice, programme);
      await token.unpause();
      await desk.accept(slice, programme, 0);
    });

    it("that calls back finds the door shut and everything done", async () => {
      const net = await load();
      const { ethers, ledger, earlyDesk, desk, obligor, supplier } = net;
      const token = await new ReenteringToken__factory(net.operator).deploy();
      const { programme, slice } = await inToken(net, token);
      await token.connect(obligor).approve(earlyDesk, PLENTY);
      await token.prepare(earlyDesk, earlyDesk.interface.encodeFunctionData("accept", [slice, programme, 0]));
      const { net: cash } = await earlyDesk.quote(slice, programme);
      await expect(desk.accept(slice, programme, cash)).to.changeTokenBalances(
        ethers,
        token,
        [obligor, supplier],
        [-cash, cash],
      );
      expect(await token.succeeded()).to.equal(false);
      expect(earlyDesk.interface.parseError(await token.answer())?.name).to.equal("ReentrancyGuardReentrantCall");
      expect(await ledger.ownerOf(slice)).to.equal(obligor.address);
    });
  });
});
