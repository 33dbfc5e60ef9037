import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { isHex } from "viem";
import { Loaded } from "../../app/data/Loaded.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { AlertCard } from "./AlertCard.tsx";
import { AlertFilters } from "./AlertFilters.tsx";
import { isAlertRule } from "./alert-item.ts";
import { useText } from "./text.ts";
import { useAlertItems } from "./useAlertItems.ts";

const SHOWN_AT_ONCE = 50;

/** What a supervisor should look at, with the rule that found it and the steps that show it. */
export function AlertsScreen() {
  const t = useText();
  const navigate = useNavigate();
  const { rule: wanted, company } = useSearch({ from: "/supervise/alerts" });
  const [limit, setLimit] = useState(SHOWN_AT_ONCE);
  const rule = isAlertRule(wanted) ? wanted : null;
  const identity = company && isHex(company) ? company : null;
  const found = useAlertItems({ rule, identity }, limit);
  return (
    <Page title={t("title")} lead={t("lead")}>
      <AlertFilters
        rule={rule}
        company={identity}
        onChange={(change) => {
          const next = { rule, company: identity, ...change };
          const search = { ...(next.rule && { rule: next.rule }), ...(next.company && { company: next.company }) };
          void navigate({ to: "/supervise/alerts", search, replace: true });
        }}
      />
      <Loaded query={found}>
        {({ items, hasMore }) =>
          items.length === 0 ? (
            <EmptyState title={t("none.title")}>{t(rule || identity ? "none.filtered" : "none.text")}</EmptyState>
          ) : (
            <>
              <p className="text-sm text-muted" role="status">
                {t("count", { count: items.length })}
              </p>
              <ul aria-label={t("title")} className="grid gap-3">
                {items.map((item) => (
                  <AlertCard key={item.key} item={item} />
                ))}
              </ul>
              {hasMore && (
                <Button className="justify-self-center" onClick={() => setLimit(limit + SHOWN_AT_ONCE)}>
                  {t("more")}
                </Button>
              )}
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
