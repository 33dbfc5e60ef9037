import { readFileSync } from "node:fs";
import { defineConfig } from "@wagmi/cli";
import { hardhat } from "@wagmi/cli/plugins";
import type { Abi } from "viem";

/** Typed ABIs of the compiled contracts, for the web UI and the indexer: `npm run generate` after a build. */
export default defineConfig({
  out: "frontend/src/generated/contracts.ts",
  contracts: [{ name: "Ledger", abi: ledgerAbi() }],
  plugins: [
    hardhat({
      project: ".",
      commands: { build: false },
      include: [
        "DiscountDesk.json",
        "SettlementDesk.json",
        "PledgeDesk.json",
        "RecourseDesk.json",
        "EarlyPaymentDesk.json",
        "ExposureBook.json",
        "TestToken.json",
        "Authority.json",
      ],
      exclude: ["**/*.t.sol/**", "**/build-info/**"],
    }),
  ],
});

/** What answers at the ledger's address: its interface, and the errors of both of its halves. */
function ledgerAbi(): Abi {
  const names = ["interfaces/ILedger.sol/ILedger", "ledger/Ledger.sol/Ledger", "ledger/Registrar.sol/Registrar"];
  const [own = [], ...halves] = names.map(readAbi);
  const known = new Set(own.map((item) => JSON.stringify([item.type, "name" in item && item.name])));
  const errors = halves.flat().filter((item) => item.type === "error");
  const added = new Map(errors.map((item) => [item.name, item]));
  return [...own, ...[...added.values()].filter(({ type, name }) => !known.has(JSON.stringify([type, name])))];
}

function readAbi(name: string): Abi {
  const artifact: { abi: Abi } = JSON.parse(readFileSync(`artifacts/contracts/${name}.json`, "utf8"));
  return artifact.abi;
}
