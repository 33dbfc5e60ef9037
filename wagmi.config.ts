import { defineConfig } from "@wagmi/cli";
import { hardhat } from "@wagmi/cli/plugins";

/** Typed ABIs of the compiled contracts, for the web UI and the indexer: `npm run generate` after a build. */
export default defineConfig({
  out: "frontend/src/generated/contracts.ts",
  plugins: [
    hardhat({
      project: ".",
      commands: { build: false },
      include: ["Ledger.json", "DiscountDesk.json", "SettlementDesk.json", "TestToken.json", "Authority.json"],
      exclude: ["**/*.t.sol/**", "**/build-info/**"],
    }),
  ],
});
