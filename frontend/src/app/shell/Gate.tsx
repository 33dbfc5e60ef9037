import { Outlet, useRouterState } from "@tanstack/react-router";
import { useConnection } from "wagmi";
import { Callout } from "../../ui/Callout.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { shortAddress } from "../../ui/Party.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { useCommonText } from "../i18n/useCommonText.ts";
import { useMe } from "../session/useMe.ts";
import { StrangerScreen } from "./StrangerScreen.tsx";
import { WelcomeScreen } from "./WelcomeScreen.tsx";

/** Lets participants through to the screens and tells everybody else what is missing. Settings are for all. */
export function Gate() {
  const t = useCommonText();
  const { status } = useConnection();
  const { account, participant, error } = useMe();
  const path = useRouterState({ select: (state) => state.location.pathname });
  if (path === "/settings") return <Outlet />;
  if (status === "connecting" || status === "reconnecting") return <Skeleton label={t("ui.loading")} />;
  if (!account) return <WelcomeScreen />;
  if (participant === null) return <StrangerScreen account={account} />;
  if (participant === undefined) {
    return error ? (
      <ErrorState title={t("page.loadFailed")} advice={t("page.loadFailedAdvice")} detail={error.message} />
    ) : (
      <Skeleton label={t("ui.loading")} />
    );
  }
  return (
    <>
      {participant.suspended && !participant.replaced && (
        <div className="mb-6">
          <Callout tone="warning" title={t("suspended.title")}>
            {t("suspended.text")}
          </Callout>
        </div>
      )}
      {participant.replaced && (
        <div className="mb-6">
          <Callout tone="warning" title={t("replaced.title")}>
            {t("replaced.text", { account: shortAddress(participant.successor ?? "") })}
          </Callout>
        </div>
      )}
      {/* Another account starts with fresh screens: nothing that one party typed is carried to the next. */}
      <Outlet key={account} />
    </>
  );
}
