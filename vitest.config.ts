import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "node",
          environment: "node",
          include: ["frontend/src/**/*.test.ts", "scripts/**/*.test.ts", "test/docs/**/*.test.ts"],
        },
      },
      {
        test: {
          name: "indexer",
          environment: "node",
          include: ["test/indexer/**/*.test.ts"],
          globalSetup: "test/indexer/support/globalSetup.ts",
          testTimeout: 60_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
