import { type Hex, keccak256, stringToBytes } from "viem";
import { z } from "zod";
import { dayFromIso } from "../../../../frontend/src/domain/day-count.ts";
import type { DocumentFacts } from "../../../../frontend/src/domain/document-root.ts";
import { foldText } from "../../../../frontend/src/domain/fold-text.ts";
import { accountSchema, hex } from "./hexSchema.ts";
import { hasRole, type LedgerView, type ReceivableView, requireActive } from "./ledgerView.ts";
import { Refusal } from "./refusal.ts";
import { factsOf, requireTrueSeal, sealedSchema } from "./sealedInvoice.ts";
import type { Vault } from "./vault.ts";

const MOST_READERS = 200;
const MOST_ENTRIES = 20;

export const invoiceSchema = z.object({
  fileName: z
    .string()
    .min(1)
    .max(200)
    .regex(/^[^\p{C}\p{Zl}\p{Zp}/\\]+$/u, "A file name has no path and no invisible characters."),
  sealed: sealedSchema,
});

export const registryEntrySchema = z.object({ number: z.string().min(1).max(100), date: z.iso.date() });

const versionSchema = invoiceSchema.extend({ fileSha256: hex(32), by: accountSchema, at: z.string() });
/** One for the terms on the ledger and one for a correction on its way; the ledger's document root says which counts. */
const invoiceDocument = z.array(versionSchema);
const readersDocument = z.array(z.object({ account: accountSchema, by: accountSchema, at: z.string() }));
const entriesDocument = z.array(registryEntrySchema.extend({ entryHash: hex(32), by: accountSchema, at: z.string() }));

type Version = z.infer<typeof versionSchema>;
type RegistryEntry = z.infer<typeof entriesDocument>[number];

export interface InvoiceView {
  receivableId: Hex;
  documentRoot: Hex;
  facts: DocumentFacts;
  fields: Version["sealed"]["fields"];
  fileName: string;
  fileSha256: Hex;
  storedAt: string;
  shownTo: z.infer<typeof readersDocument>;
  registryEntries: RegistryEntry[];
}

/** Invoice files with their facts: written by the seller, read by those who have to do with the receivable. */
export class Invoices {
  readonly #vault: Vault;
  readonly #ledger: LedgerView;

  constructor(vault: Vault, ledger: LedgerView) {
    this.#vault = vault;
    this.#ledger = ledger;
  }

  /** Stores a file whose facts are its own and whose seller is the caller; replaced only until it is confirmed. */
  async put(
    account: Hex,
    id: Hex,
    file: Uint8Array,
    { fileName, sealed }: z.infer<typeof invoiceSchema>,
  ): Promise<void> {
    const caller = await requireActive(this.#ledger, account);
    const facts = requireTrueSeal(id, file, sealed);
    if (facts.sellerIdentity !== caller.identity) {
      throw new Refusal(403, "NotSeller", "The invoice's seller is not the organisation of this account.");
    }
    if (!(await this.#ledger.participantOf(hex(20).parse(facts.buyerIdentity)))) {
      throw new Refusal(422, "BuyerNotAdmitted", "The invoice's buyer is not an admitted participant.");
    }
    const receivable = await this.#ledger.receivable(id);
    if (isFinal(receivable) && receivable?.documentRoot !== sealed.root) {
      throw new Refusal(409, "AlreadyConfirmed", "The receivable is confirmed; its document cannot be replaced.");
    }
    const fileSha256 = await this.#vault.writeFile(file);
    const version = { fileName, sealed, fileSha256, by: account, at: new Date().toISOString() };
    await this.#vault.changeDocument("invoices", id, invoiceDocument, (versions) => [
      ...(versions ?? []).filter(({ sealed: { root } }) => root === receivable?.documentRoot && root !== sealed.root),
      version,
    ]);
    await this.#vault.log({ account, action: "putInvoice", subject: id, detail: sealed.root });
  }

  async get(account: Hex, id: Hex): Promise<InvoiceView> {
    const version = await this.#readable(account, id);
    return {
      receivableId: id,
      documentRoot: version.sealed.root,
      facts: factsOf(version.sealed),
      fields: version.sealed.fields,
      fileName: version.fileName,
      fileSha256: version.fileSha256,
      storedAt: version.at,
      shownTo: (await this.#vault.readDocument("readers", id, readersDocument)) ?? [],
      registryEntries: (await this.#vault.readDocument("registry-entries", id, entriesDocument)) ?? [],
    };
  }

  async file(account: Hex, id: Hex): Promise<{ name: string; bytes: Uint8Array }> {
    const { fileSha256, fileName } = await this.#readable(account, id);
    const bytes = await this.#vault.readFile(fileSha256);
    if (!bytes) throw new Error(`The vault has lost the file ${fileSha256} of receivable ${id}.`);
    return { name: fileName, bytes };
  }

  /** A party or holder lets another participant read. */
  async show(account: Hex, id: Hex, to: Hex): Promise<void> {
    const caller = await requireActive(this.#ledger, account);
    if (!(await this.#isParty(caller.identity, id, await this.#ledger.receivable(id)))) {
      throw new Refusal(403, "NotParty", "Only the obligor, the creditor or a holder shows an invoice to others.");
    }
    await requireActive(this.#ledger, to).catch(() => {
      throw new Refusal(422, "ReaderNotAdmitted", "The account is not an admitted participant in good standing.");
    });
    await this.#vault.changeDocument("readers", id, readersDocument, (readers) =>
      appended(
        readers,
        { account: to, by: account, at: new Date().toISOString() },
        (reader) => reader.account === to,
        MOST_READERS,
      ),
    );
    await this.#vault.log({ account, action: "showInvoice", subject: id, detail: to });
  }

  /** The movable-property registry's number in clear; the ledger keeps its hash. */
  async putRegistryEntry(account: Hex, id: Hex, given: z.infer<typeof registryEntrySchema>): Promise<RegistryEntry> {
    const { identity } = await requireActive(this.#ledger, account);
    const receivable = await this.#ledger.receivable(id);
    const isCreditor = receivable?.creditorIdentity === identity;
    if (!isCreditor && !(await this.#ledger.isHolder(identity, id))) {
      throw new Refusal(403, "NotHolder", "Only the creditor or a holder records the registry's entry.");
    }
    dayFromIso(given.date);
    const number = foldText(given.number);
    if (number === "") throw new Refusal(422, "RegistryNumberEmpty", "The registry's number is empty.");
    const entryHash = keccak256(stringToBytes(`tallystick.registry.v1|${number}`));
    const entry = { number, date: given.date, entryHash, by: account, at: new Date().toISOString() };
    const isSame = (known: RegistryEntry) => known.entryHash === entryHash && known.date === given.date;
    await this.#vault.changeDocument("registry-entries", id, entriesDocument, (entries) =>
      appended(entries, entry, isSame, MOST_ENTRIES),
    );
    await this.#vault.log({ account, action: "putRegistryEntry", subject: id, detail: entryHash });
    return entry;
  }

  async #readable(account: Hex, id: Hex): Promise<Version> {
    const receivable = await this.#ledger.receivable(id);
    const versions = (await this.#vault.readDocument("invoices", id, invoiceDocument)) ?? [];
    const version = receivable
      ? versions.find(({ sealed }) => sealed.root === receivable.documentRoot)
      : versions.at(-1);
    if (!version) throw new Refusal(404, "InvoiceUnknown", "No invoice is kept for this receivable.");
    if (!(await this.#mayRead(account, id, receivable, version))) {
      throw new Refusal(
        403,
        "MayNotRead",
        "This invoice is for its parties, those it was shown to, and the supervisor.",
      );
    }
    return version;
  }

  /**
   * Parties and those who held or were offered a slice keep reading, even when suspended: it is evidence of what they are owed.
   * An offer or a payment counts as showing; others are shown the invoice by name. A replaced key reads nothing: nobody knows who has it.
   */
  async #mayRead(account: Hex, id: Hex, receivable: ReceivableView | null, version: Version): Promise<boolean> {
    const reader = await this.#ledger.participant(account);
    if (!reader || reader.replaced) return false;
    if (account === version.by || reader.identity === factsOf(version.sealed).sellerIdentity) return true;
    if (hasRole(reader, "supervisor") && !reader.suspended) return true;
    if (!receivable) return false;
    if (await this.#isParty(reader.identity, id, receivable)) return true;
    if (await this.#ledger.wasPayee(reader.identity, id)) return true;
    const readers = await this.#vault.readDocument("readers", id, readersDocument);
    return (readers ?? []).some((shown) => shown.account === account) && !reader.suspended;
  }

  async #isParty(identity: Hex, id: Hex, receivable: ReceivableView | null): Promise<boolean> {
    if (!receivable) return false;
    const { obligorIdentity, creditorIdentity } = receivable;
    return obligorIdentity === identity || creditorIdentity === identity || this.#ledger.isHolder(identity, id);
  }
}

function isFinal(receivable: ReceivableView | null): boolean {
  return receivable !== null && ["confirmed", "defaulted", "settled", "writtenOff"].includes(receivable.status);
}

/** Adds once what is not there yet. */
function appended<T>(list: readonly T[] | null, item: T, isSame: (known: T) => boolean, most: number): T[] {
  const known = [...(list ?? [])];
  if (known.some(isSame)) return known;
  if (known.length >= most) throw new Refusal(409, "ListFull", `No more than ${most} can be kept here.`);
  return [...known, item];
}
