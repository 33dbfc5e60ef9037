import { useQuery } from "@tanstack/react-query";
import type { policyVersion } from "../../../../../indexer/ponder.schema.ts";
import { graphqlFetch, type RowPage } from "../graphql.ts";
import { useChainHead } from "../useChainHead.ts";
import { revive, type Wire } from "../wire.ts";

export type PolicyVersion = typeof policyVersion.$inferSelect;

const FIELDS =
  "version tenorSoftDays tenorHardDays maxHops minSlice maxSlices graceDays defaultDays penaltyPpmPerDay utcOffsetHours requireRegistry stopIssuance consentAllowed contractAbove effectiveFrom supersededAt addedBy decision";
const BIGINTS = { minSlice: true, contractAbove: true, effectiveFrom: true, supersededAt: true } as const;

/** Every version of the policy. A receivable keeps to the one it was confirmed under. */
export function usePolicies() {
  return useQuery({
    queryKey: ["index", "policies"],
    queryFn: async ({ signal }): Promise<PolicyVersion[]> => {
      const query = `{ policyVersions(limit: 1000, orderBy: "version") { items { ${FIELDS} } } }`;
      const { policyVersions } = await graphqlFetch<{ policyVersions: RowPage<Wire<PolicyVersion>> }>(
        query,
        {},
        signal,
      );
      return policyVersions.items.map((row) => revive<PolicyVersion>(row, BIGINTS));
    },
  });
}

/** The version for what is confirmed now; undefined while it loads. */
export function usePolicyInForce(): PolicyVersion | undefined {
  const { data: policies } = usePolicies();
  const { data: head } = useChainHead();
  if (!policies || !head) return undefined;
  return policies.find(
    ({ effectiveFrom, supersededAt }) =>
      effectiveFrom <= head.timestamp &&
      (supersededAt === null || supersededAt === 0n || supersededAt > head.timestamp),
  );
}

/** Hours east of Greenwich by which days begin and end; the house's default until the policy is read. */
export function useUtcOffset(): number {
  return usePolicyInForce()?.utcOffsetHours ?? 8;
}
