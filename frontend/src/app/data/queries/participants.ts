import { useQuery } from "@tanstack/react-query";
import type { Address, Hex } from "viem";
import type { obligorStanding, participant } from "../../../../../indexer/ponder.schema.ts";
import { graphqlFetch, type RowPage } from "../graphql.ts";
import { revive, type Wire } from "../wire.ts";

export type Participant = typeof participant.$inferSelect;

const FIELDS =
  "account identity roles suspended standingConsent replaced overdue desks kycUntil word admittedBy admittedAt successor replacementId";
const BIGINTS = { desks: true, word: true, admittedAt: true } as const;

/** Everybody ever admitted, newest first. */
export function useParticipants() {
  return useQuery({
    queryKey: ["index", "participants"],
    queryFn: async ({ signal }): Promise<Participant[]> => {
      const query = `{ participants(limit: 1000, orderBy: "admittedAt", orderDirection: "desc") { items { ${FIELDS} } } }`;
      const { participants } = await graphqlFetch<{ participants: RowPage<Wire<Participant>> }>(query, {}, signal);
      return participants.items.map((row) => revive<Participant>(row, BIGINTS));
    },
  });
}

/** One participant by its account; null when it was never admitted. */
export function useParticipant(account: Address | undefined) {
  return useQuery({
    queryKey: ["index", "participant", account?.toLowerCase()],
    enabled: account !== undefined,
    queryFn: async ({ signal }): Promise<Participant | null> => {
      const query = `query ($account: String!) { participant(account: $account) { ${FIELDS} } }`;
      const variables = { account: account?.toLowerCase() };
      const found = await graphqlFetch<{ participant: Wire<Participant> | null }>(query, variables, signal);
      return found.participant && revive<Participant>(found.participant, BIGINTS);
    },
  });
}

export type ObligorStanding = typeof obligorStanding.$inferSelect;

/** What an organisation owes in each currency, and the most it may owe; currencies it never owed in have no row. */
export function useObligorStandings(identity: Hex | undefined) {
  return useQuery({
    queryKey: ["index", "obligorStandings", identity?.toLowerCase()],
    enabled: identity !== undefined,
    queryFn: async ({ signal }): Promise<ObligorStanding[]> => {
      const query = `query ($identity: String!) { obligorStandings(limit: 1000, where: { identity: $identity }) { items { identity currency outstanding limit } } }`;
      const variables = { identity: identity?.toLowerCase() };
      type Answer = { obligorStandings: RowPage<Wire<ObligorStanding>> };
      const { obligorStandings } = await graphqlFetch<Answer>(query, variables, signal);
      return obligorStandings.items.map((row) => revive<ObligorStanding>(row, { outstanding: true, limit: true }));
    },
  });
}
