import { Loaded } from "../../app/data/Loaded.tsx";
import { useRecentSteps } from "../../app/data/queries/receivables.ts";
import { StepList } from "../../app/history/StepList.tsx";
import { Section } from "../../ui/Section.tsx";
import { useText } from "./text.ts";

const SHOWN = 20;

/** The newest steps on the whole ledger. */
export function RecentActivity() {
  const t = useText();
  const recent = useRecentSteps(SHOWN);
  return (
    <Section title={t("supervise.recent")}>
      <Loaded query={recent}>
        {(steps) =>
          steps.length > 0 ? (
            <StepList
              label={t("supervise.recent")}
              steps={steps}
              currencyOf={(id) => steps.find(({ receivableId }) => receivableId === id)?.currency ?? 0}
            />
          ) : (
            <p className="text-muted">{t("supervise.recentEmpty")}</p>
          )
        }
      </Loaded>
    </Section>
  );
}
