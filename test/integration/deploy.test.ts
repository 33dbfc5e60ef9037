import { expect } from "chai";
import { network } from "hardhat";
import { type DeploymentPlan, deployTallystick } from "../../scripts/deployment/deployTallystick.ts";
import { Authority__factory, ILedger__factory } from "../../types/contracts/index.js";
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
    expect(await ledger.deskOf(second.addresses.settlementDesk)).to.deep.equal([3n, 2n]);
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
});
