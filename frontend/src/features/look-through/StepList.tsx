import { Link } from "@tanstack/react-router";
import { useUtcOffset } from "../../app/data/queries/policy.ts";
import type { HistoryRow, ReceivableRow } from "../../app/data/queries/receivables.ts";
import { useStepText } from "../../app/history/useStepText.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { shortReceivableId } from "../../domain/ids.ts";
import { Copyable } from "../../ui/Copyable.tsx";

interface StepListProps {
  label: string;
  steps: readonly HistoryRow[];
  /** Those that the steps are about; they know the currency. */
  receivables: readonly ReceivableRow[];
}

/** Steps of any kind, each with the way to what it is about. */
export function StepList({ label, steps, receivables }: StepListProps) {
  const format = useFormat();
  const utcOffsetHours = useUtcOffset();
  const stepText = useStepText(utcOffsetHours);
  const currencyOf = (id: string | null) => receivables.find((row) => row.id === id)?.currency ?? 0;
  return (
    <ol aria-label={label} className="card divide-y divide-line">
      {steps.map((step) => (
        <li key={step.id} className="grid gap-x-4 gap-y-0.5 px-4 py-2.5 sm:grid-cols-[14rem_1fr_auto]">
          <span className="figures text-sm text-muted">{format.time(step.timestamp, utcOffsetHours)}</span>
          <span className="min-w-0">
            {stepText(step, currencyOf(step.receivableId))}{" "}
            <span className="text-sm text-muted">
              <Copyable value={step.txHash} shown={`${step.txHash.slice(0, 10)}…`} />
            </span>
          </span>
          {step.receivableId && (
            <Link
              to="/receivables/$id"
              params={{ id: step.receivableId }}
              className="font-mono text-sm text-accent underline underline-offset-2"
            >
              {shortReceivableId(BigInt(step.receivableId))}
            </Link>
          )}
        </li>
      ))}
    </ol>
  );
}
