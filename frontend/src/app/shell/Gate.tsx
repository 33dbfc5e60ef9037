import { Link, Outlet, useRouterState } from "@tanstack/react-router";
import { useConnection } from "wagmi";
import { isolatedText } from "../../domain/plain-text.ts";
import { buttonClass } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { shortAddress } from "../../ui/Party.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Loaded } from "../data/Loaded.tsx";
import type { Participant } from "../data/queries/participants.ts";
import { useLedgerClockQuery } from "../data/useLedgerClock.ts";
import { useStandingReasons } from "../data/vault.ts";
import { useCommonText } from "../i18n/useCommonText.ts";
import { ownersOf } from "../navigation.ts";
import { useMe } from "../session/useMe.ts";
import { StrangerScreen } from "./StrangerScreen.tsx";
import { WelcomeScreen } from "./WelcomeScreen.tsx";
import { WrongRoleScreen } from "./WrongRoleScreen.tsx";

/** They work without the chain's day: one of them tells why there is none. */
const WITHOUT_CLOCK = ["/health"];

/** Lets participants through to the screens and tells everybody else what is missing. Settings are for all. */
export function Gate() {
  const t = useCommonText();
  const { status } = useConnection();
  const { account, participant, error, refetch } = useMe();
  const path = useRouterState({ select: (state) => state.location.pathname });
  if (path === "/settings") return <Outlet />;
  if (status === "connecting" || status === "reconnecting") return <Skeleton label={t("ui.loading")} />;
  if (!account) return <WelcomeScreen />;
  return (
    <Loaded query={{ data: participant, error, refetch }}>
      {(me) => (me ? <Admitted account={account} me={me} path={path} /> : <StrangerScreen account={account} />)}
    </Loaded>
  );
}

interface AdmittedProps {
  account: string;
  me: Participant;
  path: string;
}

function Admitted({ account, me, path }: AdmittedProps) {
  const t = useCommonText();
  return (
    <>
      {me.suspended && !me.replaced && <SuspendedCallout identity={me.identity} />}
      {me.replacementId && path !== "/keys" && <KeyLostCallout />}
      {me.replaced && (
        <div className="mb-6">
          <Callout tone="warning" title={t("replaced.title")}>
            {t("replaced.text", { account: shortAddress(me.successor ?? "") })}
          </Callout>
        </div>
      )}
      {/* Another account starts with fresh screens: nothing that one party typed is carried to the next. */}
      <Screen key={account} path={path} />
    </>
  );
}

/** What the address leads to, for those whose screen it is. */
function Screen({ path }: { path: string }) {
  const { roles } = useMe();
  const clock = useLedgerClockQuery();
  const owners = ownersOf(path);
  // Whoever was left without any role may still hold something, and see it.
  const isStrange = owners !== null && roles.length > 0 && !owners.some((role) => roles.includes(role));
  if (isStrange) return <WrongRoleScreen owners={owners} mine={roles} />;
  if (WITHOUT_CLOCK.includes(path)) return <Outlet />;
  // Nothing here can be told without the chain's day: its absence is told once, not by each screen.
  return <Loaded query={clock}>{() => <Outlet />}</Loaded>;
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
