import { expect } from "chai";
import { encodeBytes32String, ZeroAddress, ZeroHash } from "ethers";
import { Authority__factory } from "../../../types/contracts/index.js";
import { authorityOf, DECISION, GOVERNANCE_DELAY } from "../../helpers/governance.ts";
import { loaderOf } from "../../helpers/loader.ts";
import { type Network, termsFor, todayOf } from "../../helpers/network.ts";
import { NEXT_POLICY } from "../../helpers/policy.ts";

const FINANCE = 1;

/** The four changes of the rulebook, each with a decision of its own. */
async function changes({ ledger, cny, discountDesk, outsider }: Network) {
  const code = encodeBytes32String("USD").slice(0, 8);
  const token = await cny.getAddress();
  const currency = { token, tokenDecimals: 0, minorDigits: 2, dayCount: 0, dayBase: 360, code };
  const desk = await discountDesk.getAddress();
  const encode = ledger.interface;
  return {
    calls: (decision: string) => [
      encode.encodeFunctionData("addPolicy", [NEXT_POLICY, decision]),
      encode.encodeFunctionData("addCurrency", [currency, decision]),
      encode.encodeFunctionData("admitDesk", [outsider.address, FINANCE, decision]),
      encode.encodeFunctionData("removeDesk", [desk, decision]),
    ],
  };
}

describe("Rulebook: who and why", () => {
  const load = loaderOf(changes);

  /** Announced where it must be, and due. */
  async function announce(net: Network, calls: string[]) {
    const authority = await authorityOf(net);
    for (const data of calls.slice(0, -1)) await authority.schedule(net.ledger, data, 0);
    await net.networkHelpers.time.increase(GOVERNANCE_DELAY);
  }

  it("refuses each change that names no decision", async () => {
    const net = await load();
    const { ledger, operator, calls } = net;
    await announce(net, calls(ZeroHash));
    for (const data of calls(ZeroHash))
      await expect(operator.sendTransaction({ to: ledger, data }))
        .to.be.revertedWithCustomError(ledger, "Rulebook_DecisionMissing")
        .withArgs();
  });

  it("refuses each change that comes through the manager, so that nobody would be named", async () => {
    const net = await load();
    const { ledger, calls } = net;
    const authority = await authorityOf(net);
    await announce(net, calls(DECISION));
    for (const data of calls(DECISION))
      await expect(authority.execute(ledger, data))
        .to.be.revertedWithCustomError(ledger, "Rulebook_CallerUnknown")
        .withArgs(await authority.getAddress());
  });

  it("takes each change from who announced it, with its decision", async () => {
    const net = await load();
    const { ledger, operator, calls } = net;
    await announce(net, calls(DECISION));
    for (const [i, name] of ["PolicyAdded", "CurrencyAdded", "DeskAdmitted", "DeskRemoved"].entries()) {
      const data = calls(DECISION)[i] ?? "";
      const receipt = await (await operator.sendTransaction({ to: ledger, data })).wait();
      const events = (receipt?.logs ?? []).map((log) => ledger.interface.parseLog(log));
      const event = events.find((each) => each?.name === name);
      expect(event?.args.by, name).to.equal(operator.address);
      expect(event?.args.decision, name).to.equal(DECISION);
    }
  });

  it("refuses a desk without an address, without a power, or with one that does not exist", async () => {
    const net = await load();
    const { ledger, operator, outsider } = net;
    const authority = Authority__factory.connect(await ledger.authority(), operator);
    const invalid = [
      [ZeroAddress, FINANCE],
      [outsider.address, 0],
      [outsider.address, 32],
      [outsider.address, 255],
    ] as const;
    for (const [desk, powers] of invalid) {
      const data = ledger.interface.encodeFunctionData("admitDesk", [desk, powers, DECISION]);
      await authority.schedule(ledger, data, 0);
      await net.networkHelpers.time.increase(GOVERNANCE_DELAY);
      await expect(operator.sendTransaction({ to: ledger, data }))
        .to.be.revertedWithCustomError(ledger, "Rulebook_DeskInvalid")
        .withArgs(desk, powers);
    }
  });

  it("registers by the version in force while others are announced", async () => {
    const net = await load();
    const { ledger, operator, supplier } = net;
    const authority = await authorityOf(net);
    const effectiveFrom = (await net.networkHelpers.time.latest()) + 3 * GOVERNANCE_DELAY;
    for (const [i, tenorHardDays] of [60, 61].entries()) {
      const added = { ...NEXT_POLICY, tenorHardDays, effectiveFrom: effectiveFrom + i };
      const data = ledger.interface.encodeFunctionData("addPolicy", [added, DECISION]);
      await authority.schedule(ledger, data, 0);
      await net.networkHelpers.time.increase(GOVERNANCE_DELAY);
      await operator.sendTransaction({ to: ledger, data });
    }
    const today = await todayOf(net);
    const terms = await termsFor(net, { dueDay: today + 90 });
    await ledger.connect(supplier).register(terms);
    await net.networkHelpers.time.increaseTo(effectiveFrom + 1);
    const later = await termsFor(net, { number: "later", dueDay: (await todayOf(net)) + 90 });
    const now = await todayOf(net);
    await expect(ledger.connect(supplier).register(later))
      .to.be.revertedWithCustomError(ledger, "Receivables_TenorOutOfRange")
      .withArgs(later.dueDay, now, 61);
  });

  it("takes the zones at both ends of the world", async () => {
    const net = await load();
    const { ledger, operator } = net;
    const authority = await authorityOf(net);
    for (const utcOffsetHours of [-12, 14]) {
      const data = ledger.interface.encodeFunctionData("addPolicy", [{ ...NEXT_POLICY, utcOffsetHours }, DECISION]);
      await authority.schedule(ledger, data, 0);
      await net.networkHelpers.time.increase(GOVERNANCE_DELAY);
      await operator.sendTransaction({ to: ledger, data });
      expect((await ledger.policyOf(await ledger.latestPolicy())).utcOffsetHours).to.equal(utcOffsetHours);
    }
  });
});
