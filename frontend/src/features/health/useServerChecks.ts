import { useQuery } from "@tanstack/react-query";
import { callServer } from "../../app/data/server.ts";
import { useSession } from "../../app/session/useSession.ts";
import type { Check } from "./check.ts";
import { useText } from "./text.ts";

const POLL_MS = 5_000;

/** The server that keeps names and documents, and whether it knows the reader. */
export function useServerChecks(): Check[] {
  const t = useText();
  const { status } = useSession();
  const { isError, isPending } = useQuery({
    queryKey: ["server", "health"],
    refetchInterval: POLL_MS,
    retry: false,
    queryFn: async ({ signal }) => {
      await callServer("/auth/nonce", { signal });
      return true;
    },
  });
  const label = t("server.vault");
  const vault: Check = isError
    ? { key: "vault", label, verdict: "fail", found: t("server.lost"), advice: t("server.lostAdvice") }
    : { key: "vault", label, verdict: isPending ? "unknown" : "ok", found: t(isPending ? "asking" : "server.reached") };
  const isSignedIn = status === "signed-in";
  const session: Check = {
    key: "session",
    label: t("server.session"),
    verdict: isSignedIn ? "ok" : status === "signing-in" ? "unknown" : "warn",
    found: t(`server.${status}`),
    ...(!isSignedIn && status !== "signing-in" && { advice: t("server.signIn") }),
  };
  return [vault, session];
}
