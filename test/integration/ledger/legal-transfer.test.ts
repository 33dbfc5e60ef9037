import { expect } from "chai";
import { id as hashOf, ZeroHash } from "ethers";
import { authorityOf, GOVERNANCE_DELAY } from "../../helpers/governance.ts";
import { loaderOf, nextSecond } from "../../helpers/loader.ts";
import { identityOf, type Network, ROLE, startDay, todayOf } from "../../helpers/network.ts";
import { threeHolders } from "../../helpers/threeHolders.ts";
import { MARK, receivableWord, STATUS, sliceWord } from "../../helpers/words.ts";

const DOCUMENT = hashOf("a court's judgment");
const OTHER = hashOf("another judgment");
const FAR = 5_000_000_000;
const DAY = 86_400;
const OPERATOR_ROLE = 1;
const HOLDING_ROLES = ROLE.OBLIGOR | ROLE.SUPPLIER | ROLE.BANK;
const KYC_UNTIL = 40_000;

/** The middle slice is frozen; a court gives it to a company that did not ask for it. */
async function frozenMiddle(net: Network) {
  const holders = await threeHolders(net);
  const { ledger, supervisor, operator, cautious } = net;
  const { middle, second } = holders;
  await ledger.connect(supervisor).freeze(middle, 7_000_000n, 9_000_000n, 1, DOCUMENT, FAR);
  const word = sliceWord({ holder: second.address, end: 9_000_000n, hops: 1n, flags: 2n, sequence: 2n });
  const enter = (to = cautious.address) => ledger.connect(supervisor).orderTransfer(middle, word, to, DOCUMENT);
  const carryOut = (to = cautious.address) => ledger.connect(operator).carryOutTransfer(middle, word, to, DOCUMENT);
  return { ...holders, word, enter, carryOut };
}

describe("Legal orders: ordered transfer", () => {
  const load = loaderOf(frozenMiddle);

  it("moves nothing when it is entered, and is good for 30 days", async () => {
    const net = await load();
    const { ledger, supervisor, cautious, middle, word, enter } = net;
    const until = (await nextSecond(net)) + 30 * DAY;
    await expect(enter())
      .to.emit(ledger, "TransferOrdered")
      .withArgs(middle, cautious.address, supervisor.address, DOCUMENT, until);
    expect(await ledger.sliceWordOf(middle)).to.equal(word);
  });

  it("gives the slice to the payee when the operator carries it out; the freeze ends, and it is no hop", async () => {
    const { ledger, operator, cautious, second, middle, enter, carryOut } = await load();
    await enter();
    const tx = carryOut();
    const moved = sliceWord({ holder: cautious.address, end: 9_000_000n, hops: 1n, sequence: 3n });
    await expect(tx)
      .to.emit(ledger, "SliceTransferredByOrder")
      .withArgs(middle, second.address, operator.address, DOCUMENT, moved);
    await expect(tx).to.emit(ledger, "Transfer").withArgs(second.address, cautious.address, middle);
    expect(await ledger.sliceWordOf(middle)).to.equal(moved);
    expect(await ledger.freezeOf(middle)).to.deep.equal(["0x0000000000000000000000000000000000000000", 0n, 0n]);
    await ledger.connect(cautious).transfer(middle, second.address, 0);
  });

  it("is good once", async () => {
    const { ledger, cautious, middle, enter, carryOut } = await load();
    await enter();
    await carryOut();
    await expect(carryOut())
      .to.be.revertedWithCustomError(ledger, "Legal_NotOrdered")
      .withArgs(middle, cautious.address, DOCUMENT);
  });

  it("reverts when any of the arguments is another than ordered", async () => {
    const { ledger, operator, supervisor, cautious, stranger, head, middle, word, enter } = await load();
    const by = ledger.connect(operator);
    const [to, other] = [cautious.address, stranger.address];
    await expect(by.carryOutTransfer(middle, word, to, DOCUMENT))
      .to.be.revertedWithCustomError(ledger, "Legal_NotOrdered")
      .withArgs(middle, to, DOCUMENT);
    await enter();
    const wrong = [
      [head, word, to, DOCUMENT],
      [middle, word ^ (1n << 224n), to, DOCUMENT],
      [middle, word, other, DOCUMENT],
      [middle, word, to, OTHER],
    ] as const;
    for (const order of wrong)
      await expect(by.carryOutTransfer(...order))
        .to.be.revertedWithCustomError(ledger, "Legal_NotOrdered")
        .withArgs(order[0], order[2], order[3]);
    expect((await ledger.freezeOf(middle)).by).to.equal(supervisor.address);
  });

  it("reverts for one person in both offices, and for either officer in the other's", async () => {
    const net = await load();
    const { ledger, operator, supervisor, cautious, middle, word, enter } = net;
    const order = [middle, word, cautious.address, DOCUMENT] as const;
    await expect(ledger.connect(operator).orderTransfer(...order))
      .to.be.revertedWithCustomError(ledger, "AccessManagedUnauthorized")
      .withArgs(operator.address);
    await expect(ledger.connect(supervisor).carryOutTransfer(...order))
      .to.be.revertedWithCustomError(ledger, "AccessManagedUnauthorized")
      .withArgs(supervisor.address);
    const authority = await authorityOf(net);
    const data = authority.interface.encodeFunctionData("grantRole", [OPERATOR_ROLE, supervisor.address, 0]);
    await authority.schedule(authority, data, 0);
    await net.networkHelpers.time.increase(GOVERNANCE_DELAY);
    await operator.sendTransaction({ to: authority, data });
    await enter();
    await expect(ledger.connect(supervisor).carryOutTransfer(...order))
      .to.be.revertedWithCustomError(ledger, "Legal_SamePerson")
      .withArgs(supervisor.address);
    await ledger.connect(operator).carryOutTransfer(...order);
  });

  it("reverts to either officer and to the holder, admitted though they are", async () => {
    const { ledger, operator, supervisor, second, middle, enter, carryOut } = await load();
    for (const who of [operator, supervisor])
      await ledger.admit(who.address, identityOf(who.address), ROLE.SUPPLIER, KYC_UNTIL);
    await expect(enter(supervisor.address))
      .to.be.revertedWithCustomError(ledger, "Legal_ToOfficer")
      .withArgs(middle, supervisor.address);
    await expect(enter(second.address))
      .to.be.revertedWithCustomError(ledger, "Slices_ToSelf")
      .withArgs(middle, second.address);
    await enter(operator.address);
    await expect(carryOut(operator.address))
      .to.be.revertedWithCustomError(ledger, "Legal_ToOfficer")
      .withArgs(middle, operator.address);
  });

  it("reverts to somebody who may not hold: outsider, supervisor's role, checks run out, suspended since", async () => {
    const net = await load();
    const { ledger, outsider, cautious, stranger, enter, carryOut } = net;
    const today = await todayOf(net);
    const refuses = async (attempt: Promise<unknown>, who: string) =>
      expect(attempt)
        .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
        .withArgs(who, HOLDING_ROLES, await ledger.participantOf(who), today);
    await refuses(enter(outsider.address), outsider.address);
    await ledger.admit(outsider.address, identityOf("an authority"), ROLE.SUPERVISOR, KYC_UNTIL);
    await refuses(enter(outsider.address), outsider.address);
    await ledger.setKycUntil(stranger.address, today - 1);
    await refuses(enter(stranger.address), stranger.address);
    await ledger.setKycUntil(stranger.address, today);
    await enter(stranger.address);
    await enter();
    await ledger.suspend(cautious.address);
    await refuses(carryOut(), cautious.address);
    await carryOut(stranger.address);
  });

  it("reverts without a document, without a freeze and for a word that is not the slice's", async () => {
    const { ledger, supervisor, supplier, cautious, head, middle, word } = await load();
    const by = ledger.connect(supervisor);
    await expect(by.orderTransfer(middle, word, cautious, ZeroHash)).to.be.revertedWithCustomError(
      ledger,
      "Legal_DocumentMissing",
    );
    const free = sliceWord({ holder: supplier.address, end: 7_000_000n });
    await expect(by.orderTransfer(head, free, cautious, DOCUMENT))
      .to.be.revertedWithCustomError(ledger, "Legal_NotFrozen")
      .withArgs(head);
    await expect(by.orderTransfer(middle, word + 1n, cautious, DOCUMENT))
      .to.be.revertedWithCustomError(ledger, "Slices_WordChanged")
      .withArgs(middle, word + 1n, word);
  });

  it("reverts when the slice has changed since it was ordered: released, or cut by another freeze", async () => {
    const net = await load();
    const { ledger, supervisor, middle, word, enter, carryOut } = net;
    const by = ledger.connect(supervisor);
    const changes = [
      () => by.release([middle], DOCUMENT),
      () => by.freeze(middle, 7_000_000n, 8_000_000n, 1, DOCUMENT, FAR),
    ];
    await enter();
    const snapshot = await net.networkHelpers.takeSnapshot();
    for (const change of changes) {
      await change();
      await expect(carryOut())
        .to.be.revertedWithCustomError(ledger, "Slices_WordChanged")
        .withArgs(middle, word, await ledger.sliceWordOf(middle));
      await snapshot.restore();
    }
    await carryOut();
  });

  it("lapses after 30 days and is good in their last second; entered again, it begins anew", async () => {
    const net = await load();
    const { ledger, middle, enter, carryOut } = net;
    const until = (await nextSecond(net)) + 30 * DAY;
    await enter();
    const snapshot = await net.networkHelpers.takeSnapshot();
    await net.networkHelpers.time.setNextBlockTimestamp(until);
    await carryOut();
    await snapshot.restore();
    await net.networkHelpers.time.setNextBlockTimestamp(until + 1);
    await expect(carryOut())
      .to.be.revertedWithCustomError(ledger, "Legal_OrderLapsed")
      .withArgs(middle, until, until + 1);
    await net.networkHelpers.time.increaseTo(until + 2);
    await enter();
    await carryOut();
  });

  it("is possible after the due day and during a hold; the payee is paid, not the holder before", async () => {
    const net = await load();
    const { ethers, ledger, settlementDesk, cny, obligor, supervisor, cautious, second, id } = net;
    const { head, middle, last, dueDay, enter, carryOut } = net;
    await startDay(net, dueDay);
    await settlementDesk.connect(obligor).pay(id, [head, last]);
    await ledger.connect(supervisor).hold(id, DOCUMENT);
    await enter();
    await carryOut();
    await ledger.connect(supervisor).endHold(id);
    await expect(settlementDesk.payOut(id, [middle])).to.changeTokenBalances(
      ethers,
      cny,
      [settlementDesk, cautious, second],
      [-2_000_000n, 2_000_000n, 0n],
    );
    const settled = receivableWord(net.terms, BigInt(STATUS.SETTLED) | MARK.REGISTRY | MARK.PAID_INTO);
    expect(await ledger.receivableWordOf(id)).to.equal(settled);
    expect((await ledger.outstandingOf(identityOf(obligor.address), 1))[0]).to.equal(0);
  });

  it("leaves nothing open of an offer that the freeze has ended", async () => {
    const net = await load();
    const { ledger, operator, supervisor, supplier, cautious, stranger, head } = net;
    await ledger.connect(supplier).transfer(head, cautious.address, FAR);
    await ledger.connect(supervisor).freeze(head, 0n, 7_000_000n, 1, DOCUMENT, FAR);
    const order = [head, await ledger.sliceWordOf(head), stranger.address, DOCUMENT] as const;
    await ledger.connect(supervisor).orderTransfer(...order);
    await ledger.connect(operator).carryOutTransfer(...order);
    for (const attempt of [ledger.connect(cautious).accept(head), ledger.connect(supplier).endOffer(head)])
      await expect(attempt).to.be.revertedWithCustomError(ledger, "Slices_NoOffer").withArgs(head);
  });
});
