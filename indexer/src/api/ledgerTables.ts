import { db } from "ponder:api";
import { organisation, participant, receivable, slice, transfer, transferOffer } from "ponder:schema";
import { and, asc, eq, inArray } from "ponder";
import type { Hex } from "viem";
import type { LedgerView } from "./vault/ledgerView.ts";

/** The ledger as the index knows it. */
export const ledgerTables: LedgerView = {
  async participant(account) {
    const [row] = await db.select().from(participant).where(eq(participant.account, account)).limit(1);
    return row ?? null;
  },

  async participantOf(identity) {
    const inForce = and(eq(organisation.identity, identity), eq(organisation.account, participant.account));
    const [found] = await db.select().from(participant).innerJoin(organisation, inForce).limit(1);
    return found?.participant ?? null;
  },

  async accounts() {
    const { account, identity } = participant;
    return db.select({ account, identity }).from(participant).orderBy(asc(participant.admittedAt));
  },

  async receivable(id) {
    const [row] = await db.select().from(receivable).where(eq(receivable.id, id)).limit(1);
    return row ?? null;
  },

  async isHolder(identity, receivableId) {
    const mine = inArray(slice.holder, accountsOf(identity));
    const held = and(eq(slice.receivableId, receivableId), mine, eq(slice.status, "live"));
    const rows = await db.select({ id: slice.id }).from(slice).where(held).limit(1);
    return rows.length > 0;
  },

  async wasPayee(identity, receivableId) {
    const mine = accountsOf(identity);
    const received = and(eq(transfer.receivableId, receivableId), inArray(transfer.to, mine));
    const offered = and(eq(transferOffer.receivableId, receivableId), inArray(transferOffer.payee, mine));
    const [transfers, offers] = await Promise.all([
      db.select({ id: transfer.id }).from(transfer).where(received).limit(1),
      db.select({ id: transferOffer.id }).from(transferOffer).where(offered).limit(1),
    ]);
    return transfers.length + offers.length > 0;
  },
};

function accountsOf(identity: Hex) {
  return db.select({ account: participant.account }).from(participant).where(eq(participant.identity, identity));
}
