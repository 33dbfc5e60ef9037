import { Loaded } from "../../app/data/Loaded.tsx";
import { useReceivables, useRecentHistory } from "../../app/data/queries/receivables.ts";
import { Section } from "../../ui/Section.tsx";
import { StepList } from "./StepList.tsx";
import { useText } from "./text.ts";

const SHOWN = 20;

/** The newest steps on the whole ledger. */
export function RecentActivity() {
  const t = useText();
  const recent = useRecentHistory(SHOWN);
  const { data: receivables } = useReceivables();
  return (
    <Section title={t("supervise.recent")}>
      <Loaded query={recent}>
        {(steps) =>
          steps.length > 0 ? (
            <StepList label={t("supervise.recent")} steps={steps} receivables={receivables ?? []} />
          ) : (
            <p className="text-muted">{t("supervise.recentEmpty")}</p>
          )
        }
      </Loaded>
    </Section>
  );
}
