import { db } from "ponder:api";
import { participant, receivable, slice, transfer, transferOffer } from "ponder:schema";
import { and, eq } from "ponder";
import type { LedgerView } from "./vault/ledgerView.ts";

/** The ledger as the index knows it. */
export const ledgerTables: LedgerView = {
  async participant(account) {
    const [row] = await db.select().from(participant).where(eq(participant.account, account)).limit(1);
    return row ?? null;
  },

  async participantOf(identity) {
    const [row] = await db.select().from(participant).where(eq(participant.identity, identity)).limit(1);
    return row ?? null;
  },

  async receivable(id) {
    const [row] = await db.select().from(receivable).where(eq(receivable.id, id)).limit(1);
    return row ?? null;
  },

  async isHolder(account, receivableId) {
    const held = and(eq(slice.receivableId, receivableId), eq(slice.holder, account), eq(slice.status, "live"));
    const rows = await db.select({ id: slice.id }).from(slice).where(held).limit(1);
    return rows.length > 0;
  },

  async wasPayee(account, receivableId) {
    const received = and(eq(transfer.receivableId, receivableId), eq(transfer.to, account));
    const offered = and(eq(transferOffer.receivableId, receivableId), eq(transferOffer.payee, account));
    const [transfers, offers] = await Promise.all([
      db.select({ id: transfer.id }).from(transfer).where(received).limit(1),
      db.select({ id: transferOffer.id }).from(transferOffer).where(offered).limit(1),
    ]);
    return transfers.length + offers.length > 0;
  },
};
