import { expect } from "chai";
import { CNY, exposureBook, FACE, KIND, LIMIT } from "../../helpers/exposureBook.ts";
import { DECISION } from "../../helpers/governance.ts";
import { loaderOf } from "../../helpers/loader.ts";
import { identityOf, ROLE, sliceId, todayOf } from "../../helpers/network.ts";

const EUR = 2;

describe("ExposureBook", () => {
  const load = loaderOf(exposureBook);

  describe("setLimit", () => {
    it("reverts for everybody but a bank in good standing", async () => {
      const net = await load();
      const { ledger, book, supplier, bank, operator, who } = net;
      await ledger.suspend(bank.address);
      for (const caller of [supplier, operator, bank]) {
        await expect(book.connect(caller).setLimit(KIND.OBLIGOR, who.obligor, CNY, 1))
          .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
          .withArgs(caller.address, ROLE.BANK, await ledger.participantOf(caller.address), await todayOf(net));
      }
    });

    it("reverts for an organisation that is not admitted and for an unknown currency", async () => {
      const { ledger, book, bank, who } = await load();
      const nobody = identityOf("nobody");
      await expect(book.connect(bank).setLimit(KIND.SELLER, nobody, CNY, 1))
        .to.be.revertedWithCustomError(ledger, "Obligors_UnknownIdentity")
        .withArgs(nobody);
      await expect(book.connect(bank).setLimit(KIND.SELLER, who.supplier, 3, 1))
        .to.be.revertedWithCustomError(ledger, "Rulebook_CurrencyUnknown")
        .withArgs(3);
    });

    it("sets one bank's limit for one counterparty of one kind in one currency", async () => {
      const { book, bank, who } = await load();
      await expect(book.connect(bank).setLimit(KIND.SELLER, who.supplier, EUR, 7n))
        .to.emit(book, "ExposureLimitSet")
        .withArgs(who.bank, who.supplier, EUR, KIND.SELLER, bank.address, 7n);
      expect(await book.exposureOf(who.bank, KIND.SELLER, who.supplier, EUR)).to.deep.equal([7n, 0n]);
      expect(await book.exposureOf(who.bank, KIND.OBLIGOR, who.supplier, EUR)).to.deep.equal([0n, 0n]);
      expect(await book.exposureOf(who.bank, KIND.SELLER, who.supplier, CNY)).to.deep.equal([LIMIT, 0n]);
      expect(await book.exposureOf(who.otherBank, KIND.SELLER, who.supplier, EUR)).to.deep.equal([0n, 0n]);
    });

    it("may be less than what is used: what is funded stays, and nothing more is", async () => {
      const net = await load();
      const { ledger, book, desk, bank, supplier, slice, at, who, used } = net;
      await ledger.connect(supplier).split(slice, [20_000n]);
      await desk.buy(slice, bank.address);
      await book.connect(bank).setLimit(KIND.OBLIGOR, who.obligor, CNY, 5n);
      await expect(desk.buy(at(FACE - 20_000n), bank.address))
        .to.be.revertedWithCustomError(book, "Exposure_LimitExceeded")
        .withArgs(who.bank, KIND.OBLIGOR, who.obligor, CNY, FACE - 20_000n, 20_000n, 5n);
      expect(await used()).to.deep.equal([FACE - 20_000n, FACE - 20_000n]);
    });
  });

  describe("record", () => {
    it("reverts for everybody but a desk that finances or lends", async () => {
      const { ledger, book, settlementDesk, bank, outsider, slice, obligor, supplier, ethers } = await load();
      const settling = await settlementDesk.getAddress();
      await ethers.provider.send("hardhat_impersonateAccount", [settling]);
      await ethers.provider.send("hardhat_setBalance", [settling, "0xde0b6b3a7640000"]);
      const callers: [typeof bank, number][] = [
        [outsider, 0],
        [bank, 0],
        [await ethers.getSigner(settling), 2],
      ];
      for (const [caller, powers] of callers) {
        await expect(book.connect(caller).record(bank.address, slice, FACE, obligor.address, supplier.address, CNY))
          .to.be.revertedWithCustomError(ledger, "Rulebook_DeskLacksPower")
          .withArgs(caller.address, powers, 9);
      }
    });

    it("reverts for a desk that was removed", async () => {
      const { ledger, desk, bank, slice, obligor, supplier } = await load();
      await ledger.removeDesk(desk, DECISION);
      await expect(desk.record(bank.address, slice, FACE, obligor.address, supplier.address, CNY))
        .to.be.revertedWithCustomError(ledger, "Rulebook_DeskLacksPower")
        .withArgs(await desk.getAddress(), 0, 9);
    });

    it("reverts where no limit is set, for either counterparty", async () => {
      const { book, desk, bank, slice, who } = await load();
      await book.connect(bank).setLimit(KIND.SELLER, who.supplier, CNY, 0);
      await expect(desk.buy(slice, bank.address))
        .to.be.revertedWithCustomError(book, "Exposure_NoLimit")
        .withArgs(who.bank, KIND.SELLER, who.supplier, CNY);
      await book.connect(bank).setLimit(KIND.OBLIGOR, who.obligor, CNY, 0);
      await expect(desk.buy(slice, bank.address))
        .to.be.revertedWithCustomError(book, "Exposure_NoLimit")
        .withArgs(who.bank, KIND.OBLIGOR, who.obligor, CNY);
    });

    it("reverts a cent above a limit, and moves nothing; takes what exactly fills it", async () => {
      const { ledger, book, desk, bank, supplier, slice, who, used } = await load();
      await book.connect(bank).setLimit(KIND.SELLER, who.supplier, CNY, FACE - 1n);
      await expect(desk.buy(slice, bank.address))
        .to.be.revertedWithCustomError(book, "Exposure_LimitExceeded")
        .withArgs(who.bank, KIND.SELLER, who.supplier, CNY, 0, FACE, FACE - 1n);
      expect(await ledger.ownerOf(slice)).to.equal(supplier.address);
      expect(await used()).to.deep.equal([0n, 0n]);
      await book.connect(bank).setLimit(KIND.SELLER, who.supplier, CNY, FACE);
      await desk.buy(slice, bank.address);
      expect(await used()).to.deep.equal([FACE, FACE]);
    });

    it("reverts for cents that are none: crafted ids, empty and backward ranges, beyond the face, unconfirmed", async () => {
      const { book, desk, bank, obligor, supplier, id, slice, at } = await load();
      const ranges: [bigint, bigint][] = [
        [slice | (1n << 48n), FACE],
        [slice | (1n << 63n), FACE],
        [at(5n), 5n],
        [at(6n), 5n],
        [slice, FACE + 1n],
        [sliceId(id ^ 1n, 0n), FACE],
      ];
      for (const [from, end] of ranges) {
        await expect(desk.record(bank.address, from, end, obligor.address, supplier.address, CNY))
          .to.be.revertedWithCustomError(book, "Exposure_InvalidRange")
          .withArgs(from, end);
      }
    });

    it("reverts for another obligor or another currency than the receivable's", async () => {
      const { book, desk, bank, obligor, supplier, slice, who } = await load();
      await expect(desk.record(bank.address, slice, FACE, supplier.address, supplier.address, CNY))
        .to.be.revertedWithCustomError(book, "Exposure_OtherTerms")
        .withArgs(slice, who.obligor, CNY);
      await expect(desk.record(bank.address, slice, FACE, obligor.address, supplier.address, EUR))
        .to.be.revertedWithCustomError(book, "Exposure_OtherTerms")
        .withArgs(slice, who.obligor, CNY);
    });

    it("counts the face for obligor and seller, of one bank alone, and keeps the entry", async () => {
      const { ledger, book, desk, lender, bank, slice, at, who, used, entries } = await load();
      await expect(desk.buyTail(slice, 4_000_000n, bank.address))
        .to.emit(book, "ExposureRecorded")
        .withArgs(
          at(6_000_000n),
          who.bank,
          await desk.getAddress(),
          FACE,
          who.obligor,
          who.supplier,
          4_000_000n,
          4_000_000n,
        );
      await lender.lend(slice, bank.address);
      expect(await used()).to.deep.equal([FACE, FACE]);
      expect(await used(who.otherBank)).to.deep.equal([0n, 0n]);
      expect(await entries()).to.deep.equal([
        [0n, 6_000_000n],
        [6_000_000n, FACE],
      ]);
      const { index } = await ledger.deskOf(lender);
      expect(await book.entryOf(who.bank, at(0n), 1n)).to.deep.equal([slice, [who.supplier, 6_000_000n, index]]);
      expect(await book.entryOf(who.bank, at(6_000_000n), FACE)).to.deep.equal([
        at(6_000_000n),
        [who.supplier, FACE, 0n],
      ]);
    });

    it("refuses cents of which the bank has an entry, wherever that begins, and takes what lies beside it", async () => {
      const { book, desk, bank, otherBank, obligor, supplier, at, who, entries } = await load();
      const record = (from: bigint, to: bigint, by = bank) =>
        desk.record(by.address, at(from), to, obligor.address, supplier.address, CNY);
      await record(300n, 600n);
      const overlapping: [bigint, bigint][] = [
        [300n, 600n],
        [300n, 301n],
        [400n, 500n],
        [599n, 700n],
        [200n, 301n],
        [0n, FACE],
      ];
      for (const [from, to] of overlapping) {
        await expect(record(from, to))
          .to.be.revertedWithCustomError(book, "Exposure_ReleaseFirst")
          .withArgs(who.bank, at(300n), 600n);
      }
      await record(200n, 300n);
      await record(600n, 700n);
      expect(await entries()).to.deep.equal([
        [200n, 300n],
        [300n, 600n],
        [600n, 700n],
      ]);
      await record(0n, FACE, otherBank);
    });
  });
});
