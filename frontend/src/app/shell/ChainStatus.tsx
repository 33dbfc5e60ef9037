import { Link } from "@tanstack/react-router";
import { dayOf } from "../../domain/day-count.ts";
import type { Role } from "../../domain/roles.ts";
import { cx } from "../../ui/cx.ts";
import { useUtcOffset } from "../data/queries/policy.ts";
import { useChainHead } from "../data/useChainHead.ts";
import { useDeployment } from "../deployment/useDeployment.ts";
import { useCommonText } from "../i18n/useCommonText.ts";
import { useFormat } from "../i18n/useFormat.ts";
import { useMe } from "../session/useMe.ts";
import { useOnline } from "./useOnline.ts";

/** Whose work it is to see that everything runs. */
const WATCHING: readonly Role[] = ["operator", "supervisor"];

/** The chain's newest block and its day: "today" for everything here. */
export function ChainStatus() {
  const t = useCommonText();
  const format = useFormat();
  const { chainName } = useDeployment();
  const utcOffsetHours = useUtcOffset();
  const { data: head, isError } = useChainHead();
  const { roles } = useMe();
  const isOnline = useOnline();
  const isReached = head !== undefined && !isError && isOnline;
  const content = (
    <>
      <span aria-hidden className={cx("size-2 rounded-full", isReached ? "bg-positive" : "bg-danger")} />
      <span className="sr-only">{`${t("chain.label")}: ${chainName}`}</span>
      {isReached ? (
        <>
          <span className="figures font-medium text-ink" data-testid="chain-day">
            {format.day(dayOf(head.timestamp, utcOffsetHours))}
          </span>
          <span className="figures max-lg:hidden" data-testid="chain-block">
            {t("chain.block", { number: format.count(head.number) })}
          </span>
        </>
      ) : (
        <span className="max-md:sr-only">{isError || !isOnline ? t("chain.unreachable") : t("ui.loading")}</span>
      )}
    </>
  );
  const look = "flex items-center gap-2 text-sm text-muted";
  return roles.some((role) => WATCHING.includes(role)) ? (
    <Link
      to="/health"
      className={cx(look, "rounded-sm underline-offset-4 hover:underline")}
      title={t("chain.toHealth")}
    >
      {content}
    </Link>
  ) : (
    <p className={look} title={chainName}>
      {content}
    </p>
  );
}
