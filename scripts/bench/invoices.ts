import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { id as hashOf } from "ethers";
import type { Compiled } from "./compile.ts";
import { DEADLINE_DAY, deploy, FACE, type Figures, PART, type Peer, PRICE, send } from "./stage.ts";

const TERMS = [
  { name: "obligor", type: "address" },
  { name: "invoiceKey", type: "bytes32" },
  { name: "face", type: "uint256" },
  { name: "dueDay", type: "uint256" },
  { name: "currency", type: "uint256" },
  { name: "documentRoot", type: "bytes32" },
];

/** How a peer names what is split off, moved and settled. */
interface Names {
  /** The token of the invoice that was created as the nth, counted from 1. */
  created: (count: bigint, invoiceKey: string) => bigint;
  /** The function that moves a whole token. */
  transfer: readonly [name: string, ...args: unknown[]];
  settle: (peer: Peer, obligor: HardhatEthersSigner, created: bigint, holders: readonly string[]) => Promise<number>;
}

const SAFE_1155 = "safeTransferFrom(address,address,uint256,uint256,bytes)";
const PLAIN_721 = "transferFrom(address,address,uint256)";

/** Each token an id of its own, in order: the first invoice's parts follow it. */
export const COUNTED: Names = {
  created: (count) => count,
  transfer: [PLAIN_721],
  settle: (peer, obligor, created, holders) =>
    send(peer, obligor, "settle", [created, ...holders.slice(1).map((_, i) => created + 1n + BigInt(i))]),
};

/** One id for the invoice, whoever holds its cents. */
export const BY_KEY: Names = {
  created: (_, invoiceKey) => BigInt(invoiceKey),
  transfer: [SAFE_1155, FACE, "0x"],
  settle: (peer, obligor, created, holders) => send(peer, obligor, "settle", created, holders),
};

/** The same life for each peer: create, split, move, discount, settle, every recipient holding nothing before. */
export async function measureInvoices(
  signers: readonly HardhatEthersSigner[],
  cash: Peer,
  code: Compiled,
  names: Names,
): Promise<Figures> {
  const [obligor, supplier, bank, ...payees] = signers;
  if (!obligor || !supplier || !bank) throw new Error("accounts expected");
  const peer = await deploy(obligor, code, await cash.getAddress());
  const address = await peer.getAddress();
  for (const payer of [obligor, bank]) await send(cash, payer, "approve", address, 100n * FACE);
  let count = 0n;
  const create = async (label: string) => {
    const terms = termsOf(obligor, label);
    const domain = { name: "Peer", version: "1", chainId: await chainIdOf(obligor), verifyingContract: address };
    const signature = await obligor.signTypedData(domain, { Terms: TERMS }, terms);
    count += 1n;
    const gas = await send(peer, supplier, "create", terms, signature);
    return { gas, token: names.created(count, terms.invoiceKey) };
  };
  await create("earlier");
  const { gas: registerAndConfirmBySignature, token } = await create("measured");
  const to = (from: number, many: number) => payees.slice(from, from + many).map(({ address: payee }) => payee);
  const split = async (id: bigint, holders: string[]) => {
    count += BigInt(holders.length);
    return send(
      peer,
      supplier,
      "split",
      id,
      holders,
      holders.map(() => PART),
    );
  };
  const split1 = await split(token, to(0, 1));
  const tenth = (await create("ten")).token;
  const split10 = await split(tenth, to(1, 10));
  const moved = (await create("moved")).token;
  const [transferName, ...transferArgs] = names.transfer;
  const transfer = await send(peer, supplier, transferName, supplier.address, to(11, 1)[0], moved, ...transferArgs);
  const sold = (await create("sold")).token;
  const discount = await send(peer, supplier, "sell", sold, bank.address, PRICE);
  const settled = (await create("settled")).token;
  await split(settled, to(1, 9));
  const settle10 = await names.settle(peer, obligor, settled, [supplier.address, ...to(1, 9)]);
  return { registerAndConfirmBySignature, split1, split10, transfer, discount, settle10 };
}

function termsOf(obligor: HardhatEthersSigner, label: string) {
  return {
    obligor: obligor.address,
    invoiceKey: hashOf(`invoice ${label}`),
    face: FACE,
    dueDay: DEADLINE_DAY,
    currency: 1n,
    documentRoot: hashOf(`document ${label}`),
  };
}

async function chainIdOf({ provider }: HardhatEthersSigner): Promise<bigint> {
  if (provider === null) throw new Error("the signer is not connected to a chain");
  return (await provider.getNetwork()).chainId;
}
