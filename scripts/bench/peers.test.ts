import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { peersTable } from "./table.ts";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

it("the comparison with the peers shows the gas that is measured today", () => {
  const snapshot: Record<string, number> = JSON.parse(read("snapshots/gas.json"));
  const peers = JSON.parse(read("bench/peers.json"));
  for (const [operation, gas] of Object.entries(peers.tallystick)) expect(gas, operation).toBe(snapshot[operation]);
  expect(peersTable(peers)).toBe(read("bench/peers.md"));
});
