import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Hex } from "viem";
import { z } from "zod";
import { Cipher } from "./cipher.ts";
import type { AuditEntry, Shelf, Vault } from "./vault.ts";

const KEY_CHECK = "key-check";
const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;

/** A vault in a folder of this machine: every file encrypted, written whole or not at all. One process at a time. */
export class FolderVault implements Vault {
  readonly #folder: string;
  readonly #cipher: Cipher;
  /** The end of the queue of changes: one after the other. */
  #last: Promise<unknown> = Promise.resolve();

  private constructor(folder: string, cipher: Cipher) {
    this.#folder = folder;
    this.#cipher = cipher;
  }

  /** @throws if the folder was written with another key. */
  static async open(folder: string, key: string): Promise<FolderVault> {
    const vault = new FolderVault(folder, new Cipher(key));
    await mkdir(folder, { recursive: true, mode: PRIVATE_FOLDER });
    try {
      const known = await vault.#read(KEY_CHECK);
      if (known === null) await vault.#write(KEY_CHECK, Buffer.from(KEY_CHECK));
    } catch (cause) {
      throw new Error(`The vault in ${folder} was written with another key than TALLYSTICK_VAULT_KEY.`, { cause });
    }
    return vault;
  }

  async writeFile(bytes: Uint8Array): Promise<Hex> {
    const sha256: Hex = `0x${createHash("sha256").update(bytes).digest("hex")}`;
    await this.#write(this.#place("files", sha256), bytes);
    return sha256;
  }

  readFile(sha256: Hex): Promise<Uint8Array | null> {
    return this.#read(this.#place("files", sha256));
  }

  async readDocument<T>(shelf: Shelf, key: Hex, schema: z.ZodType<T>): Promise<T | null> {
    const bytes = await this.#read(this.#place(shelf, key));
    return bytes === null ? null : schema.parse(JSON.parse(bytes.toString()));
  }

  async listDocuments<T>(shelf: Shelf, schema: z.ZodType<T>): Promise<T[]> {
    const names = (await unlessMissing(readdir(join(this.#folder, shelf)))) ?? [];
    const found = await Promise.all(names.filter(isSettled).map((name) => this.#read(`${shelf}/${name}`)));
    return found.flatMap((bytes) => (bytes === null ? [] : [schema.parse(JSON.parse(bytes.toString()))]));
  }

  changeDocument<T>(shelf: Shelf, key: Hex, schema: z.ZodType<T>, change: (current: T | null) => T): Promise<T> {
    return this.#inTurn(async () => {
      const changed = change(await this.readDocument(shelf, key, schema));
      await this.#write(this.#place(shelf, key), Buffer.from(JSON.stringify(changed)));
      return changed;
    });
  }

  log(entry: AuditEntry): Promise<void> {
    const line = `${JSON.stringify({ time: new Date().toISOString(), ...entry })}\n`;
    return this.#inTurn(async () => {
      const file = await open(join(this.#folder, "audit.jsonl"), "a", PRIVATE_FILE);
      try {
        await file.write(line);
        await file.sync();
      } finally {
        await file.close();
      }
    });
  }

  #place(shelf: Shelf | "files", key: Hex): string {
    return `${shelf}/${this.#cipher.nameOf(`${shelf}/${key.toLowerCase()}`)}`;
  }

  async #read(place: string): Promise<Buffer | null> {
    const sealed = await unlessMissing(readFile(join(this.#folder, place)));
    return sealed === null ? null : this.#cipher.open(sealed, place);
  }

  /** Beside, flushed, renamed: a reader or a power cut meets the old file or the new one. */
  async #write(place: string, bytes: Uint8Array): Promise<void> {
    const path = join(this.#folder, place);
    await mkdir(dirname(path), { recursive: true, mode: PRIVATE_FOLDER });
    const beside = `${path}.${randomUUID()}.tmp`;
    const file = await open(beside, "wx", PRIVATE_FILE);
    try {
      await file.writeFile(this.#cipher.seal(bytes, place));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
    await flushFolder(dirname(path));
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(task, task);
    // A failed change is its caller's to report; the next one goes ahead.
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}

function isSettled(name: string): boolean {
  return !name.endsWith(".tmp");
}

async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

const missing = z.object({ code: z.literal("ENOENT") });

async function unlessMissing<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found;
  } catch (error) {
    if (missing.safeParse(error).success) return null;
    throw error;
  }
}
