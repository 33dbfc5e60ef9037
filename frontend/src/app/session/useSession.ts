import { createContext, use } from "react";
import type { Session } from "./sessionStore.ts";

type SessionStatus = "signed-out" | "signing-in" | "signed-in" | "failed";

interface UserRequest {
  method?: "GET" | "POST" | "PUT";
  body?: object;
  signal?: AbortSignal;
}

export interface SessionAccess {
  status: SessionStatus;
  session: Session | null;
  /** Why the last attempt failed. */
  error: Error | null;
  /** Asks the connected account for a signature. */
  signIn: () => void;
  signOut: () => void;
  /** A call to the indexer's server with the session's token; an expired session ends. */
  fetchAsUser: (path: string, request?: UserRequest) => Promise<Response>;
}

export const SessionContext = createContext<SessionAccess | null>(null);

/** The connected account's sign-in to the server that keeps names and documents. */
export function useSession(): SessionAccess {
  const access = use(SessionContext);
  if (!access) throw new Error("SessionProvider is missing above this component.");
  return access;
}
