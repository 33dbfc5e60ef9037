import { Link } from "@tanstack/react-router";
import { Loaded } from "../../app/data/Loaded.tsx";
import { useRecentSteps } from "../../app/data/queries/receivables.ts";
import { useSheetValues } from "../../app/data/useSheetValues.ts";
import { useStepText } from "../../app/history/useStepText.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { shortReceivableId } from "../../domain/ids.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Section } from "../../ui/Section.tsx";
import { Table } from "../../ui/Table.tsx";
import { useText } from "./useText.ts";

const SHOWN = 20;

/** For those who watch the whole ledger. */
export function RecentSteps({ utcOffsetHours }: { utcOffsetHours: number }) {
  const t = useText();
  const format = useFormat();
  const values = useSheetValues();
  const stepText = useStepText(utcOffsetHours);
  const recent = useRecentSteps(SHOWN);
  return (
    <Section title={t("recent.title")}>
      <Loaded query={recent}>
        {(steps) =>
          steps.length === 0 ? (
            <EmptyState title={t("recent.empty")}>{t("recent.emptyHint")}</EmptyState>
          ) : (
            <Table
              caption={t("recent.caption")}
              hideCaption
              rows={steps}
              exportAs={t("recent.file")}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: "time",
                  header: t("recent.time"),
                  cell: ({ timestamp }) => <span className="figures">{format.time(timestamp, utcOffsetHours)}</span>,
                  value: ({ timestamp }) => values.time(timestamp),
                },
                {
                  key: "step",
                  header: t("recent.step"),
                  isRowHeader: true,
                  isProse: true,
                  cell: (step) => <span className="font-normal">{stepText(step, step.currency)}</span>,
                  value: (step) => stepText(step, step.currency),
                },
                {
                  key: "look",
                  header: t("recent.look"),
                  cell: ({ receivableId }) =>
                    receivableId !== null && (
                      <Link
                        to="/receivables/$id"
                        params={{ id: receivableId }}
                        className="font-mono text-sm text-accent underline"
                      >
                        {shortReceivableId(BigInt(receivableId))}
                      </Link>
                    ),
                  value: ({ receivableId }) => receivableId,
                },
              ]}
            />
          )
        }
      </Loaded>
    </Section>
  );
}
