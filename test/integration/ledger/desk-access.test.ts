import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { admitDesk, DECISION } from "../../helpers/governance.ts";
import { loaderOf } from "../../helpers/loader.ts";
import {
  confirmedReceivable,
  type Network,
  ROLE,
  sliceId,
  startDay,
  termsFor,
  todayOf,
} from "../../helpers/network.ts";
import { idOf } from "../../helpers/signConfirmation.ts";
import { FLAG, MARK, receivableWord, STATUS, sliceWord } from "../../helpers/words.ts";

const FACE = 10_000_000n;
const PART = 1_000_000n;
const FINANCE = 1;
const SETTLE = 2;
const HOLDING_ROLES = ROLE.OBLIGOR | ROLE.SUPPLIER | ROLE.BANK;
const MARKED = BigInt(STATUS.CONFIRMED) | MARK.REGISTRY;

/** The outsider's account is a desk with both powers, and the supplier has enabled it. */
async function ownDesk(net: Network) {
  await admitDesk(net, net.outsider.address, FINANCE | SETTLE);
  await net.ledger.connect(net.supplier).setDeskEnabled(net.outsider.address, true);
  const [payee] = net.suppliers;
  if (!payee) throw new Error("a payee expected");
  const receivable = await confirmedReceivable(net);
  const word = sliceWord({ holder: net.supplier.address, end: FACE });
  const desk = net.ledger.connect(net.outsider);
  return { ...receivable, word, desk, payee, today: await todayOf(net) };
}

describe("DeskAccess", () => {
  const load = loaderOf(ownDesk);

  describe("moveByDesk", () => {
    it("reverts for a caller that is no desk, or a desk without the power", async () => {
      const net = await load();
      const { ledger, supplier, bank, cautious, slice } = net;
      await expect(ledger.connect(supplier).moveByDesk(slice, 0, bank.address))
        .to.be.revertedWithCustomError(ledger, "Rulebook_DeskUnknown")
        .withArgs(supplier.address);
      await admitDesk(net, cautious.address, SETTLE);
      await expect(ledger.connect(cautious).moveByDesk(slice, 0, bank.address))
        .to.be.revertedWithCustomError(ledger, "Rulebook_DeskLacksPower")
        .withArgs(cautious.address, SETTLE, FINANCE);
    });

    it("reverts for a removed desk, at once", async () => {
      const { ledger, desk, outsider, bank, slice } = await load();
      await ledger.removeDesk(outsider.address, DECISION);
      await expect(desk.moveByDesk(slice, 0, bank.address))
        .to.be.revertedWithCustomError(ledger, "Rulebook_DeskLacksPower")
        .withArgs(outsider.address, 0, FINANCE);
    });

    it("reverts for a holder that has not enabled the desk, or no longer", async () => {
      const { ledger, desk, supplier, outsider, bank, slice } = await load();
      await ledger.connect(supplier).setDeskEnabled(outsider.address, false);
      await expect(desk.moveByDesk(slice, 0, bank.address))
        .to.be.revertedWithCustomError(ledger, "Slices_DeskNotEnabled")
        .withArgs(supplier.address, outsider.address);
    });

    it("reverts for a word that has changed since", async () => {
      const { ledger, desk, supplier, bank, slice, word } = await load();
      await ledger.connect(supplier).split(slice, [PART]);
      const now = sliceWord({ holder: supplier.address, end: FACE - PART });
      await expect(desk.moveByDesk(slice, word, bank.address))
        .to.be.revertedWithCustomError(ledger, "Slices_WordChanged")
        .withArgs(slice, word, now);
    });

    it("reverts for a receiver that is no bank in good standing", async () => {
      const { ledger, desk, bank, payee, slice, today } = await load();
      await ledger.suspend(bank.address);
      for (const to of [payee.address, bank.address, ZeroAddress]) {
        await expect(desk.moveByDesk(slice, 0, to))
          .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
          .withArgs(to, ROLE.BANK, await ledger.participantOf(to), today);
      }
    });

    it("reverts for a suspended seller", async () => {
      const { ledger, desk, supplier, bank, slice, today } = await load();
      await ledger.suspend(supplier.address);
      await expect(desk.moveByDesk(slice, 0, bank.address))
        .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
        .withArgs(supplier.address, HOLDING_ROLES, await ledger.participantOf(supplier.address), today);
    });

    it("reverts for an unknown slice, one that is offered, and to its own holder", async () => {
      const { ledger, desk, supplier, cautious, bank, slice, today } = await load();
      await expect(desk.moveByDesk(slice + 1n, 0, bank.address))
        .to.be.revertedWithCustomError(ledger, "Slices_Unknown")
        .withArgs(slice + 1n);
      await expect(desk.moveByDesk(slice, 0, supplier.address))
        .to.be.revertedWithCustomError(ledger, "Slices_ToSelf")
        .withArgs(slice, supplier.address);
      await ledger.connect(supplier).transfer(slice, cautious.address, (today + 2) * 86_400);
      await expect(desk.moveByDesk(slice, 0, bank.address))
        .to.be.revertedWithCustomError(ledger, "Slices_Busy")
        .withArgs(slice, FLAG.RESERVED);
    });

    it("reverts without the registry's entry where the policy asks for it", async () => {
      const net = await load();
      const { ledger, desk, supplier, obligor, bank } = net;
      const terms = await termsFor(net, { number: "unregistered" });
      const id = await idOf(net, terms);
      await ledger.connect(supplier).register(terms);
      await ledger.connect(obligor).confirm(supplier.address, terms, 1);
      await expect(desk.moveByDesk(sliceId(id, 0n), 0, bank.address))
        .to.be.revertedWithCustomError(ledger, "Slices_RegistryEntryMissing")
        .withArgs(id);
    });

    it("reverts on the due day", async () => {
      const net = await load();
      await startDay(net, Number(net.terms.dueDay));
      await expect(net.desk.moveByDesk(net.slice, 0, net.bank.address))
        .to.be.revertedWithCustomError(net.ledger, "Slices_DueDayReached")
        .withArgs(net.id, net.terms.dueDay, net.terms.dueDay);
    });

    it("moves the slice to a bank; that is no hop", async () => {
      const { ledger, desk, supplier, outsider, bank, slice, word } = await load();
      await expect(desk.moveByDesk(slice, word, bank.address))
        .to.emit(ledger, "SliceMovedByDesk")
        .withArgs(
          slice,
          outsider.address,
          supplier.address,
          sliceWord({ holder: bank.address, end: FACE, sequence: 1n }),
        );
      expect(await ledger.ownerOf(slice)).to.equal(bank.address);
    });
  });

  describe("redeem", () => {
    it("reverts for a caller that is no desk, or a desk without the power", async () => {
      const net = await load();
      const { ledger, supplier, cautious, id, slice } = net;
      await admitDesk(net, cautious.address, FINANCE);
      for (const act of [ledger.connect(supplier).redeem(id, [slice]), ledger.connect(supplier).bindSettlement(id)]) {
        await expect(act).to.be.revertedWithCustomError(ledger, "Rulebook_DeskUnknown").withArgs(supplier.address);
      }
      await expect(ledger.connect(cautious).redeem(id, [slice]))
        .to.be.revertedWithCustomError(ledger, "Rulebook_DeskLacksPower")
        .withArgs(cautious.address, FINANCE, SETTLE);
    });

    it("reverts before the due day", async () => {
      const { ledger, desk, id, slice, terms, today } = await load();
      await expect(desk.redeem(id, [slice]))
        .to.be.revertedWithCustomError(ledger, "Slices_NotYetDue")
        .withArgs(id, terms.dueDay, today);
    });

    it("reverts for a receivable that is not confirmed, or settled", async () => {
      const net = await load();
      const { ledger, desk, id, slice, terms } = net;
      const unknown = id ^ 1n;
      await startDay(net, Number(terms.dueDay));
      await expect(desk.redeem(unknown, []))
        .to.be.revertedWithCustomError(ledger, "Slices_NotLive")
        .withArgs(unknown, 0);
      await desk.redeem(id, [slice]);
      const settled = receivableWord(terms, BigInt(STATUS.SETTLED) | MARK.REGISTRY);
      await expect(desk.redeem(id, [])).to.be.revertedWithCustomError(ledger, "Slices_NotLive").withArgs(id, settled);
    });

    it("reverts for a slice of another receivable, an unknown one, and the same one twice", async () => {
      const net = await load();
      const { ledger, desk, supplier, id, slice, terms } = net;
      const other = await confirmedReceivable(net, { number: "INV-2" });
      await ledger.connect(supplier).split(slice, [PART]);
      await startDay(net, Number(terms.dueDay));
      await expect(desk.redeem(id, [other.slice]))
        .to.be.revertedWithCustomError(ledger, "Slices_OtherReceivable")
        .withArgs(other.slice, id);
      await expect(desk.redeem(id, [slice + 7n]))
        .to.be.revertedWithCustomError(ledger, "Slices_Unknown")
        .withArgs(slice + 7n);
      await expect(desk.redeem(id, [slice, slice]))
        .to.be.revertedWithCustomError(ledger, "Slices_Unknown")
        .withArgs(slice);
    });

    it("keeps the receivable with the desk that began", async () => {
      const net = await load();
      const { ledger, desk, supplier, outsider, cautious, id, slice, terms } = net;
      await ledger.connect(supplier).split(slice, [PART]);
      await admitDesk(net, cautious.address, SETTLE);
      await startDay(net, Number(terms.dueDay));
      await desk.redeem(id, [slice]);
      const second = ledger.connect(cautious);
      for (const act of [second.redeem(id, [sliceId(id, FACE - PART)]), second.bindSettlement(id)]) {
        await expect(act).to.be.revertedWithCustomError(ledger, "Slices_OtherDesk").withArgs(id, outsider.address);
      }
    });

    it("burns some, then the rest, which settles the receivable", async () => {
      const net = await load();
      const { ledger, desk, supplier, outsider, id, slice, terms } = net;
      await ledger.connect(supplier).split(slice, [PART]);
      await startDay(net, Number(terms.dueDay));
      await expect(desk.redeem(id, [slice]))
        .to.emit(ledger, "SlicesRedeemed")
        .withArgs(
          id,
          outsider.address,
          FACE - PART,
          FACE - PART,
          FACE - PART,
          receivableWord(terms, MARKED | MARK.PAID_INTO),
        )
        .and.to.emit(ledger, "Transfer")
        .withArgs(supplier.address, ZeroAddress, slice);
      const settled = receivableWord(terms, BigInt(STATUS.SETTLED) | MARK.REGISTRY | MARK.PAID_INTO);
      await expect(desk.redeem(id, [sliceId(id, FACE - PART)]))
        .to.emit(ledger, "SlicesRedeemed")
        .withArgs(id, outsider.address, PART, PART, FACE, settled);
      expect(await ledger.receivableWordOf(id)).to.equal(settled);
      expect(await ledger.balanceOf(supplier.address)).to.equal(0);
    });

    it("lets a settled invoice in never again", async () => {
      const net = await load();
      const { ledger, desk, supplier, id, slice, terms } = net;
      await startDay(net, Number(terms.dueDay));
      await desk.redeem(id, [slice]);
      await expect(ledger.connect(supplier).register({ ...terms, dueDay: Number(terms.dueDay) + 30 }))
        .to.be.revertedWithCustomError(ledger, "Receivables_StatusIs")
        .withArgs(id, STATUS.SETTLED);
    });
  });

  describe("bindSettlement", () => {
    it("marks the receivable and keeps every other desk away", async () => {
      const net = await load();
      const { ledger, desk, settlementDesk, obligor, outsider, id, slice, terms } = net;
      await startDay(net, Number(terms.dueDay));
      await expect(desk.bindSettlement(id))
        .to.emit(ledger, "SettlementBound")
        .withArgs(id, outsider.address, receivableWord(terms, MARKED | MARK.PAID_INTO));
      await expect(settlementDesk.connect(obligor).pay(id, [slice]))
        .to.be.revertedWithCustomError(ledger, "Slices_OtherDesk")
        .withArgs(id, outsider.address);
      await desk.redeem(id, [slice]);
    });
  });
});
