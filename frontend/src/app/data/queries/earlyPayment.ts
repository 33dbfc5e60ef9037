import { useQuery } from "@tanstack/react-query";
import type { Address, Hex } from "viem";
import type {
  earlyPayment,
  earlyPaymentInvitation,
  earlyPaymentProgramme,
} from "../../../../../indexer/ponder.schema.ts";
import { fetchRows } from "../fetchRows.ts";

export type ProgrammeRow = typeof earlyPaymentProgramme.$inferSelect;
type InvitationRow = typeof earlyPaymentInvitation.$inferSelect;
export type EarlyPaymentRow = typeof earlyPayment.$inferSelect;

const PROGRAMME_BIGINTS = {
  id: true,
  startsAt: true,
  expiresAt: true,
  budget: true,
  spent: true,
  smallestFace: true,
  postedAt: true,
} as const;
const INVITATION_BIGINTS = { programmeId: true } as const;
const PAYMENT_BIGINTS = { programmeId: true, face: true, discount: true, net: true, timestamp: true } as const;

const PROGRAMMES = `query Programmes($where: earlyPaymentProgrammeFilter, $after: String) {
  earlyPaymentProgrammes(where: $where, orderBy: "postedAt", orderDirection: "desc", limit: 1000, after: $after) {
    items { id obligor currency startsAt expiresAt forAll paused withdrawn budget spent smallestFace tiers postedAt txHash }
    pageInfo { hasNextPage endCursor }
  }
}`;
const INVITATIONS = `query Invitations($where: earlyPaymentInvitationFilter, $after: String) {
  earlyPaymentInvitations(where: $where, limit: 1000, after: $after) {
    items { programmeId identity holder invited }
    pageInfo { hasNextPage endCursor }
  }
}`;
const PAYMENTS = `query EarlyPayments($where: earlyPaymentFilter, $after: String) {
  earlyPayments(where: $where, orderBy: "timestamp", orderDirection: "desc", limit: 1000, after: $after) {
    items { id sliceId receivableId programmeId holder obligor face days ratePpm discount net timestamp txHash }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** Programmes of the given obligors, newest first; expired and withdrawn ones too. */
export function useProgrammes(obligors: readonly string[], enabled = true) {
  const where = { obligor_in: [...new Set(obligors.map((account) => account.toLowerCase()))].sort() };
  return useQuery({
    queryKey: ["index", "programmes", where],
    enabled,
    queryFn: async () => {
      if (where.obligor_in.length === 0) return [];
      return fetchRows<ProgrammeRow>(PROGRAMMES, "earlyPaymentProgrammes", PROGRAMME_BIGINTS, where);
    },
  });
}

/** Who is invited to a programme, or to which ones an organisation is; also those whose invitation was taken back. */
export function useInvitations(filter: { programmeId: bigint } | { identity: Hex }, enabled = true) {
  const where =
    "programmeId" in filter
      ? { programmeId: filter.programmeId.toString() }
      : { identity: filter.identity.toLowerCase() };
  return useQuery({
    queryKey: ["index", "invitations", where],
    enabled,
    queryFn: () => fetchRows<InvitationRow>(INVITATIONS, "earlyPaymentInvitations", INVITATION_BIGINTS, where),
  });
}

/** Slices that were paid early by a programme, newest first. */
export function useEarlyPayments(filter: { obligor: Address } | { holder: Address }) {
  const where = Object.fromEntries(Object.entries(filter).map(([side, account]) => [side, account.toLowerCase()]));
  return useQuery({ queryKey: ["index", "earlyPayments", where], queryFn: () => fetchEarlyPayments(where) });
}

/** By a condition of the index's filter, such as `{ receivableId_in: […] }`. */
export function fetchEarlyPayments(where: Readonly<Record<string, unknown>>): Promise<EarlyPaymentRow[]> {
  return fetchRows<EarlyPaymentRow>(PAYMENTS, "earlyPayments", PAYMENT_BIGINTS, where);
}
