import { useQuery } from "@tanstack/react-query";
import { graphqlFetch } from "../graphql.ts";

/** Days on which confirmed receivables fall due, after the given one, each once. */
export function useDueDays(after: number | undefined) {
  return useQuery({
    queryKey: ["index", "dueDays", after],
    enabled: after !== undefined,
    queryFn: async ({ signal }): Promise<number[]> => {
      const query = `query ($after: Int!) {
        receivables(where: { status: confirmed, dueDay_gt: $after }, orderBy: "dueDay", limit: 200) { items { dueDay } }
      }`;
      const { receivables } = await graphqlFetch<{ receivables: { items: { dueDay: number }[] } }>(
        query,
        { after },
        signal,
      );
      return [...new Set(receivables.items.map(({ dueDay }) => dueDay))];
    },
  });
}
