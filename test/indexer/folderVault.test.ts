import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { FolderVault } from "../../indexer/src/api/vault/folderVault.ts";

const KEY = "07".repeat(32);
const [ONE, TWO] = ["0x01", "0x02"] as const;
const document = z.array(z.number());

describe("FolderVault", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "tallystick-vault-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("gives back after a restart what it was given", async () => {
    const before = await FolderVault.open(folder, KEY);
    const sha256 = await before.writeFile(Buffer.from("invoice"));
    await before.changeDocument("readers", ONE, document, () => [1]);
    const after = await FolderVault.open(folder, KEY);
    expect(await after.readFile(sha256)).toEqual(Buffer.from("invoice"));
    expect(await after.readDocument("readers", ONE, document)).toEqual([1]);
    expect(await after.readDocument("readers", TWO, document)).toBeNull();
    expect(await after.readDocument("names", ONE, document)).toBeNull();
  });

  it("does not open with another key, or with none that is one", async () => {
    await FolderVault.open(folder, KEY);
    await expect(FolderVault.open(folder, "08".repeat(32))).rejects.toThrow(/another key/);
    await expect(FolderVault.open(folder, "secret")).rejects.toThrow(/32 bytes/);
  });

  it("loses no change when many come at once, and goes on after one that failed", async () => {
    const vault = await FolderVault.open(folder, KEY);
    const add = (n: number) =>
      vault.changeDocument("readers", ONE, document, (numbers) => {
        if (n === 7) throw new Error("seven");
        return [...(numbers ?? []), n];
      });
    const results = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => add(n)));
    expect(results.filter(({ status }) => status === "rejected")).toHaveLength(1);
    expect(await vault.readDocument("readers", ONE, document)).toHaveLength(19);
  });

  it("notices a file that was changed or put in another's place", async () => {
    const vault = await FolderVault.open(folder, KEY);
    await vault.changeDocument("readers", ONE, document, () => [1]);
    const [name] = readdirSync(join(folder, "readers"));
    const path = join(folder, "readers", name ?? "");
    const sealed = readFileSync(path);
    await vault.changeDocument("readers", TWO, document, () => [2]);
    const other = readdirSync(join(folder, "readers")).find((each) => each !== name);
    copyFileSync(join(folder, "readers", other ?? ""), path);
    await expect(vault.readDocument("readers", ONE, document)).rejects.toThrow();
    sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
    writeFileSync(path, sealed);
    await expect(vault.readDocument("readers", ONE, document)).rejects.toThrow();
  });

  it("leaves nothing half-written behind", async () => {
    const vault = await FolderVault.open(folder, KEY);
    await Promise.all([1, 2, 3].map(() => vault.writeFile(Buffer.alloc(1 << 20))));
    const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
    expect(names.filter((each) => each.endsWith(".tmp"))).toEqual([]);
  });
});
