import { dayOf } from "../../domain/day-count.ts";
import { cx } from "../../ui/cx.ts";
import { useUtcOffset } from "../data/queries/policy.ts";
import { useChainHead } from "../data/useChainHead.ts";
import { useDeployment } from "../deployment/useDeployment.ts";
import { useCommonText } from "../i18n/useCommonText.ts";
import { useFormat } from "../i18n/useFormat.ts";

/** The chain's newest block and its day: "today" for everything here. */
export function ChainStatus() {
  const t = useCommonText();
  const format = useFormat();
  const { chainName } = useDeployment();
  const utcOffsetHours = useUtcOffset();
  const { data: head, isError } = useChainHead();
  const isReached = head !== undefined && !isError;
  return (
    <p className="flex items-center gap-2 text-sm text-muted" title={chainName}>
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
        <span className="max-md:sr-only">{isError ? t("chain.unreachable") : t("ui.loading")}</span>
      )}
    </p>
  );
}
