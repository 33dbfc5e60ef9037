import type { Hex } from "viem";
import { z } from "zod";
import { IDENTITY_SCHEMES, identityHash, normaliseIdentifier } from "../../../../frontend/src/domain/identifiers.ts";
import { accountSchema, hex } from "./hexSchema.ts";
import { hasRole, type LedgerView, requireActive } from "./ledgerView.ts";
import { plainText } from "./plainText.ts";
import { Refusal } from "./refusal.ts";
import type { Vault } from "./vault.ts";

const nameSchema = plainText(200);

export const nameEntrySchema = z.object({
  account: accountSchema,
  name: nameSchema,
  nameZh: nameSchema.nullable(),
  scheme: z.enum(IDENTITY_SCHEMES),
  number: z.string().min(1).max(40),
});

const storedSchema = nameEntrySchema.extend({ identity: hex(20) });

export type NameEntry = z.infer<typeof storedSchema>;

/** The names behind accounts, for participants only. */
export class Directory {
  readonly #vault: Vault;
  readonly #ledger: LedgerView;

  constructor(vault: Vault, ledger: LedgerView) {
    this.#vault = vault;
    this.#ledger = ledger;
  }

  /** One entry for each account an organisation has or had, the one in force last. */
  async list(reader: Hex): Promise<NameEntry[]> {
    await requireActive(this.#ledger, reader);
    const entries = await this.#vault.listDocuments("names", storedSchema);
    const accounts = await this.#ledger.accounts();
    return entries.flatMap((entry) => {
      const admitted = accounts.filter(({ identity }) => identity === entry.identity);
      return admitted.length === 0 ? [entry] : admitted.map(({ account }) => ({ ...entry, account }));
    });
  }

  /** The operator writes down who an identity is; scheme and number must be what the identity was made of. */
  async put(operator: Hex, identity: Hex, entry: z.infer<typeof nameEntrySchema>): Promise<NameEntry> {
    if (!hasRole(await requireActive(this.#ledger, operator), "operator")) {
      throw new Refusal(403, "NotOperator", "Only the operator writes the directory of names.");
    }
    if (identityHash(entry.scheme, entry.number) !== identity) {
      throw new Refusal(422, "IdentityDiffers", "Scheme and number do not make this identity.");
    }
    const admitted = await this.#ledger.participantOf(identity);
    if (admitted && admitted.account !== entry.account) {
      throw new Refusal(
        409,
        "AccountDiffers",
        `The ledger has admitted this identity with account ${admitted.account}.`,
      );
    }
    const stored = { ...entry, number: normaliseIdentifier(entry.scheme, entry.number), identity };
    await this.#vault.changeDocument("names", identity, storedSchema, () => stored);
    await this.#vault.log({ account: operator, action: "putName", subject: identity, detail: entry.account });
    return stored;
  }
}
