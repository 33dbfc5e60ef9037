import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { network } from "hardhat";
import { TestToken__factory } from "../types/contracts/index.js";
import { compilePeers } from "./bench/compile.ts";
import { BY_KEY, COUNTED, measureInvoices } from "./bench/invoices.ts";
import { FACE, type Figures, type Peer } from "./bench/stage.ts";
import { peersTable } from "./bench/table.ts";
import { measureTrex } from "./bench/trex.ts";
import { measureAll } from "./gas/operations.ts";

/**
 * Measures the peers' gas beside ours, in one run on one kind of chain, and writes bench/peers.json and bench/peers.md. With --check, compares
 * and exits 1 on any difference.
 */
const jsonPath = fileURLToPath(new URL("../bench/peers.json", import.meta.url));
const tablePath = fileURLToPath(new URL("../bench/peers.md", import.meta.url));

/** Each peer on a chain of its own: nobody holds anything of another's. */
async function onNewChain<T>(measure: (signers: HardhatEthersSigner[], cash: Peer) => Promise<T>): Promise<T> {
  const { ethers } = await network.create();
  const signers = await ethers.getSigners();
  const [first] = signers;
  if (!first) throw new Error("the chain has no accounts");
  const token = await new TestToken__factory(first).deploy("Test CNY", "tCNY", 2);
  for (const { address } of signers) await token.mint(address, 1_000n * FACE);
  const cash = await ethers.getContractAt("TestToken", await token.getAddress());
  return measure(signers, cash as unknown as Peer);
}

async function ours(): Promise<Figures> {
  const measured = await measureAll();
  const of = (name: string) => measured[name]?.gasUsed ?? null;
  return {
    registerAndConfirmBySignature: of("registerAndConfirmBySignature"),
    split1: of("split1"),
    split10: of("split10"),
    transfer: of("transfer"),
    discount: of("discount"),
    settle10: of("settle10"),
  };
}

const peer = compilePeers();
const figures = {
  tallystick: await ours(),
  erc3525: await onNewChain((who, cash) => measureInvoices(who, cash, peer("SlottedInvoice"), COUNTED)),
  naiveErc721: await onNewChain((who, cash) => measureInvoices(who, cash, peer("NaiveInvoice"), COUNTED)),
  erc1155: await onNewChain((who, cash) => measureInvoices(who, cash, peer("SemiFungibleInvoice"), BY_KEY)),
  trex: await onNewChain((who, cash) => measureTrex(who, cash, peer("Swap"))),
};
const json = `${JSON.stringify(figures, null, 2)}\n`;
const table = peersTable(figures);
process.stdout.write(table);
if (!process.argv.includes("--check")) {
  writeFileSync(jsonPath, json);
  writeFileSync(tablePath, table);
} else if (readFileSync(jsonPath, "utf8") !== json || readFileSync(tablePath, "utf8") !== table) {
  process.stderr.write(
    "The comparison differs from bench/peers.json or bench/peers.md. Run `npm run bench:peers` and commit both.\n",
  );
  process.exit(1);
}
