import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { type FunctionFragment, Interface, type ParamType, ZeroAddress } from "ethers";
import hre from "hardhat";
import type { NetworkConfig } from "hardhat/types/config";
import {
  ILedger__factory,
  Ledger__factory,
  Registrar__factory,
  SliceMetadata__factory,
} from "../../../types/contracts/index.js";
import { readHalves } from "../../helpers/halves.ts";
import { loaderOf } from "../../helpers/loader.ts";
import { confirmedReceivable, identityOf, type Network, ROLE } from "../../helpers/network.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
/** EIP-170. */
const MOST_BYTES = 24_576;
const DOCUMENT = `0x${"d0".repeat(32)}`;
/** The ledger's half has its own text of these; the Registrar's, ERC-721's bare one, is never reached. */
const LEDGERS_OWN = ["approve", "supportsInterface", "transferFrom"];

function functionsOf(of: Interface): FunctionFragment[] {
  const found: FunctionFragment[] = [];
  of.forEachFunction((fragment) => found.push(fragment));
  return found;
}

/** A refusal of the chain is an answer; anything else is a fault of the test. */
function isRevert(error: unknown): false {
  if (error instanceof Error && "data" in error && typeof error.data === "string") return false;
  throw error;
}

describe("The ledger's halves: layout and functions", () => {
  let halves: ReturnType<typeof readHalves>;
  before(() => {
    halves = readHalves();
  });
  const named = new Map(
    functionsOf(ILedger__factory.createInterface()).map((each) => [each.selector.slice(2), each.format("sighash")]),
  );

  it("mean the same slot by the same name: their storage layouts are equal, variable by variable", () => {
    const { ledger, registrar } = halves;
    expect(registrar.layout).to.deep.equal(ledger.layout);
    const names = ledger.layout.map(({ name }) => name);
    expect(names).to.include.members(["_policies", "_accounts", "_receivables", "_settling", "_offers", "_ordered"]);
    expect(new Set(names).size).to.equal(names.length);
  });

  it("answer every function of ILedger: exactly one half has it, or both have the very same text", () => {
    const { ledger, registrar } = halves;
    expect(named.size).to.be.greaterThan(60);
    for (const [selector, signature] of named) {
      const [hot, rare] = [ledger.implementations.get(selector), registrar.implementations.get(selector)];
      expect(hot ?? rare, signature).not.to.equal(undefined);
      if (!hot || !rare || LEDGERS_OWN.includes(hot.name)) continue;
      expect(hot.at, signature).to.equal(rare.at);
    }
  });

  it("have in common only what both inherit from ERC-721, AccessManaged and EIP-712", () => {
    const { ledger, registrar } = halves;
    const common = [...ledger.implementations].filter(([selector]) => registrar.implementations.has(selector));
    const own = common.filter(([selector, { at }]) => registrar.implementations.get(selector)?.at !== at);
    expect(own.map(([, { name }]) => name).sort()).to.deep.equal(LEDGERS_OWN);
    for (const [, { contract, name }] of own) expect(["Ledger", "Slices"], name).to.include(contract);
    const shared = common.filter(([, { name }]) => !LEDGERS_OWN.includes(name));
    const bases = new Set(shared.map(([, { contract }]) => contract));
    expect([...bases].sort()).to.deep.equal(["AccessManaged", "EIP712", "ERC721", "SliceRules"]);
  });

  it("have nothing that ILedger does not name, but the Registrar's address and the EIP-712 domain", () => {
    const { ledger, registrar } = halves;
    const extra = [...ledger.implementations, ...registrar.implementations]
      .filter(([selector]) => !named.has(selector))
      .map(([, { name }]) => name);
    expect([...new Set(extra)].sort()).to.deep.equal(["REGISTRAR", "eip712Domain"]);
  });
});

function takesAnySize(network: NetworkConfig | undefined): boolean {
  return network?.type === "edr-simulated" && network.allowUnlimitedContractSize === true;
}

describe("The ledger's halves: sizes", () => {
  // Coverage and mutants build the contracts with more in them than a chain ever sees.
  if (hre.globalOptions.coverage || takesAnySize(hre.config.networks.default)) return;

  it("every contract but the tests' own is one that a chain takes", () => {
    const paths = globSync("artifacts/contracts/**/*.json", { cwd: root }).filter((path) => !path.includes("/mocks/"));
    const sizes = paths.flatMap((path): [string, number][] => {
      const { contractName, deployedBytecode } = JSON.parse(readFileSync(root + path, "utf8"));
      return contractName ? [[contractName, (deployedBytecode.length - 2) / 2]] : [];
    });
    const large = sizes.filter(([, bytes]) => bytes > 10_000).map(([name]) => name);
    expect(large).to.include.members(["Ledger", "Registrar"]);
    for (const [name, bytes] of sizes) expect(bytes, name).to.be.lessThan(MOST_BYTES);
  });
});

/** The Registrar itself, at its own address. */
async function directly(net: Network) {
  const at = await Ledger__factory.connect(await net.ledger.getAddress(), net.operator).REGISTRAR();
  return { ...(await confirmedReceivable(net)), registrar: Registrar__factory.connect(at, net.operator) };
}

/** A value of the type that is not obviously refused for being empty. */
function plausible(param: ParamType, own: string): unknown {
  if (param.isTuple()) return param.components.map((each) => plausible(each, own));
  if (param.isArray()) return [plausible(param.arrayChildren, own)];
  if (param.type === "address") return own;
  if (param.type === "bool") return true;
  if (param.type === "string") return "";
  if (param.type === "bytes") return "0x";
  if (param.type.startsWith("bytes")) return `0x${"01".repeat(Number(param.type.slice(5)))}`;
  return 1;
}

describe("The Registrar, called directly", () => {
  const load = loaderOf(directly);

  it("obeys nobody: its authority is nobody's address, and can't be set", async () => {
    const { registrar, operator, supervisor, id } = await load();
    expect(await registrar.authority()).to.equal(ZeroAddress);
    for (const who of [operator, supervisor]) {
      const by = registrar.connect(who);
      const attempts = [
        by.admit(who.address, identityOf("x"), ROLE.BANK, 40_000),
        by.hold(id, DOCUMENT),
        by.setAuthority(who.address),
      ];
      for (const attempt of attempts)
        await expect(attempt)
          .to.be.revertedWithCustomError(registrar, "AccessManagedUnauthorized")
          .withArgs(who.address);
    }
  });

  it("lets no function succeed, whoever calls, but the one that writes a line nobody reads", async () => {
    const { ethers, registrar, operator, supervisor, supplier, outsider } = await load();
    const to = await registrar.getAddress();
    const face = new Interface(Registrar__factory.abi);
    const tried = functionsOf(face).filter(({ constant }) => !constant);
    const succeeded = new Set<string>();
    for (const { address } of [operator, supervisor, supplier, outsider]) {
      for (const fragment of tried) {
        const given = fragment.inputs.map((param) => plausible(param, outsider.address));
        const data = face.encodeFunctionData(fragment, given);
        const call = ethers.provider.call({ from: address, to, data });
        if (await call.then(() => true, isRevert)) succeeded.add(fragment.name);
      }
    }
    expect(tried.length).to.be.greaterThan(30);
    expect([...succeeded]).to.deep.equal(["setApprovalForAll"]);
  });

  it("knows nothing of the ledger's participants, receivables and slices", async () => {
    const { ledger, registrar, supplier, id, slice } = await load();
    expect(await ledger.participantOf(supplier.address)).not.to.equal(0);
    expect(await registrar.participantOf(supplier.address)).to.equal(0);
    expect([...(await registrar.sliceWordsOf([slice]))]).to.deep.equal([0n]);
    expect(await registrar.heldUntil(id)).to.equal(0);
    expect(await registrar.latestPolicy()).to.equal(0);
  });
});

describe("The Ledger and what is behind it", () => {
  const load = loaderOf(directly);

  it("is not made without a Registrar: neither nobody's address nor a key has its code", async () => {
    const { operator, outsider, registrar } = await load();
    const metadata = await new SliceMetadata__factory(operator).deploy();
    const deploy = (at: string) => new Ledger__factory(operator).deploy(outsider.address, at, metadata);
    for (const codeless of [ZeroAddress, outsider.address])
      await expect(deploy(codeless))
        .to.be.revertedWithCustomError(Ledger__factory.connect(ZeroAddress, operator), "Ledger_NoRegistrar")
        .withArgs(codeless);
    const made = await deploy(await registrar.getAddress());
    expect(await made.REGISTRAR()).to.equal(await registrar.getAddress());
  });

  it("refuses what neither half has, and a call without any", async () => {
    const { ledger, operator } = await load();
    const hot = Ledger__factory.connect(await ledger.getAddress(), operator);
    for (const data of ["0xdeadbeef", "0x", "0x00", hot.interface.getFunction("REGISTRAR").selector.slice(0, 8)])
      await expect(operator.sendTransaction({ to: ledger, data })).to.be.revertedWithCustomError(hot, "FailedCall");
  });

  it("hands the Registrar's refusals through as they are", async () => {
    const { ledger, outsider } = await load();
    await expect(ledger.connect(outsider).setStandingConsent(true))
      .to.be.revertedWithCustomError(ledger, "Participants_NotAdmitted")
      .withArgs(outsider.address);
  });

  it("takes no ether: plainly, with a function of either half, or with one that ERC-721 declares payable", async () => {
    const { ethers, ledger, supplier, cautious, slice } = await load();
    const value = 1n;
    const send = (data: string) => supplier.sendTransaction({ to: ledger, value, data });
    const encode = ledger.interface;
    const refused = [
      "0x",
      "0xdeadbeef",
      encode.encodeFunctionData("split", [slice, [100_000n]]),
      encode.encodeFunctionData("setStandingConsent", [true]),
      encode.encodeFunctionData("multicall", [[]]),
    ];
    for (const data of refused) await expect(send(data), data.slice(0, 10)).to.be.revertedWithoutReason(ethers);
    const [from, to] = [supplier.address, cautious.address];
    for (const data of [
      encode.encodeFunctionData("approve", [to, slice]),
      encode.encodeFunctionData("transferFrom", [from, to, slice]),
      encode.encodeFunctionData("safeTransferFrom(address,address,uint256)", [from, to, slice]),
      encode.encodeFunctionData("safeTransferFrom(address,address,uint256,bytes)", [from, to, slice, "0x"]),
    ])
      await expect(send(data)).to.be.revertedWithCustomError(ledger, "Slices_NoEther").withArgs(value);
    expect(await ethers.provider.getBalance(ledger)).to.equal(0);
  });
});
