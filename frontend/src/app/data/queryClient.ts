import { QueryClient } from "@tanstack/react-query";

/** What was read stays fresh until the index has taken in another block, which invalidates it. */
export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: 30_000, retry: 1, refetchOnWindowFocus: true } },
});
