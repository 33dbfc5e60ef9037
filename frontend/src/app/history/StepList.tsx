import { Link } from "@tanstack/react-router";
import { shortReceivableId } from "../../domain/ids.ts";
import { Copyable } from "../../ui/Copyable.tsx";
import { useUtcOffset } from "../data/queries/policy.ts";
import type { HistoryRow } from "../data/queries/receivables.ts";
import { useFormat } from "../i18n/useFormat.ts";
import { useStepText } from "./useStepText.ts";

interface StepListProps {
  label: string;
  steps: readonly HistoryRow[];
  /** Index of the currency of a step's receivable. */
  currencyOf: (receivableId: string | null) => number;
}

/** Steps of any kind, each with the way to what it is about. */
export function StepList({ label, steps, currencyOf }: StepListProps) {
  const format = useFormat();
  const utcOffsetHours = useUtcOffset();
  const stepText = useStepText(utcOffsetHours);
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
              className="inline-flex min-h-6 items-center justify-self-start font-mono text-sm text-accent underline underline-offset-2"
            >
              {shortReceivableId(BigInt(step.receivableId))}
            </Link>
          )}
        </li>
      ))}
    </ol>
  );
}
