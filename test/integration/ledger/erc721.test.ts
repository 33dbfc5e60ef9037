import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { ContractWallet__factory, Ledger__factory } from "../../../types/contracts/index.js";
import { loaderOf } from "../../helpers/loader.ts";
import {
  confirmedReceivable,
  identityOf,
  type Network,
  ROLE,
  sliceId,
  startDay,
  todayOf,
} from "../../helpers/network.ts";
import { FLAG, sliceWord } from "../../helpers/words.ts";

const FACE = 10_000_000n;
const HOLDING_ROLES = ROLE.OBLIGOR | ROLE.SUPPLIER | ROLE.BANK;
const ERC721_INTERFACE = "0x80ac58cd";

async function oneToken(net: Network) {
  const [payee, payee2] = net.suppliers;
  if (!payee || !payee2) throw new Error("two payees expected");
  return { ...(await confirmedReceivable(net)), payee, payee2, today: await todayOf(net) };
}

describe("Slices as ERC-721", () => {
  const load = loaderOf(oneToken);

  describe("transferFrom", () => {
    it("reverts to a payee without standing consent", async () => {
      const { ledger, supplier, cautious, slice } = await load();
      await expect(ledger.connect(supplier).transferFrom(supplier.address, cautious.address, slice))
        .to.be.revertedWithCustomError(ledger, "Slices_NeedsAcceptance")
        .withArgs(cautious.address);
    });

    it("reverts to an account that is not admitted, and to oneself", async () => {
      const { ledger, supplier, outsider, slice, today } = await load();
      await expect(ledger.connect(supplier).transferFrom(supplier.address, outsider.address, slice))
        .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
        .withArgs(outsider.address, HOLDING_ROLES, 0, today);
      await expect(ledger.connect(supplier).transferFrom(supplier.address, supplier.address, slice))
        .to.be.revertedWithCustomError(ledger, "Slices_ToSelf")
        .withArgs(slice, supplier.address);
    });

    it("reverts without approval, and with another's name as the holder", async () => {
      const { ledger, supplier, outsider, payee, slice } = await load();
      await expect(ledger.connect(outsider).transferFrom(supplier.address, payee.address, slice))
        .to.be.revertedWithCustomError(ledger, "Slices_NotHolder")
        .withArgs(slice, outsider.address, supplier.address);
      await expect(ledger.connect(supplier).transferFrom(payee.address, payee.address, slice))
        .to.be.revertedWithCustomError(ledger, "Slices_NotHolder")
        .withArgs(slice, supplier.address, supplier.address);
    });

    it("reverts for a slice that is offered, whose holder is suspended, or that is due", async () => {
      const net = await load();
      const { ledger, supplier, cautious, payee, id, slice, today, terms } = net;
      const send = () => ledger.connect(supplier).transferFrom(supplier.address, payee.address, slice);
      await ledger.suspend(supplier.address);
      await expect(send())
        .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
        .withArgs(supplier.address, HOLDING_ROLES, await ledger.participantOf(supplier.address), today);
      await ledger.restore(supplier.address);
      const until = (today + 2) * 86_400;
      await ledger.connect(supplier).transfer(slice, cautious.address, until);
      await expect(send()).to.be.revertedWithCustomError(ledger, "Slices_Busy").withArgs(slice, FLAG.RESERVED);
      await ledger.connect(supplier).endOffer(slice);
      await startDay(net, Number(terms.dueDay));
      await expect(send())
        .to.be.revertedWithCustomError(ledger, "Slices_DueDayReached")
        .withArgs(id, terms.dueDay, terms.dueDay);
    });

    it("reverts after the policy's ten hops", async () => {
      const { ledger, supplier, suppliers, slice } = await load();
      let holder = supplier;
      for (const next of suppliers.slice(0, 10)) {
        await ledger.connect(holder).transferFrom(holder.address, next.address, slice);
        holder = next;
      }
      await expect(ledger.connect(holder).transferFrom(holder.address, supplier.address, slice))
        .to.be.revertedWithCustomError(ledger, "Slices_TooManyHops")
        .withArgs(slice, 10, 10);
    });

    it("is a payment like any other: one hop", async () => {
      const { ledger, supplier, payee, slice } = await load();
      const word = sliceWord({ holder: payee.address, end: FACE, hops: 1n, sequence: 1n });
      await expect(ledger.connect(supplier).transferFrom(supplier.address, payee.address, slice))
        .to.emit(ledger, "SliceTransferred")
        .withArgs(slice, supplier.address, word);
    });
  });

  describe("approvals", () => {
    it("let the approved account move one slice, once", async () => {
      const { ledger, supplier, outsider, payee, payee2, slice } = await load();
      await ledger.connect(supplier).approve(outsider.address, slice);
      await ledger.connect(outsider).transferFrom(supplier.address, payee.address, slice);
      expect(await ledger.getApproved(slice)).to.equal(`0x${"00".repeat(20)}`);
      await expect(ledger.connect(outsider).transferFrom(payee.address, payee2.address, slice))
        .to.be.revertedWithCustomError(ledger, "Slices_NotHolder")
        .withArgs(slice, outsider.address, payee.address);
    });

    it("let an operator move all of a holder's slices until it is taken back", async () => {
      const { ledger, supplier, outsider, payee, id, slice } = await load();
      await ledger.connect(supplier).split(slice, [20_000n]);
      await ledger.connect(supplier).setApprovalForAll(outsider.address, true);
      await ledger.connect(outsider).transferFrom(supplier.address, payee.address, sliceId(id, FACE - 20_000n));
      await ledger.connect(supplier).setApprovalForAll(outsider.address, false);
      await expect(ledger.connect(outsider).transferFrom(supplier.address, payee.address, slice))
        .to.be.revertedWithCustomError(ledger, "Slices_NotHolder")
        .withArgs(slice, outsider.address, supplier.address);
    });

    it("do not let anybody split, offer or merge in the holder's name", async () => {
      const { ledger, supplier, outsider, payee, slice } = await load();
      await ledger.connect(supplier).setApprovalForAll(outsider.address, true);
      const approved = ledger.connect(outsider);
      const calls = [
        approved.split(slice, [20_000n]),
        approved.transfer(slice, payee.address, 0),
        approved.splitAndTransfer(slice, [{ to: payee.address, amount: 20_000n }], 0),
        approved.merge(slice, slice),
      ];
      for (const call of calls) {
        await expect(call)
          .to.be.revertedWithCustomError(ledger, "Slices_NotHolder")
          .withArgs(slice, outsider.address, supplier.address);
      }
    });

    it("do not outlive a merge", async () => {
      const { ledger, supplier, outsider, id, slice } = await load();
      await ledger.connect(supplier).split(slice, [20_000n]);
      const part = sliceId(id, FACE - 20_000n);
      await ledger.connect(supplier).approve(outsider.address, part);
      await ledger.connect(supplier).merge(slice, part);
      await ledger.connect(supplier).split(slice, [20_000n]);
      expect(await ledger.getApproved(part)).to.equal(`0x${"00".repeat(20)}`);
    });

    it("do not grow with a merge: who may move the left part may not move both", async () => {
      const { ledger, supplier, outsider, payee, id, slice } = await load();
      const by = ledger.connect(supplier);
      const merge = () => by.merge(slice, sliceId(id, 20_000n));
      await by.split(slice, [FACE - 20_000n]);
      await by.approve(outsider.address, slice);
      await expect(merge()).to.emit(ledger, "Approval").withArgs(supplier.address, ZeroAddress, slice);
      await expect(ledger.connect(outsider).transferFrom(supplier.address, payee.address, slice))
        .to.be.revertedWithCustomError(ledger, "Slices_NotHolder")
        .withArgs(slice, outsider.address, supplier.address);
      await by.split(slice, [FACE - 20_000n]);
      await expect(merge()).not.to.emit(ledger, "Approval");
    });
  });

  describe("safeTransferFrom", () => {
    const plain = "safeTransferFrom(address,address,uint256)";
    const withData = "safeTransferFrom(address,address,uint256,bytes)";

    it("obeys the same rules", async () => {
      const { ledger, supplier, cautious, slice } = await load();
      const send = ledger.connect(supplier);
      for (const call of [
        send[plain](supplier.address, cautious.address, slice),
        send[withData](supplier.address, cautious.address, slice, "0x01"),
      ]) {
        await expect(call).to.be.revertedWithCustomError(ledger, "Slices_NeedsAcceptance").withArgs(cautious.address);
      }
    });

    it("reverts to a contract that takes no tokens, though plain transfer reaches it", async () => {
      const { ledger, operator, supplier, outsider, slice } = await load();
      const wallet = await new ContractWallet__factory(operator).deploy(outsider.address);
      const to = await wallet.getAddress();
      await ledger.admit(to, identityOf("a contract"), ROLE.SUPPLIER, 40_000);
      await wallet.act(ledger, ledger.interface.encodeFunctionData("setStandingConsent", [true]));
      await expect(ledger.connect(supplier)[plain](supplier.address, to, slice)).to.be.revertedWithCustomError(
        Ledger__factory.connect(await ledger.getAddress(), supplier),
        "TransferToNonERC721ReceiverImplementer",
      );
      await ledger.connect(supplier).transferFrom(supplier.address, to, slice);
      expect(await ledger.ownerOf(slice)).to.equal(to);
    });

    it("moves the slice", async () => {
      const { ledger, supplier, payee, payee2, slice } = await load();
      await ledger.connect(supplier)[plain](supplier.address, payee.address, slice);
      await ledger.connect(payee)[withData](payee.address, payee2.address, slice, "0x01");
      expect(await ledger.ownerOf(slice)).to.equal(payee2.address);
    });
  });

  describe("ether", () => {
    it("is refused by every function that ERC-721 declares payable, and by the contract itself", async () => {
      const { ledger, supplier, payee, slice } = await load();
      const by = Ledger__factory.connect(await ledger.getAddress(), supplier);
      const value = 1n;
      const calls = [
        by.transferFrom(supplier.address, payee.address, slice, { value }),
        by["safeTransferFrom(address,address,uint256)"](supplier.address, payee.address, slice, { value }),
        by["safeTransferFrom(address,address,uint256,bytes)"](supplier.address, payee.address, slice, "0x", { value }),
        by.approve(payee.address, slice, { value }),
      ];
      for (const call of calls) {
        await expect(call).to.be.revertedWithCustomError(ledger, "Slices_NoEther").withArgs(value);
      }
      const to = await ledger.getAddress();
      await expect(supplier.sendTransaction({ to, value })).to.be.revertedWithoutReason((await load()).ethers);
    });
  });

  describe("metadata", () => {
    it("names the register", async () => {
      const { ledger, slice } = await load();
      expect(await ledger.name()).to.equal("Tallystick receivable slices");
      expect(await ledger.symbol()).to.equal("TALLY");
      expect(await ledger.supportsInterface(ERC721_INTERFACE)).to.equal(true);
      await expect(ledger.tokenURI(slice + 1n))
        .to.be.revertedWithCustomError(ledger, "Slices_Unknown")
        .withArgs(slice + 1n);
    });
  });
});
