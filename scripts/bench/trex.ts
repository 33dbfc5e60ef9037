import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { AbiCoder, getBytes, keccak256, toUtf8Bytes, ZeroAddress } from "ethers";
import { type Compiled, published } from "./compile.ts";
import { at, deploy, FACE, type Figures, PART, type Peer, PRICE, send } from "./stage.ts";

const TOPIC = BigInt(keccak256(toUtf8Bytes("KYC")));
const CLAIM_SIGNER = 3;
const ECDSA_KEY = 1;
const CHINA = 156;

const trex = (source: string) => published("@tokenysolutions/t-rex", `contracts/${source}`);
const onchainId = (source: string) => published("@onchain-id/solidity", `contracts/${source}`);

interface Suite {
  token: Peer;
  registry: Peer;
  issuer: Peer;
  admin: HardhatEthersSigner;
}

/** T-REX as its packages ship it, behind its proxies: every transfer checks the payee's claims, as its token does. */
export async function measureTrex(
  signers: readonly HardhatEthersSigner[],
  cash: Peer,
  swapCode: Compiled,
): Promise<Figures> {
  const [admin, seller, bank, ...payees] = signers;
  const ten = payees.slice(0, 10);
  const [single, whole] = payees.slice(10);
  if (!admin || !seller || !bank || !single || !whole) throw new Error("fifteen accounts expected");
  const suite = await deploySuite(admin);
  for (const who of [seller, bank, single, whole, ...ten]) await admit(suite, who);
  const { token } = suite;
  await send(token, admin, "mint", seller.address, 4n * FACE);
  const split1 = await send(token, seller, "transfer", single.address, PART);
  const amounts = ten.map(() => PART);
  const addresses = ten.map(({ address }) => address);
  const split10 = await send(token, seller, "batchTransfer", addresses, amounts);
  const transfer = await send(token, single, "transfer", whole.address, PART);
  const swap = await deploy(admin, swapCode);
  const swapAddress = await swap.getAddress();
  await send(token, seller, "approve", swapAddress, FACE);
  await send(cash, bank, "approve", swapAddress, FACE);
  const deal = [await token.getAddress(), PART, await cash.getAddress(), bank.address, (PRICE * PART) / FACE];
  const discount = await send(swap, seller, "sell", ...deal);
  return { registerAndConfirmBySignature: null, split1, split10, transfer, discount, settle10: null };
}

async function deploySuite(admin: HardhatEthersSigner): Promise<Suite> {
  const authority = await deployAuthority(admin);
  const proxy = async (name: string, implementation: string, ...args: unknown[]) => {
    const deployed = await deploy(admin, trex(`proxy/${name}.sol`), authority, ...args);
    return at(await deployed.getAddress(), trex(implementation), admin);
  };
  const topics = await proxy("ClaimTopicsRegistryProxy", "registry/implementation/ClaimTopicsRegistry.sol");
  const issuers = await proxy("TrustedIssuersRegistryProxy", "registry/implementation/TrustedIssuersRegistry.sol");
  const storage = await proxy("IdentityRegistryStorageProxy", "registry/implementation/IdentityRegistryStorage.sol");
  const compliance = await proxy("ModularComplianceProxy", "compliance/modular/ModularCompliance.sol");
  const registries = await Promise.all([issuers, topics, storage].map((each) => each.getAddress()));
  const registry = await proxy("IdentityRegistryProxy", "registry/implementation/IdentityRegistry.sol", ...registries);
  const parts = [await registry.getAddress(), await compliance.getAddress(), "Receivable", "RCV", 2, ZeroAddress];
  const token = await proxy("TokenProxy", "token/Token.sol", ...parts);
  await send(storage, admin, "bindIdentityRegistry", await registry.getAddress());
  await send(topics, admin, "addClaimTopic", TOPIC);
  const issuer = await deploy(admin, onchainId("ClaimIssuer.sol"), admin.address);
  await send(issuer, admin, "addKey", keyOf(admin.address), CLAIM_SIGNER, ECDSA_KEY);
  await send(issuers, admin, "addTrustedIssuer", await issuer.getAddress(), [TOPIC]);
  await send(token, admin, "addAgent", admin.address);
  await send(registry, admin, "addAgent", admin.address);
  await send(token, admin, "unpause");
  return { token, registry, issuer, admin };
}

async function deployAuthority(admin: HardhatEthersSigner): Promise<string> {
  const sources = [
    "token/Token.sol",
    "registry/implementation/ClaimTopicsRegistry.sol",
    "registry/implementation/IdentityRegistry.sol",
    "registry/implementation/IdentityRegistryStorage.sol",
    "registry/implementation/TrustedIssuersRegistry.sol",
    "compliance/modular/ModularCompliance.sol",
  ];
  const implementations: string[] = [];
  for (const source of sources) implementations.push(await (await deploy(admin, trex(source))).getAddress());
  const source = "proxy/authority/TREXImplementationAuthority.sol";
  const authority = await deploy(admin, trex(source), true, ZeroAddress, ZeroAddress);
  await send(authority, admin, "addAndUseTREXVersion", [4, 0, 0], implementations);
  return authority.getAddress();
}

/** An identity contract of its own, with a claim that the trusted issuer has signed. */
async function admit({ registry, issuer, admin }: Suite, who: HardhatEthersSigner): Promise<void> {
  const identity = await deploy(admin, onchainId("Identity.sol"), who.address, false);
  const address = await identity.getAddress();
  const data = toUtf8Bytes("checked");
  const claim = keccak256(AbiCoder.defaultAbiCoder().encode(["address", "uint256", "bytes"], [address, TOPIC, data]));
  const signature = await admin.signMessage(getBytes(claim));
  await send(identity, who, "addClaim", TOPIC, ECDSA_KEY, await issuer.getAddress(), signature, data, "");
  await send(registry, admin, "registerIdentity", who.address, address, CHINA);
}

function keyOf(address: string): string {
  return keccak256(AbiCoder.defaultAbiCoder().encode(["address"], [address]));
}
