import type { Hex } from "viem";
import { z } from "zod";
import { accountSchema, hex } from "./hexSchema.ts";
import { hasRole, type LedgerView, requireActive } from "./ledgerView.ts";
import { plainText } from "./plainText.ts";
import { notParticipant, Refusal } from "./refusal.ts";
import type { Vault } from "./vault.ts";

const MOST_REASONS = 500;

export const reasonSchema = z.object({ action: z.enum(["suspend", "restore"]), reason: plainText(500) });

const storedSchema = z.object({
  identity: hex(20),
  reasons: z.array(reasonSchema.extend({ by: accountSchema, at: z.iso.datetime() })),
});

export type StandingReasons = z.infer<typeof storedSchema>;

/** Why the operator suspended an organisation, or restored it. The ledger says that it did, and when; never why. */
export class StandingReasonBook {
  readonly #vault: Vault;
  readonly #ledger: LedgerView;

  constructor(vault: Vault, ledger: LedgerView) {
    this.#vault = vault;
    this.#ledger = ledger;
  }

  /** All of them for operator and supervisor; its own for anybody else who was ever admitted, also while suspended. */
  async list(reader: Hex): Promise<StandingReasons[]> {
    const found = await this.#ledger.participant(reader);
    if (!found || found.roles === 0 || found.replaced) throw notParticipant();
    const seesAll = !found.suspended && (hasRole(found, "operator") || hasRole(found, "supervisor"));
    if (seesAll) return this.#vault.listDocuments("standing", storedSchema);
    const own = await this.#vault.readDocument("standing", found.identity, storedSchema);
    return own ? [own] : [];
  }

  async add(operator: Hex, identity: Hex, entry: z.infer<typeof reasonSchema>): Promise<StandingReasons> {
    if (!hasRole(await requireActive(this.#ledger, operator), "operator")) {
      throw new Refusal(403, "NotOperator", "Only the operator says why somebody was suspended or restored.");
    }
    if ((await this.#ledger.participantOf(identity)) === null) {
      throw new Refusal(404, "IdentityUnknown", "The ledger has not admitted this identity.");
    }
    const added = { ...entry, by: operator, at: new Date().toISOString() };
    const stored = await this.#vault.changeDocument("standing", identity, storedSchema, (current) => {
      const reasons = current?.reasons ?? [];
      if (reasons.length >= MOST_REASONS) throw new Refusal(409, "ListFull", "No more reasons can be kept here.");
      return { identity, reasons: [...reasons, added] };
    });
    await this.#vault.log({ account: operator, action: entry.action, subject: identity });
    return stored;
  }
}
