import { Link, Outlet, useRouterState } from "@tanstack/react-router";
import { useConnection } from "wagmi";
import { isolatedText } from "../../domain/plain-text.ts";
import { buttonClass } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { shortAddress } from "../../ui/Party.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { useStandingReasons } from "../data/vault.ts";
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
      {participant.suspended && !participant.replaced && <SuspendedCallout identity={participant.identity} />}
      {participant.replacementId && path !== "/keys" && <KeyLostCallout />}
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

function SuspendedCallout({ identity }: { identity: string }) {
  const t = useCommonText();
  const { data } = useStandingReasons();
  const last = data?.find((kept) => kept.identity === identity)?.reasons.at(-1);
  return (
    <div className="mb-6">
      <Callout tone="warning" title={t("suspended.title")}>
        <p>{t("suspended.text")}</p>
        {last?.action === "suspend" && (
          <p>
            <bdi className="wrap-anywhere">{t("suspended.reason", { reason: isolatedText(last.reason) })}</bdi>
          </p>
        )}
      </Callout>
    </div>
  );
}

/** For the owner of the key that is said to be lost, on every screen. */
function KeyLostCallout() {
  const t = useCommonText();
  const open = (
    <Link to="/keys" className={buttonClass()}>
      {t("keyLost.open")}
    </Link>
  );
  return (
    <div className="mb-6">
      <Callout tone="danger" title={t("keyLost.title")} actions={open}>
        {t("keyLost.text")}
      </Callout>
    </div>
  );
}
