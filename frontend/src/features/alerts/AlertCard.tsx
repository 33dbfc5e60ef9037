import { Link } from "@tanstack/react-router";
import { useId } from "react";
import { useUtcOffset } from "../../app/data/queries/policy.ts";
import { useOrganisationName } from "../../app/data/useOrganisationName.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { shortReceivableId } from "../../domain/ids.ts";
import { StatusPill } from "../../ui/StatusPill.tsx";
import type { Tone } from "../../ui/tone.ts";
import type { AlertItem, AlertRule } from "./alert-item.ts";
import { Evidence } from "./Evidence.tsx";
import { useText } from "./text.ts";
import { useRuleText } from "./useRuleText.ts";

const LINK = "text-accent underline underline-offset-2";
const GRAVE: readonly AlertRule[] = ["backToObligor", "reportedOverdue", "defaulted"];

/** One finding: the rule in words, its threshold, the figures, whom it is about, when, and the evidence. */
export function AlertCard({ item }: { item: AlertItem }) {
  const t = useText();
  const id = useId();
  const format = useFormat();
  const money = useMoney();
  const utcOffsetHours = useUtcOffset();
  const nameOf = useOrganisationName();
  const { says, threshold } = useRuleText()(item);
  const tone: Tone = GRAVE.includes(item.rule) ? "danger" : "warning";
  const { about, at, currency, identity } = item;
  return (
    <li className="card grid gap-2 p-4" aria-labelledby={id} data-rule={item.rule}>
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <StatusPill tone={tone}>{t(`rule.${item.rule}.name`)}</StatusPill>
        <h2 id={id} className="font-medium">
          {nameOf(identity)} · <span className="figures">{money(item.amount, currency)}</span>
        </h2>
        <span className="figures ms-auto text-sm text-muted">
          {at === null ? t("now") : format.time(at, utcOffsetHours)}
        </span>
      </div>
      <p>{says}</p>
      <p className="text-sm text-muted">{threshold}</p>
      {"receivable" in about ? (
        <>
          <p className="flex flex-wrap gap-x-4 text-sm">
            <Link to="/receivables/$id" params={{ id: about.receivable }} className={LINK}>
              {t("receivable", { id: shortReceivableId(BigInt(about.receivable)) })}
            </Link>
            <Link to="/receivables/$id/graph" params={{ id: about.receivable }} className={LINK}>
              {t("graph")}
            </Link>
          </p>
          <Evidence receivable={about.receivable} which={about.evidence} currency={currency} />
        </>
      ) : (
        <p className="text-sm">
          <Link
            to="/supervise/figures/$figure"
            params={{ figure: "owed" }}
            search={{ currency, [about.side]: identity }}
            className={LINK}
          >
            {t("receivables", { count: about.receivables })}
          </Link>
        </p>
      )}
    </li>
  );
}
