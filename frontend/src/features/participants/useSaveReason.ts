import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Hex } from "viem";
import { postStandingReason, type StandingReason } from "../../app/data/vault.ts";
import { useSession } from "../../app/session/useSession.ts";

/** Keeps why an organisation was suspended or restored. */
export function useSaveReason(identity: Hex) {
  const { fetchAsUser } = useSession();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (entry: Pick<StandingReason, "action" | "reason">) => postStandingReason(fetchAsUser, identity, entry),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["index", "standingReasons"] }),
  });
}
