import type { Hex } from "viem";
import type { z } from "zod";

/** Kinds of documents. Each is found by a key: an identity for names and standing, a receivable's id for the others. */
export type Shelf = "names" | "invoices" | "readers" | "registry-entries" | "standing";

export interface AuditEntry {
  account: Hex;
  action: string;
  /** What it was done to: an identity or a receivable's id, never a name. */
  subject: Hex;
  detail?: Hex;
}

/** Where names and invoice files are kept. Whoever may ask for them is decided before. */
export interface Vault {
  /** @returns the file's SHA-256, by which it is found again. */
  writeFile(bytes: Uint8Array): Promise<Hex>;
  readFile(sha256: Hex): Promise<Uint8Array | null>;
  readDocument<T>(shelf: Shelf, key: Hex, schema: z.ZodType<T>): Promise<T | null>;
  listDocuments<T>(shelf: Shelf, schema: z.ZodType<T>): Promise<T[]>;
  /** Reads, changes and writes with nobody in between; what `change` throws leaves the document as it was. */
  changeDocument<T>(shelf: Shelf, key: Hex, schema: z.ZodType<T>, change: (current: T | null) => T): Promise<T>;
  /** Appends to the record of who changed what, and when. */
  log(entry: AuditEntry): Promise<void>;
}
