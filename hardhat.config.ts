import { fileURLToPath } from "node:url";
import hardhatToolboxMochaEthers from "@nomicfoundation/hardhat-toolbox-mocha-ethers";
import { defineConfig } from "hardhat/config";

/** solc comes from npm: a compiler download is not to be had everywhere. The path must be absolute. */
function compiler(runs: number) {
  return {
    version: "0.8.37",
    path: fileURLToPath(import.meta.resolve("solc/soljson.js")),
    settings: { evmVersion: "prague", viaIR: true, optimizer: { enabled: true, runs } },
  };
}

/** Runs as high as the size limit of 24 576 bytes allows; the ledger's rarer half is built for size. */
const build = {
  compilers: [compiler(1_000)],
  overrides: { "contracts/ledger/Registrar.sol": compiler(1) },
};

export default defineConfig({
  plugins: [hardhatToolboxMochaEthers],
  solidity: {
    // Ignition and `--build-profile production` must produce the bytecode that was tested.
    profiles: { default: build, production: build },
  },
  paths: {
    sources: "contracts",
    tests: { mocha: "test/integration", solidity: "test" },
  },
  typechain: { outDir: "types/contracts" },
  test: {
    mocha: { timeout: 120_000 },
    solidity: {
      profiles: {
        default: { fuzz: { runs: 1_000 }, invariant: { runs: 64, depth: 64, failOnRevert: true } },
        long: {
          fuzz: { runs: 100_000 },
          invariant: { runs: 1_000, depth: 100, failOnRevert: true, failurePersistDir: "cache/inv" },
        },
      },
    },
  },
  networks: {
    default: { type: "edr-simulated", chainType: "l1", hardfork: "prague" },
    // `hardhat node`: its clock begins at TALLYSTICK_CHAIN_START, so that the demo has a past.
    node: {
      type: "edr-simulated",
      chainType: "l1",
      hardfork: "prague",
      chainId: 31337,
      initialDate: process.env.TALLYSTICK_CHAIN_START ?? new Date(),
    },
    local: { type: "http", chainType: "l1", url: "http://127.0.0.1:8545" },
  },
});
