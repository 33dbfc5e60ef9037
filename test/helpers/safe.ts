import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import handlerArtifact from "@safe-global/safe-smart-account/build/artifacts/contracts/handler/CompatibilityFallbackHandler.sol/CompatibilityFallbackHandler.json" with {
  type: "json",
};
import factoryArtifact from "@safe-global/safe-smart-account/build/artifacts/contracts/proxies/SafeProxyFactory.sol/SafeProxyFactory.json" with {
  type: "json",
};
import safeArtifact from "@safe-global/safe-smart-account/build/artifacts/contracts/Safe.sol/Safe.json" with {
  type: "json",
};
import { ContractFactory, concat, type InterfaceAbi, ZeroAddress } from "ethers";
import type { Network } from "./network.ts";

const SAFE_TRANSACTION = [
  { name: "to", type: "address" },
  { name: "value", type: "uint256" },
  { name: "data", type: "bytes" },
  { name: "operation", type: "uint8" },
  { name: "safeTxGas", type: "uint256" },
  { name: "baseGas", type: "uint256" },
  { name: "gasPrice", type: "uint256" },
  { name: "gasToken", type: "address" },
  { name: "refundReceiver", type: "address" },
  { name: "nonce", type: "uint256" },
];
const SAFE_MESSAGE = [{ name: "message", type: "bytes" }];

interface Artifact {
  abi: InterfaceAbi;
  bytecode: string;
}

interface Safe {
  address: string;
  /** The owners' signatures over a digest that a contract asks about (EIP-1271), in the order the Safe wants them. */
  sign(digest: string, by: readonly HardhatEthersSigner[]): Promise<string>;
  /** A call in the Safe's name, signed by some owners and sent by whoever pays the gas. */
  execute(to: string, data: string, by: readonly HardhatEthersSigner[]): Promise<unknown>;
}

/** The Safe's own contracts, as its makers compiled them, and one account of them that any two of its owners act for. */
export async function createSafe(net: Network, owners: readonly HardhatEthersSigner[]): Promise<Safe> {
  const { operator } = net;
  const deploy = async ({ abi, bytecode }: Artifact) => {
    const contract = await new ContractFactory(abi, bytecode, operator).deploy();
    return contract.waitForDeployment();
  };
  const [singleton, factory, handler] = [
    await deploy(safeArtifact),
    await deploy(factoryArtifact),
    await deploy(handlerArtifact),
  ];
  const members = owners.map(({ address }) => address);
  const nobody = [ZeroAddress, "0x", await handler.getAddress(), ZeroAddress, 0, ZeroAddress];
  const setup = singleton.interface.encodeFunctionData("setup", [members, 2, ...nobody]);
  const create = factory.getFunction("createProxyWithNonce");
  const address: string = await create.staticCall(await singleton.getAddress(), setup, 0);
  await (await create(await singleton.getAddress(), setup, 0)).wait();
  const safe = singleton.attach(address);
  const domain = { chainId: (await net.ethers.provider.getNetwork()).chainId, verifyingContract: address };
  return {
    address,
    sign: (digest, by) =>
      collect(by, (who) => who.signTypedData(domain, { SafeMessage: SAFE_MESSAGE }, { message: digest })),
    execute: async (to, data, by) => {
      const call = [to, 0, data, 0, 0, 0, 0, ZeroAddress, ZeroAddress];
      const nonce: bigint = await safe.getFunction("nonce").staticCall();
      const message = Object.fromEntries(SAFE_TRANSACTION.map(({ name }, i) => [name, [...call, nonce][i]]));
      const signatures = await collect(by, (who) => who.signTypedData(domain, { SafeTx: SAFE_TRANSACTION }, message));
      return safe.getFunction("execTransaction")(...call, signatures);
    },
  };
}

/** A Safe wants its owners' signatures one after another, by ascending address. */
async function collect(by: readonly HardhatEthersSigner[], sign: (who: HardhatEthersSigner) => Promise<string>) {
  const sorted = [...by].sort((a, b) => (BigInt(a.address) < BigInt(b.address) ? -1 : 1));
  return concat(await Promise.all(sorted.map(sign)));
}
