import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const address = z.string().regex(/^0x[0-9a-fA-F]{40}$/);

/** What one deployment left behind. The indexer and the web UI read addresses from here and from nowhere else. */
const deploymentSchema = z.object({
  chainId: z.int().positive(),
  chainName: z.string(),
  /** Tells a restarted local chain from the one that was deployed to. */
  genesisHash: z.string().regex(/^0x[0-9a-f]{64}$/),
  /** First block with anything of ours in it. */
  startBlock: z.int().nonnegative(),
  addresses: z.object({
    accessManager: address,
    ledger: address,
    settlementDesk: address,
    exposureBook: address,
    recourseDesk: address,
    discountDesk: address,
    pledgeDesk: address,
    earlyPaymentDesk: address,
  }),
  currencies: z.array(
    z.object({
      code: z.string().length(3),
      index: z.int().positive(),
      token: address,
      tokenDecimals: z.int(),
      minorDigits: z.int(),
      dayCount: z.enum(["ACT", "30/360"]),
      dayBase: z.union([z.literal(360), z.literal(365)]),
    }),
  ),
});

export type DeploymentRecord = z.infer<typeof deploymentSchema>;

const projectFolder = fileURLToPath(new URL("../../deployments/", import.meta.url));

/** TALLYSTICK_DEPLOYMENTS names another folder, so that a test's chain and a running one do not overwrite each other's record. */
export function recordPath(chainId: number): string {
  return join(process.env.TALLYSTICK_DEPLOYMENTS ?? projectFolder, `${chainId}.json`);
}

/** @returns the record, or null when there is none. A record that does not fit the schema is an error, not a missing one. */
export function readRecord(chainId: number): DeploymentRecord | null {
  let text: string;
  try {
    text = readFileSync(recordPath(chainId), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
  return deploymentSchema.parse(JSON.parse(text));
}

/** Writes beside and renames, so that a reader never sees half a record. */
export function writeRecord(record: DeploymentRecord): void {
  const path = recordPath(record.chainId);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.tmp`, `${JSON.stringify(record, null, 2)}\n`);
  renameSync(`${path}.tmp`, path);
}
