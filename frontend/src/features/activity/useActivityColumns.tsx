import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { ActivityRow } from "../../app/data/lists/lists.ts";
import { useStepText } from "../../app/history/useStepText.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { shortReceivableId } from "../../domain/ids.ts";
import { Copyable } from "../../ui/Copyable.tsx";
import type { VirtualColumn } from "../../ui/VirtualRow.tsx";
import { useText } from "./text.ts";

export function useActivityColumns(utcOffsetHours: number): readonly VirtualColumn<ActivityRow>[] {
  const t = useText();
  const format = useFormat();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the texts change with the language, as the figures do
  return useMemo<readonly VirtualColumn<ActivityRow>[]>(
    () => [
      {
        key: "time",
        header: t("column.time"),
        track: "15rem",
        sort: "time",
        cell: ({ timestamp }) => (
          <span className="figures text-sm text-muted">{format.time(timestamp, utcOffsetHours)}</span>
        ),
      },
      {
        key: "step",
        header: t("column.step"),
        isRowHeader: true,
        isProse: true,
        track: "minmax(14rem,1fr)",
        cell: (step) => <Step step={step} utcOffsetHours={utcOffsetHours} />,
      },
      {
        key: "receivable",
        header: t("column.receivable"),
        track: "6.5rem",
        cell: ({ receivableId }) => receivableId && <IdLink id={receivableId} />,
      },
      {
        key: "transaction",
        header: t("column.transaction"),
        track: "9rem",
        cell: ({ txHash }) => <Copyable value={txHash} shown={`${txHash.slice(0, 10)}…`} />,
      },
    ],
    [format, utcOffsetHours],
  );
}

function Step({ step, utcOffsetHours }: { step: ActivityRow; utcOffsetHours: number }) {
  const stepText = useStepText(utcOffsetHours);
  return <span className="font-normal">{stepText(step, step.currency ?? 0)}</span>;
}

function IdLink({ id }: { id: NonNullable<ActivityRow["receivableId"]> }) {
  return (
    <Link
      to="/receivables/$id"
      params={{ id }}
      preload={false}
      className="font-mono text-sm text-accent underline underline-offset-2"
    >
      {shortReceivableId(BigInt(id))}
    </Link>
  );
}
