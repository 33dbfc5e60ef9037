import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { expect } from "chai";
import { encodeBytes32String, Interface } from "ethers";
import {
  FalseReturningToken__factory,
  FeeToken__factory,
  type ITokenProbe,
  ITokenProbe__factory,
  PausableToken__factory,
  RebasingToken__factory,
  ReenteringToken__factory,
  SilentToken__factory,
  type TestToken,
  TestToken__factory,
  Till__factory,
  TokenProbe__factory,
} from "../../types/contracts/index.js";
import { authorityOf, DECISION, GOVERNANCE_DELAY, govern } from "../helpers/governance.ts";
import { loaderOf, nextSecond } from "../helpers/loader.ts";
import { confirmedReceivable, type Network, startDay } from "../helpers/network.ts";
import { tryToken } from "../helpers/tryToken.ts";

const DAY = 86_400;
const WHOLE = 1_000_000n;
/** Least for a token of 2 decimals. */
const LEAST = 20_000n;

type Money = Pick<TestToken, "mint" | "approve" | "connect" | "getAddress">;

/** A probe that waits as in production; the outsider tries tokens, which needs no admission. */
async function patientProbe({ operator, outsider }: Network) {
  const deployed = await new TokenProbe__factory(operator).deploy(DAY);
  const probe = ITokenProbe__factory.connect(await deployed.getAddress(), outsider);
  return { probe };
}

/** Gives an account units and lets the probe draw them. @returns the token's address. */
async function equip(token: Money, who: HardhatEthersSigner, probe: ITokenProbe): Promise<string> {
  await token.mint(who.address, WHOLE);
  await token.connect(who).approve(probe, WHOLE);
  return token.getAddress();
}

const plain = (by: HardhatEthersSigner) => new TestToken__factory(by).deploy("Plain", "PLN", 6);

describe("TokenProbe", () => {
  const load = loaderOf(patientProbe);

  /** A token on trial with a whole unit of the outsider's; after `wait` seconds. */
  async function onTrial<T extends Money>(make: (operator: HardhatEthersSigner) => Promise<T>, wait = DAY) {
    const net = await load();
    const token = await make(net.operator);
    const at = await equip(token, net.outsider, net.probe);
    await net.probe.begin(at, WHOLE);
    await net.networkHelpers.time.increase(wait);
    const { till } = await net.probe.trialOf(at, net.outsider);
    return { ...net, token, at, till };
  }

  describe("begin", () => {
    it("reverts for what is no token", async () => {
      const { probe, discountDesk, supplier } = await load();
      for (const at of [await discountDesk.getAddress(), supplier.address]) {
        await expect(probe.begin(at, WHOLE))
          .to.be.revertedWithCustomError(probe, "Probe_DecimalsUnreadable")
          .withArgs(at);
      }
    });

    it("reverts for decimals that no amount has room for", async () => {
      const { probe, operator } = await load();
      const fine = await new TestToken__factory(operator).deploy("Fine", "F", 78);
      await expect(probe.begin(fine, WHOLE))
        .to.be.revertedWithCustomError(probe, "Probe_DecimalsTooMany")
        .withArgs(await fine.getAddress(), 78);
    });

    it("reverts for less than one whole token, and for so little that a fee could hide in rounding", async () => {
      const { probe, operator } = await load();
      for (const [decimals, least] of [
        [0, LEAST],
        [2, LEAST],
        [6, 10n ** 6n],
        [18, 10n ** 18n],
      ] as const) {
        const token = await new TestToken__factory(operator).deploy("Some", "S", decimals);
        expect(await probe.leastAmount(token)).to.equal(least);
        await expect(probe.begin(token, least - 1n))
          .to.be.revertedWithCustomError(probe, "Probe_AmountTooSmall")
          .withArgs(await token.getAddress(), least - 1n, least);
      }
    });

    it("reverts with the token's own reason when the caller lets it draw nothing", async () => {
      const { probe, cny, outsider } = await load();
      await cny.mint(outsider.address, WHOLE);
      await expect(probe.begin(cny, WHOLE))
        .to.be.revertedWithCustomError(cny, "ERC20InsufficientAllowance")
        .withArgs(await probe.getAddress(), 0, WHOLE);
    });

    it("reverts for a token that returns false", async () => {
      const { probe, operator, outsider } = await load();
      const token = await new FalseReturningToken__factory(operator).deploy();
      const at = await equip(token, outsider, probe);
      await token.setRefuses(true);
      await expect(probe.begin(at, WHOLE))
        .to.be.revertedWithCustomError(TokenProbe__factory.connect(at, operator), "SafeERC20FailedOperation")
        .withArgs(at);
    });

    it("reverts for a fee, from what arrives or on top, down to a hundredth of a percent of the least amount", async () => {
      const { probe, operator, outsider } = await load();
      const token = await new FeeToken__factory(operator).deploy();
      const at = await equip(token, outsider, probe);
      await token.setFee(1, false);
      await expect(probe.begin(at, LEAST))
        .to.be.revertedWithCustomError(probe, "Probe_FeeTaken")
        .withArgs(at, LEAST, LEAST - 2n);
      await token.setFee(1, true);
      await expect(probe.begin(at, LEAST))
        .to.be.revertedWithCustomError(probe, "Probe_FeeOnTop")
        .withArgs(at, LEAST, LEAST + 2n);
    });

    it("draws the amount, and reverts while the caller's own trial of that token is under way", async () => {
      const net = await load();
      const { ethers, probe, cny, outsider } = net;
      const at = await equip(cny, outsider, probe);
      const now = await nextSecond(net);
      const begun = probe.begin(at, LEAST);
      await expect(begun).to.emit(probe, "ProbeBegun");
      const trial = await probe.trialOf(at, outsider);
      expect([trial.begunAt, trial.held]).to.deep.equal([BigInt(now), LEAST]);
      await expect(begun).to.changeTokenBalances(ethers, cny, [outsider, trial.till], [-LEAST, LEAST]);
      await expect(probe.begin(at, LEAST))
        .to.be.revertedWithCustomError(probe, "Probe_TrialUnderWay")
        .withArgs(at, outsider.address, now);
      expect(await probe.passedAt(at)).to.equal(0);
    });
  });

  describe("finish", () => {
    it("reverts for who has not begun", async () => {
      const { probe, supplier, at } = await onTrial(plain);
      await expect(probe.connect(supplier).finish(at))
        .to.be.revertedWithCustomError(probe, "Probe_NoTrial")
        .withArgs(at, supplier.address);
    });

    it("reverts a second too early", async () => {
      const net = await onTrial(plain, DAY / 2);
      const { probe, at, outsider } = net;
      const earliest = Number((await probe.trialOf(at, outsider)).begunAt) + DAY;
      await net.networkHelpers.time.setNextBlockTimestamp(earliest - 1);
      await expect(probe.finish(at))
        .to.be.revertedWithCustomError(probe, "Probe_TooEarly")
        .withArgs(at, earliest, earliest - 1);
      await net.networkHelpers.time.setNextBlockTimestamp(earliest);
      await expect(probe.finish(at)).to.emit(probe, "ProbePassed").withArgs(at, outsider.address, WHOLE);
    });

    it("reverts when the units have become more or fewer while they lay", async () => {
      const { probe, token, at } = await onTrial((by) => new RebasingToken__factory(by).deploy());
      for (const [index, found] of [
        [10_001, 1_000_100n],
        [9_999, 999_900n],
      ] as const) {
        await token.rebase(index);
        await expect(probe.finish(at))
          .to.be.revertedWithCustomError(probe, "Probe_BalanceChanged")
          .withArgs(at, WHOLE, found);
      }
    });

    it("reverts when a transfer to oneself changes the balance", async () => {
      const { probe, token, at } = await onTrial((by) => new FeeToken__factory(by).deploy());
      for (const onTop of [false, true]) {
        await token.setFee(1, onTop);
        await expect(probe.finish(at))
          .to.be.revertedWithCustomError(probe, "Probe_BalanceChanged")
          .withArgs(at, WHOLE, WHOLE - 50n);
      }
    });

    it("reverts when not every unit comes back, or more than those leave", async () => {
      const { probe, token, at } = await onTrial((by) => new FeeToken__factory(by).deploy());
      await token.spareSelf();
      await token.setFee(1, false);
      await expect(probe.finish(at))
        .to.be.revertedWithCustomError(probe, "Probe_FeeTaken")
        .withArgs(at, WHOLE / 2n, WHOLE / 2n - 50n);
      await token.setFee(1, true);
      await expect(probe.finish(at))
        .to.be.revertedWithCustomError(probe, "Probe_FeeOnTop")
        .withArgs(at, WHOLE / 2n, WHOLE / 2n + 50n);
    });

    it("reverts when the token returns false, or has stopped", async () => {
      const lying = await onTrial((by) => new FalseReturningToken__factory(by).deploy());
      await lying.token.setRefuses(true);
      await expect(lying.probe.finish(lying.at))
        .to.be.revertedWithCustomError(
          TokenProbe__factory.connect(lying.at, lying.operator),
          "SafeERC20FailedOperation",
        )
        .withArgs(lying.at);
      const stopped = await onTrial((by) => new PausableToken__factory(by).deploy());
      await stopped.token.pause();
      await expect(stopped.probe.finish(stopped.at)).to.be.revertedWithCustomError(stopped.token, "EnforcedPause");
      await stopped.token.unpause();
      await expect(stopped.probe.finish(stopped.at)).to.emit(stopped.probe, "ProbePassed");
    });

    it("gives every unit back, an odd one too, and remembers the second", async () => {
      const net = await load();
      const { ethers, probe, cny, outsider } = net;
      const at = await equip(cny, outsider, probe);
      await probe.begin(at, LEAST + 1n);
      const { till } = await probe.trialOf(at, outsider);
      await net.networkHelpers.time.increase(DAY);
      const now = await nextSecond(net);
      await expect(probe.finish(at)).to.changeTokenBalances(ethers, cny, [outsider, till], [LEAST + 1n, -LEAST - 1n]);
      expect(await probe.passedAt(at)).to.equal(now);
      expect(await probe.trialOf(at, outsider)).to.deep.equal([`0x${"00".repeat(20)}`, 0n, 0n]);
      await expect(probe.finish(at))
        .to.be.revertedWithCustomError(probe, "Probe_NoTrial")
        .withArgs(at, outsider.address);
    });

    it("keeps two probers' trials of one token apart: a present to one till fails that one, and is its prober's", async () => {
      const net = await onTrial(plain);
      const { ethers, probe, supplier, outsider, token, at, till } = net;
      const other = probe.connect(supplier);
      await equip(token, supplier, probe);
      await other.begin(at, WHOLE);
      await token.mint(till, 7n);
      await expect(probe.finish(at))
        .to.be.revertedWithCustomError(probe, "Probe_BalanceChanged")
        .withArgs(at, WHOLE, WHOLE + 7n);
      await expect(probe.abandon(at)).to.changeTokenBalances(
        ethers,
        token,
        [outsider, till],
        [WHOLE + 7n, -WHOLE - 7n],
      );
      await net.networkHelpers.time.increase(DAY);
      await expect(other.finish(at)).to.changeTokenBalances(ethers, token, [supplier], [WHOLE]);
    });

    it("does not mind units that lay at the till's address before there was a till", async () => {
      const net = await load();
      const { ethers, probe, cny, outsider } = net;
      const at = await equip(cny, outsider, probe);
      const from = await probe.getAddress();
      const till = ethers.getCreateAddress({ from, nonce: await ethers.provider.getTransactionCount(from) });
      await cny.mint(till, 5n);
      await expect(probe.begin(at, WHOLE))
        .to.emit(probe, "ProbeBegun")
        .withArgs(at, outsider.address, till, WHOLE + 5n);
      await net.networkHelpers.time.increase(DAY);
      await expect(probe.finish(at)).to.changeTokenBalances(ethers, cny, [outsider, till], [WHOLE + 5n, -WHOLE - 5n]);
    });
  });

  describe("abandon", () => {
    it("reverts for who has not begun", async () => {
      const { probe, cny, outsider } = await load();
      await expect(probe.abandon(cny))
        .to.be.revertedWithCustomError(probe, "Probe_NoTrial")
        .withArgs(await cny.getAddress(), outsider.address);
    });

    it("gives back what is there, at once, without passing", async () => {
      const net = await onTrial((by) => new RebasingToken__factory(by).deploy(), 1);
      const { ethers, probe, token, at, outsider, till } = net;
      await token.rebase(5_000);
      const abandoned = probe.abandon(at);
      await expect(abandoned)
        .to.emit(probe, "ProbeAbandoned")
        .withArgs(at, outsider.address, WHOLE, WHOLE / 2n);
      await expect(abandoned).to.changeTokenBalances(ethers, token, [outsider, till], [WHOLE / 2n, -WHOLE / 2n]);
      expect(await probe.passedAt(at)).to.equal(0);
      await token.rebase(10_000);
      await token.connect(outsider).approve(probe, WHOLE);
      await expect(probe.begin(at, LEAST)).to.emit(probe, "ProbeBegun");
    });

    it("goes through although the token takes a fee meanwhile, or has made the units vanish", async () => {
      const net = await onTrial((by) => new FeeToken__factory(by).deploy());
      await net.token.setFee(100, false);
      await expect(net.probe.abandon(net.at)).to.changeTokenBalances(net.ethers, net.token, [net.outsider], [990_000n]);
      const gone = await onTrial((by) => new RebasingToken__factory(by).deploy());
      await gone.token.rebase(0);
      await expect(gone.probe.abandon(gone.at))
        .to.emit(gone.probe, "ProbeAbandoned")
        .withArgs(gone.at, gone.outsider.address, WHOLE, 0);
    });

    it("may be called again when the token refuses just now", async () => {
      const { ethers, probe, token, at, outsider } = await onTrial((by) => new PausableToken__factory(by).deploy());
      await token.pause();
      await expect(probe.abandon(at)).to.be.revertedWithCustomError(token, "EnforcedPause");
      await token.unpause();
      await expect(probe.abandon(at)).to.changeTokenBalances(ethers, token, [outsider], [WHOLE]);
    });
  });

  it("lets a token that calls back do nothing: neither step, nor the way out", async () => {
    const entered = TokenProbe__factory.createInterface().encodeErrorResult("ReentrancyGuardReentrantCall");
    for (const step of ["begin", "finish", "abandon"] as const) {
      const { probe, token, at } = await onTrial((by) => new ReenteringToken__factory(by).deploy());
      const given = step === "begin" ? [at, WHOLE] : [at];
      await token.prepare(probe, new Interface(ITokenProbe__factory.abi).encodeFunctionData(step, given));
      await expect(probe.finish(at)).to.emit(probe, "ProbePassed");
      expect([await token.succeeded(), await token.answer()], step).to.deep.equal([false, entered]);
    }
  });

  it("has tills that obey nobody else", async () => {
    const { probe, at, till, outsider } = await onTrial(plain);
    await expect(Till__factory.connect(till, outsider).send(at, outsider.address, WHOLE))
      .to.be.revertedWithCustomError(probe, "Till_NotProbe")
      .withArgs(outsider.address);
  });
});

const NEXT_INDEX = 3;

/** The call that adds a token as the next currency. */
async function addition({ ledger }: Network, token: { getAddress(): Promise<string> }): Promise<string> {
  const code = encodeBytes32String("USD").slice(0, 8);
  const currency = {
    token: await token.getAddress(),
    tokenDecimals: 0,
    minorDigits: 2,
    dayCount: 0,
    dayBase: 360,
    code,
  };
  return ledger.interface.encodeFunctionData("addCurrency", [currency, DECISION]);
}

describe("A currency", () => {
  const load = loaderOf(async () => ({}));

  it("is not admitted before its token was tried, while it is on trial, or after the trial was abandoned", async () => {
    const net = await load();
    const { ledger, operator } = net;
    const token = await new TestToken__factory(operator).deploy("Test USD", "tUSD", 6);
    const probe = ITokenProbe__factory.connect(await ledger.probe(), operator);
    const at = await equip(token, operator, probe);
    const data = await addition(net, token);
    const add = () => operator.sendTransaction({ to: ledger, data });
    const refused = () => expect(add()).to.be.revertedWithCustomError(ledger, "Rulebook_CurrencyNotTried").withArgs(at);
    await (await authorityOf(net)).schedule(ledger, data, 0);
    await net.networkHelpers.time.increase(GOVERNANCE_DELAY);
    await refused();
    await probe.begin(at, WHOLE);
    await refused();
    await probe.abandon(at);
    await refused();
    await tryToken(net, token);
    await add();
    expect((await ledger.currencyOf(NEXT_INDEX)).token).to.equal(at);
  });

  for (const [name, decimals, make] of [
    ["6 decimals", 6, (by) => new TestToken__factory(by).deploy("Six", "SIX", 6)],
    ["8 decimals", 8, (by) => new TestToken__factory(by).deploy("Eight", "EIG", 8)],
    ["18 decimals", 18, (by) => new TestToken__factory(by).deploy("Eighteen", "ETN", 18)],
    ["6 decimals that returns nothing", 6, (by) => new SilentToken__factory(by).deploy()],
  ] as const satisfies readonly (readonly [string, number, (by: HardhatEthersSigner) => Promise<unknown>])[]) {
    it(`of ${name} is admitted, and pays to the minor unit`, async () => {
      const net = await load();
      const { ledger, settlementDesk, operator, obligor, supplier } = net;
      // Written through the interface of all test tokens: what it returns is not looked at.
      const token = TestToken__factory.connect(await (await make(operator)).getAddress(), operator);
      await tryToken(net, token);
      await govern(net, await addition(net, token));
      expect((await ledger.currencyOf(NEXT_INDEX)).tokenDecimals).to.equal(decimals);
      const face = 10_000_001n;
      const units = face * 10n ** BigInt(decimals - 2);
      const { id, slice, terms } = await confirmedReceivable(net, { face, currency: NEXT_INDEX });
      await token.mint(obligor.address, units);
      await token.connect(obligor).approve(settlementDesk, units);
      await startDay(net, Number(terms.dueDay));
      await settlementDesk.connect(obligor).pay(id, [slice]);
      expect(await token.balanceOf(supplier.address)).to.equal(units);
      expect(await token.balanceOf(obligor.address)).to.equal(0);
    });
  }
});
