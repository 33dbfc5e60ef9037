import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bytesToHex } from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildForProduction, FIRST_LOAD_LIMIT, firstLoad, textsOf } from "./bundle.ts";

const MNEMONIC = "test test test test test test test test test test test junk";
const ACCOUNTS = 20;

function developmentKeys(): string[] {
  const parent = mnemonicToAccount(MNEMONIC, { path: "m/44'/60'/0'/0" }).getHdKey();
  return Array.from({ length: ACCOUNTS }, (_, index) => {
    const { privateKey } = parent.deriveChild(index);
    if (!privateKey) throw new Error(`account ${index} has no key`);
    return bytesToHex(privateKey).slice(2);
  });
}

describe("the web UI built for production", () => {
  const outDir = mkdtempSync(join(tmpdir(), "tallystick-bundle-"));
  beforeAll(() => buildForProduction(outDir), 120_000);
  afterAll(() => rmSync(outDir, { recursive: true, force: true }));

  it("looks for the keys that the local build signs with", () => {
    const source = readFileSync(new URL("../../frontend/src/app/wallet/localAccounts.ts", import.meta.url), "utf8");
    const written = [...source.matchAll(/"0x([0-9a-f]{64})"/g)].map(([, key]) => key);
    expect(written.length).toBeGreaterThan(0);
    expect(developmentKeys()).toEqual(expect.arrayContaining(written));
  });

  it("holds no development key, no mnemonic and not the wallet that signs with them", () => {
    const texts = textsOf(outDir);
    expect(texts.size).toBeGreaterThan(20);
    const secrets = [MNEMONIC, "test test test", ...developmentKeys()];
    const marks = ["Local development accounts", "BEGIN PRIVATE KEY", "TALLYSTICK_VAULT_KEY"];
    const found = [...texts].flatMap(([file, text]) =>
      [...secrets, ...marks]
        .filter((secret) => text.toLowerCase().includes(secret.toLowerCase()))
        .map((secret) => `${file}: ${secret}`),
    );
    expect(found).toEqual([]);
  });

  it("has no inline script or style, which the policy of its pages would refuse", () => {
    const page = readFileSync(join(outDir, "index.html"), "utf8");
    expect(page).toContain('<script type="module" crossorigin src="/assets/');
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|javascript:/i);
  });

  it("loads no more than 220 kB of compressed scripts at first", () => {
    const weights = firstLoad(outDir);
    const total = weights.reduce((sum, { gzip }) => sum + gzip, 0);
    const list = weights.map(({ file, gzip }) => `${gzip} ${file}`).join("\n");
    expect(weights.length).toBeGreaterThan(1);
    expect(total, list).toBeLessThanOrEqual(FIRST_LOAD_LIMIT);
  });
});
