import { useMutation, useQueryClient } from "@tanstack/react-query";
import { putName } from "../../app/data/vault.ts";
import { useSession } from "../../app/session/useSession.ts";
import type { Admission } from "./admission.ts";

/** Writes an admitted organisation's name into the directory. The same again does no harm. */
export function useSaveName() {
  const { fetchAsUser } = useSession();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ identity, account, name, nameZh, scheme, number }: Omit<Admission, "roles" | "kycUntil">) =>
      putName(fetchAsUser, identity, { account, name, nameZh, scheme, number }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["index", "directory"] }),
  });
}
