import { expect } from "chai";
import { network } from "hardhat";
import {
  type DeploymentPlan,
  deployTallystick,
  type WaitingCurrency,
} from "../../scripts/deployment/deployTallystick.ts";
import {
  Authority__factory,
  FeeToken__factory,
  ILedger__factory,
  ITokenProbe__factory,
  TestToken__factory,
} from "../../types/contracts/index.js";
import { DECISION } from "../helpers/governance.ts";
import { identityOf, ROLE } from "../helpers/network.ts";

const DELAY = 86_400;
const KYC_UNTIL = 40_000;
const PERMISSION = { OPERATOR: 1, GOVERNOR: 2, GUARDIAN: 3, ADMIN: 0 } as const;
const CNY = { code: "CNY", minorDigits: 2, dayCount: "ACT", dayBase: 360, token: { testTokenDecimals: 2 } } as const;
const EUR = { code: "EUR", minorDigits: 2, dayCount: "30/360", dayBase: 360, token: { testTokenDecimals: 6 } } as const;

/** A chain of its own, so that nothing of another test is on it. */
async function emptyChain() {
  const { ethers } = await network.create();
  const [admin, stranger, supervisor] = await ethers.getSigners();
  if (!admin || !stranger || !supervisor) throw new Error("three accounts expected");
  const plan: DeploymentPlan = {
    chainName: "test",
    admin,
    supervisor: supervisor.address,
    currencies: [CNY, EUR],
    governanceDelay: DELAY,
    probeWait: 0,
    onWaiting: ({ code, reason }) => {
      throw new Error(`${code} is missing. ${reason}`);
    },
    previous: null,
  };
  return { ethers, admin, stranger, plan };
}

describe("deployTallystick", () => {
  it("deploys and wires everything, and says where", async () => {
    const { ethers, admin, plan } = await emptyChain();
    const record = await deployTallystick(plan);
    const { ledger: address, discountDesk, settlementDesk } = record.addresses;
    const ledger = ILedger__factory.connect(address, admin);
    for (const at of Object.values(record.addresses)) expect(await ethers.provider.getCode(at)).not.to.equal("0x");
    expect(await ledger.deskOf(discountDesk)).to.deep.equal([1n, 1n]);
    expect(await ledger.deskOf(settlementDesk)).to.deep.equal([2n, 2n]);
    expect(await ledger.latestPolicy()).to.equal(1);
    expect((await ledger.policyOf(1)).utcOffsetHours).to.equal(8);
    for (const { index, token, tokenDecimals, dayCount } of record.currencies) {
      const known = await ledger.currencyOf(index);
      const convention = dayCount === "ACT" ? 0n : 1n;
      expect([known.token, known.tokenDecimals, known.dayCount]).to.deep.equal([
        token,
        BigInt(tokenDecimals),
        convention,
      ]);
    }
    expect(record.startBlock).to.equal(1);
    expect(record.genesisHash).to.equal((await ethers.provider.getBlock(0))?.hash);
  });

  it("sends no transaction the second time, and writes the same record", async () => {
    const { ethers, plan } = await emptyChain();
    const previous = await deployTallystick(plan);
    const block = await ethers.provider.getBlockNumber();
    expect(await deployTallystick({ ...plan, previous })).to.deep.equal(previous);
    expect(await ethers.provider.getBlockNumber()).to.equal(block);
  });

  it("resumes: what exists stays, what is missing is added", async () => {
    const { admin, stranger, plan } = await emptyChain();
    const first = await deployTallystick({ ...plan, currencies: [CNY], governanceDelay: 0 });
    // An address without code stands for a desk that was never deployed.
    const addresses = { ...first.addresses, settlementDesk: stranger.address };
    const second = await deployTallystick({ ...plan, previous: { ...first, addresses } });
    expect(second.addresses.ledger).to.equal(first.addresses.ledger);
    expect(second.addresses.discountDesk).to.equal(first.addresses.discountDesk);
    expect(second.addresses.settlementDesk).not.to.equal(stranger.address);
    expect(second.currencies.map(({ code, index }) => [code, index])).to.deep.equal([
      ["CNY", 1],
      ["EUR", 2],
    ]);
    expect(second.currencies[0]).to.deep.equal(first.currencies[0]);
    const ledger = ILedger__factory.connect(second.addresses.ledger, admin);
    expect(await ledger.deskOf(second.addresses.settlementDesk)).to.deep.equal([6n, 2n]);
    expect(await ledger.latestPolicy()).to.equal(1);
  });

  it("does not take another chain's record for its own", async () => {
    const { ethers, plan } = await emptyChain();
    const own = await deployTallystick(plan);
    const genesisHash = `0x${"ab".repeat(32)}`;
    const fresh = await deployTallystick({ ...plan, previous: { ...own, genesisHash } });
    for (const [name, address] of Object.entries(fresh.addresses)) {
      expect(Object.values(own.addresses), name).not.to.include(address);
    }
    expect(fresh.genesisHash).to.equal((await ethers.provider.getBlock(0))?.hash);
    expect(fresh.startBlock).to.be.greaterThan(own.startBlock);
  });

  it("leaves the roles as documented: operating at once, governing with notice, guarding at once", async () => {
    const { admin, stranger, plan } = await emptyChain();
    const { addresses } = await deployTallystick(plan);
    const authority = Authority__factory.connect(addresses.accessManager, admin);
    const expected = [
      [PERMISSION.OPERATOR, 0],
      [PERMISSION.GUARDIAN, 0],
      [PERMISSION.GOVERNOR, DELAY],
      [PERMISSION.ADMIN, DELAY],
    ] as const;
    for (const [role, delay] of expected) {
      expect(await authority.hasRole(role, admin.address)).to.deep.equal([true, BigInt(delay)]);
      expect(await authority.hasRole(role, stranger.address)).to.deep.equal([false, 0n]);
    }
    const ledger = ILedger__factory.connect(addresses.ledger, admin);
    const duties = [
      ["admit", PERMISSION.OPERATOR],
      ["suspend", PERMISSION.OPERATOR],
      ["restore", PERMISSION.OPERATOR],
      ["addPolicy", PERMISSION.GOVERNOR],
      ["addCurrency", PERMISSION.GOVERNOR],
      ["admitDesk", PERMISSION.GOVERNOR],
      ["removeDesk", PERMISSION.GUARDIAN],
    ] as const;
    for (const [name, role] of duties) {
      const { selector } = ledger.interface.getFunction(name);
      expect(await authority.getTargetFunctionRole(addresses.ledger, selector), name).to.equal(role);
    }
  });

  it("lets the operator admit and nobody else, and governance act only after notice", async () => {
    const { admin, stranger, plan } = await emptyChain();
    const { addresses } = await deployTallystick(plan);
    const ledger = ILedger__factory.connect(addresses.ledger, admin);
    const admission = [stranger.address, identityOf("a company"), ROLE.SUPPLIER, KYC_UNTIL] as const;
    await expect(ledger.connect(stranger).admit(...admission))
      .to.be.revertedWithCustomError(ledger, "AccessManagedUnauthorized")
      .withArgs(stranger.address);
    await ledger.admit(...admission);
    const authority = Authority__factory.connect(addresses.accessManager, admin);
    const { data } = await ledger.admitDesk.populateTransaction(stranger.address, 1, DECISION);
    await expect(ledger.admitDesk(stranger.address, 1, DECISION))
      .to.be.revertedWithCustomError(authority, "AccessManagerNotScheduled")
      .withArgs(await authority.hashOperation(admin.address, ledger, data));
    await ledger.removeDesk(addresses.discountDesk, DECISION);
    expect(await ledger.deskOf(addresses.discountDesk)).to.deep.equal([1n, 0n]);
  });

  it("fails rather than leave a currency out that only announced governance may add", async () => {
    const { admin, plan } = await emptyChain();
    const previous = await deployTallystick({ ...plan, currencies: [CNY] });
    const authority = Authority__factory.connect(previous.addresses.accessManager, admin);
    await expect(deployTallystick({ ...plan, previous })).to.be.revertedWithCustomError(
      authority,
      "AccessManagerNotScheduled",
    );
  });

  describe("a currency on a chain where trials take a day", () => {
    /** A token that the chain has already; the deployer has none of it. */
    async function patientPlan() {
      const { ethers, admin, stranger, plan } = await emptyChain();
      const token = await new TestToken__factory(stranger).deploy("Real", "REAL", 6);
      const waiting: WaitingCurrency[] = [];
      const currencies = [{ ...CNY, token: await token.getAddress() }];
      const patient: DeploymentPlan = {
        ...plan,
        currencies,
        probeWait: DELAY,
        onWaiting: (each) => waiting.push(each),
      };
      /** What the run leaves undone. */
      const reasons = () => waiting.splice(0).map(({ code, reason }) => `${code}: ${reason}`);
      return { ethers, admin, token, patient, reasons };
    }

    it("waits for money to try it with, then for the trial, and is added by the run after it", async () => {
      const { ethers, admin, token, patient, reasons } = await patientPlan();
      const first = await deployTallystick(patient);
      const ledger = ILedger__factory.connect(first.addresses.ledger, admin);
      const probe = ITokenProbe__factory.connect(await ledger.probe(), admin);
      const authority = Authority__factory.connect(first.addresses.accessManager, admin);
      const governorsNotice = async () => (await authority.hasRole(PERMISSION.GOVERNOR, admin.address))[1];
      expect(await probe.WAIT()).to.equal(DELAY);
      expect(first.currencies).to.deep.equal([]);
      const [noMoney] = reasons();
      expect(noMoney).to.match(new RegExp(`^CNY: The deployer ${admin.address} has 0 of the 1000000 units of 0x`));

      await token.mint(admin.address, 1_500_000n);
      const second = await deployTallystick({ ...patient, previous: first });
      expect(second).to.deep.equal(first);
      const { begunAt } = await probe.trialOf(token, admin);
      const until = Number(begunAt) + DELAY;
      expect(reasons()).to.deep.equal([
        `CNY: Its token ${await token.getAddress()} is on trial until ${new Date(until * 1000).toISOString()}. Run the same command again after that.`,
      ]);
      expect(await token.balanceOf(admin.address)).to.equal(500_000n);

      const block = await ethers.provider.getBlockNumber();
      await deployTallystick({ ...patient, previous: second });
      expect(reasons()).to.have.length(1);
      expect(await ethers.provider.getBlockNumber()).to.equal(block);
      expect(await governorsNotice()).to.equal(0);

      await ethers.provider.send("evm_setNextBlockTimestamp", [until]);
      await ethers.provider.send("evm_mine", []);
      const third = await deployTallystick({ ...patient, previous: second });
      expect(reasons()).to.deep.equal([]);
      expect(third.currencies.map(({ code, index }) => [code, index])).to.deep.equal([["CNY", 1]]);
      expect((await ledger.currencyOf(1)).token).to.equal(await token.getAddress());
      expect(await token.balanceOf(admin.address)).to.equal(1_500_000n);
      expect(await governorsNotice()).to.equal(DELAY);
    });

    it("is left out, and the reason told, when its token is refused; the rest is deployed and recorded", async () => {
      const { admin, patient, reasons } = await patientPlan();
      const token = await new FeeToken__factory(admin).deploy();
      await token.mint(admin.address, 20_000n);
      await token.setFee(100, false);
      const at = await token.getAddress();
      const record = await deployTallystick({ ...patient, currencies: [{ ...CNY, token: at }] });
      expect(record.currencies).to.deep.equal([]);
      expect(reasons()).to.have.length(1);
      const again = await deployTallystick({ ...patient, currencies: [{ ...CNY, token: at }], previous: record });
      expect(again).to.deep.equal(record);
      expect(reasons()[0]).to.include(`CNY: The token ${at} was refused: Probe_FeeTaken(${at}, 20000, 19800).`);
    });

    it("can't be paid in test money, which each run would make anew", async () => {
      const { patient } = await patientPlan();
      const failure = await deployTallystick({ ...patient, currencies: [CNY] }).catch((error: unknown) => error);
      expect(String(failure)).to.include("Test money for CNY is made anew by each run");
    });
  });
});
