import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { shortAddress } from "../../ui/Party.tsx";
import { useLanguage } from "../i18n/useLanguage.ts";
import { useMe } from "../session/useMe.ts";
import { useSession } from "../session/useSession.ts";
import { type DirectoryEntry, nameIn } from "./directory.ts";

interface Directory {
  entries: readonly DirectoryEntry[];
  /** The company's name, or null when the directory does not tell it. */
  findName: (account: string) => string | null;
  /** The company's name, or its shortened account. */
  nameOf: (account: string) => string;
  entryOf: (account: string) => DirectoryEntry | undefined;
  byIdentity: (identity: string) => DirectoryEntry | undefined;
  /** False until signed in: names are for admitted participants. */
  isReadable: boolean;
}

/** Names behind accounts. Always usable: without a sign-in it knows none and falls back to accounts. */
export function useDirectory(): Directory {
  const language = useLanguage();
  const { session, fetchAsUser } = useSession();
  const { participant } = useMe();
  const { data } = useQuery({
    queryKey: ["index", "directory", session?.account],
    // Others would only be refused.
    enabled: session !== null && !!participant && !participant.suspended && !participant.replaced,
    queryFn: async ({ signal }): Promise<DirectoryEntry[]> => (await fetchAsUser("/directory", { signal })).json(),
    retry: false,
  });
  return useMemo(() => {
    const entries = (session && data) || [];
    const byAccount = new Map(entries.map((entry) => [entry.account.toLowerCase(), entry]));
    const byIdentity = new Map(entries.map((entry) => [entry.identity.toLowerCase(), entry]));
    const findName = (account: string) => {
      const entry = byAccount.get(account.toLowerCase());
      return entry ? nameIn(entry, language) : null;
    };
    return {
      entries,
      findName,
      nameOf: (account) => findName(account) ?? shortAddress(account),
      entryOf: (account) => byAccount.get(account.toLowerCase()),
      byIdentity: (identity) => byIdentity.get(identity.toLowerCase()),
      isReadable: session !== null && data !== undefined,
    };
  }, [data, session, language]);
}
