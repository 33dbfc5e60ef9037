import { expect } from "chai";
import { DOCUMENT, FAR, ownDesks } from "../../helpers/deskActs.ts";
import { loaderOf } from "../../helpers/loader.ts";
import { type Network, ROLE, startDay, todayOf } from "../../helpers/network.ts";
import { receivableWord, sliceWord } from "../../helpers/words.ts";

const HEAD = 7_000_000n;
const HOLDING_ROLES = ROLE.OBLIGOR | ROLE.SUPPLIER | ROLE.BANK;
const FROZEN = 2n;
/** Statuses with the marks of a recorded registry entry and a report of being overdue. */
const CONFIRMED = 4n | 0x10n;
const OVERDUE = CONFIRMED | 0x80n;

/** The bank has bought the supplier's head. */
async function bought(net: Network) {
  const desks = await ownDesks(net);
  await desks.desk.moveByDesk(desks.head, desks.headWord, net.bank);
  return { ...desks, boughtWord: sliceWord({ holder: net.bank.address, end: HEAD, sequence: 1n }) };
}

describe("Desk acts: returnByDesk", () => {
  const load = loaderOf(bought);
  const loadDefaulted = loaderOf(async (net) => {
    const desks = await bought(net);
    await desks.declareDefault();
    return { ...desks, today: await todayOf(net) };
  });

  it("reverts before the default: confirmed, due, reported overdue", async () => {
    const net = await load();
    const { ledger, desk, supplier, id, head, terms, boughtWord, dueDay } = net;
    const expectNotDefaulted = (status: bigint) =>
      expect(desk.returnByDesk(head, boughtWord, supplier))
        .to.be.revertedWithCustomError(ledger, "Desk_NotDefaulted")
        .withArgs(id, receivableWord(terms, status));
    await expectNotDefaulted(CONFIRMED);
    await startDay(net, dueDay + 31);
    await expectNotDefaulted(CONFIRMED);
    await ledger.reportOverdue(id);
    await expectNotDefaulted(OVERDUE);
    await ledger.declareDefault(id);
    await desk.returnByDesk(head, boughtWord, supplier);
  });

  it("gives the slice back to an earlier holder; no hop, and the word is the chain's", async () => {
    const { ledger, desk, outsider, supplier, bank, head, boughtWord, wordOf } = await loadDefaulted();
    const word = sliceWord({ holder: supplier.address, end: HEAD, sequence: 2n });
    await expect(desk.returnByDesk(head, boughtWord, supplier))
      .to.emit(ledger, "SliceReturned")
      .withArgs(head, outsider.address, bank.address, word)
      .and.to.emit(ledger, "Transfer")
      .withArgs(bank.address, supplier.address, head);
    expect(await wordOf(head)).to.equal(word);
  });

  it("also after the write-off, until all is paid nevertheless", async () => {
    const { ledger, desk, settling, officer, supplier, id, head, last, boughtWord } = await loadDefaulted();
    await officer.writeOff(id, DOCUMENT);
    await desk.returnByDesk.staticCall(head, boughtWord, supplier);
    await settling.redeem(id, [last]);
    await expect(desk.returnByDesk(head, boughtWord, supplier))
      .to.be.revertedWithCustomError(ledger, "Desk_PaidInFull")
      .withArgs(id);
  });

  it("not after a payment in full, which cures the default", async () => {
    const { ledger, desk, settling, supplier, id, head, last, terms, boughtWord } = await loadDefaulted();
    await settling.bindSettlement(id);
    await desk.returnByDesk.staticCall(head, boughtWord, supplier);
    await settling.redeem(id, [last]);
    await expect(desk.returnByDesk(head, boughtWord, supplier))
      .to.be.revertedWithCustomError(ledger, "Desk_NotDefaulted")
      .withArgs(id, receivableWord(terms, CONFIRMED | 0x20n));
  });

  it("reverts without the word, for another one, for an unknown slice and a frozen one, and during a hold", async () => {
    const { ledger, desk, officer, supplier, id, head, boughtWord, wordOf } = await loadDefaulted();
    await expect(desk.returnByDesk(head, 0, supplier))
      .to.be.revertedWithCustomError(ledger, "Desk_WordMissing")
      .withArgs(head);
    await expect(desk.returnByDesk(head + 1n, boughtWord, supplier))
      .to.be.revertedWithCustomError(ledger, "Slices_Unknown")
      .withArgs(head + 1n);
    await officer.hold(id, DOCUMENT);
    await expect(desk.returnByDesk(head, boughtWord, supplier))
      .to.be.revertedWithCustomError(ledger, "Slices_Held")
      .withArgs(id, await ledger.heldUntil(id));
    await officer.freeze(head, 0, HEAD, 1, DOCUMENT, FAR);
    const frozen = await wordOf(head);
    await expect(desk.returnByDesk(head, boughtWord, supplier))
      .to.be.revertedWithCustomError(ledger, "Slices_WordChanged")
      .withArgs(head, boughtWord, frozen);
    await expect(desk.returnByDesk(head, frozen, supplier))
      .to.be.revertedWithCustomError(ledger, "Slices_Busy")
      .withArgs(head, FROZEN);
  });

  it("reverts for a locked slice: its lender goes first", async () => {
    const net = await load();
    const { ledger, desk, supplier, head, boughtWord, locked, wordOf } = net;
    await desk.lockByDesk(head, boughtWord);
    await net.declareDefault();
    await expect(desk.returnByDesk(head, await wordOf(head), supplier))
      .to.be.revertedWithCustomError(ledger, "Slices_Busy")
      .withArgs(head, locked);
  });

  it("reverts for a holder that has not enabled the desk or may not act, and for such a receiver", async () => {
    const { ledger, desk, outsider, operator, supplier, bank, head, boughtWord, today } = await loadDefaulted();
    const expectMayNotAct = async (who: string, to: string) =>
      expect(desk.returnByDesk(head, boughtWord, to))
        .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
        .withArgs(who, HOLDING_ROLES, await ledger.participantOf(who), today);
    await ledger.suspend(supplier.address);
    for (const to of [supplier.address, operator.address]) await expectMayNotAct(to, to);
    await ledger.restore(supplier.address);
    await ledger.setKycUntil(supplier.address, today - 1);
    await expectMayNotAct(supplier.address, supplier.address);
    await ledger.setKycUntil(supplier.address, today);
    await ledger.suspend(bank.address);
    await expectMayNotAct(bank.address, supplier.address);
    await ledger.restore(bank.address);
    await expect(desk.returnByDesk(head, boughtWord, bank))
      .to.be.revertedWithCustomError(ledger, "Slices_ToSelf")
      .withArgs(head, bank.address);
    await ledger.connect(bank).setDeskEnabled(outsider.address, false);
    await expect(desk.returnByDesk(head, boughtWord, supplier))
      .to.be.revertedWithCustomError(ledger, "Slices_DeskNotEnabled")
      .withArgs(bank.address, outsider.address);
  });
});
