import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import type { Address } from "viem";
import { useConnection, useSignMessage } from "wagmi";
import { callServer, ServerError } from "../data/server.ts";
import { useDeployment } from "../deployment/useDeployment.ts";
import { useCommonText } from "../i18n/useCommonText.ts";
import { isLocalConnector } from "../wallet/localConnector.types.ts";
import { createSessionStore, type Session } from "./sessionStore.ts";
import { signIn } from "./signIn.ts";
import { type SessionAccess, SessionContext } from "./useSession.ts";

/** Keeps the connected account's session. A development account signs in by itself; a wallet is asked when its owner wants. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const { chainId, genesisHash } = useDeployment();
  const { address, connector, status: connection } = useConnection();
  const t = useCommonText();
  const store = useMemo(() => createSessionStore(sessionStorage, genesisHash), [genesisHash]);
  const [session, setSession] = useState<Session | null>(null);
  const { mutateAsync: signMessage } = useSignMessage();

  const login = useMutation({
    mutationFn: (account: Address) =>
      signIn({
        account,
        chainId,
        statement: t("session.statement"),
        sign: (message) => signMessage({ account, message }),
      }),
    onSuccess: (opened) => {
      store.write(opened);
      setSession(opened);
    },
  });
  const { mutate: start, reset } = login;
  // While a kept connection is taken up again, wagmi names it, drops it and names it anew.
  const isLocal = connection === "connected" && connector !== undefined && isLocalConnector(connector);

  useEffect(() => {
    reset();
    const kept = address ? store.read(address, Date.now()) : null;
    setSession(kept);
    if (address && !kept && isLocal) start(address);
  }, [address, isLocal, store, start, reset]);

  // What belongs to another account is never used, not even for the moment before the effect above has run.
  const current = session && session.account === address ? session : null;

  const end = useCallback(() => {
    if (current) store.remove(current.account);
    setSession(null);
  }, [current, store]);

  const fetchAsUser = useCallback<SessionAccess["fetchAsUser"]>(
    async (path, request = {}) => {
      if (!current) throw new ServerError(401, "NotSignedIn", "Sign in first.");
      try {
        return await callServer(path, { ...request, token: current.token });
      } catch (error) {
        if (error instanceof ServerError && error.status === 401) {
          end();
          // The server forgets its sessions when it restarts; a development account opens another by itself.
          if (isLocal) start(current.account);
        }
        throw error;
      }
    },
    [current, end, isLocal, start],
  );

  const access = useMemo<SessionAccess>(
    () => ({
      status: current ? "signed-in" : login.isPending ? "signing-in" : login.isError ? "failed" : "signed-out",
      session: current,
      error: login.error,
      signIn: () => address && start(address),
      signOut: () => {
        if (!current) return;
        callServer("/auth/logout", { method: "POST", token: current.token }).catch((reason: unknown) => {
          // The token is dropped here in any case, and ends by itself there.
          console.warn(reason);
        });
        end();
      },
      fetchAsUser,
    }),
    [current, login.isPending, login.isError, login.error, address, start, end, fetchAsUser],
  );
  return <SessionContext value={access}>{children}</SessionContext>;
}
