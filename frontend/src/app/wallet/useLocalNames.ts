import { useQuery } from "@tanstack/react-query";
import { useConnection, useConnectors } from "wagmi";
import { type DirectoryEntry, nameIn } from "../data/directory.ts";
import { useParticipants } from "../data/queries/participants.ts";
import { callServer } from "../data/server.ts";
import { useDeployment } from "../deployment/useDeployment.ts";
import { useCommonText } from "../i18n/useCommonText.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { createSessionStore } from "../session/sessionStore.ts";
import { signIn } from "../session/signIn.ts";
import { useMe } from "../session/useMe.ts";
import { isLocalConnector } from "./localConnector.types.ts";

/**
 * Names beside the development accounts for whoever can't read the directory, having chosen none of them or one that is not admitted:
 * who opens this page holds all their keys, so the first admitted one signs in and reads it.
 */
export function useLocalNames(): (account: string) => string | null {
  const { chainId, genesisHash } = useDeployment();
  const language = useLanguage();
  const t = useCommonText();
  const local = useConnectors().find(isLocalConnector);
  const { data: participants } = useParticipants();
  const active = participants?.filter(({ roles, suspended, replaced }) => roles !== 0 && !suspended && !replaced);
  const reader = local?.accounts.find((account) => active?.some((row) => row.account === account.toLowerCase()));

  const { status } = useConnection();
  const { participant } = useMe();
  const isStranger = participant === null || participant?.suspended || participant?.replaced;

  const { data } = useQuery({
    queryKey: ["index", "localNames", reader],
    enabled: local !== undefined && reader !== undefined && (status === "disconnected" || isStranger === true),
    retry: 1,
    queryFn: async ({ signal }): Promise<DirectoryEntry[]> => {
      if (!local || !reader) throw new Error("No development account.");
      const store = createSessionStore(sessionStorage, genesisHash);
      const sign = (message: string) => local.signText(reader, message);
      const kept = store.read(reader, Date.now());
      const session = kept ?? (await signIn({ account: reader, chainId, statement: t("session.statement"), sign }));
      store.write(session);
      try {
        return await (await callServer("/directory", { token: session.token, signal })).json();
      } catch (error) {
        // A restarted server has forgotten its sessions: the retry opens a new one.
        store.remove(reader);
        throw error;
      }
    },
  });
  return (account) => {
    const entry = data?.find((candidate) => candidate.account.toLowerCase() === account.toLowerCase());
    return entry ? nameIn(entry, language) : null;
  };
}
