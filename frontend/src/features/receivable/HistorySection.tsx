import { Loaded } from "../../app/data/Loaded.tsx";
import { useParticipants } from "../../app/data/queries/participants.ts";
import {
  type HistoryRow,
  type MovementRow,
  type ReceivableRow,
  useHistory,
} from "../../app/data/queries/receivables.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { partsOf } from "../../app/history/describeStep.ts";
import { rangeText } from "../../app/history/rangeText.ts";
import { tellingOrder } from "../../app/history/tellingOrder.ts";
import { useActorName } from "../../app/history/useActorName.ts";
import type { JudgedReceivable } from "../../app/history/useJudgeReceivable.ts";
import { useStepText } from "../../app/history/useStepText.ts";
import { useCommonText } from "../../app/i18n/useCommonText.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { rolesFromBits } from "../../domain/roles.ts";
import { Copyable } from "../../ui/Copyable.tsx";
import { Section } from "../../ui/Section.tsx";
import { localOffsetHours } from "./local-offset.ts";
import { useText } from "./text.ts";

interface HistorySectionProps {
  row: ReceivableRow;
  judged: JudgedReceivable | null;
  movements: readonly MovementRow[];
}

/** Everything that happened, oldest first. */
export function HistorySection({ row, judged, movements }: HistorySectionProps) {
  const t = useText();
  const history = useHistory(row.id);
  return (
    <Section title={t("history.title")} description={t("history.description")}>
      <Loaded query={history}>
        {(steps) => (
          <ol className="card divide-y divide-line">
            {tellingOrder(steps).map((step) => (
              <Step
                key={step.id}
                step={step}
                parts={partsOf(step, movements)}
                currency={row.currency}
                utcOffsetHours={judged?.policy.utcOffsetHours ?? 0}
              />
            ))}
          </ol>
        )}
      </Loaded>
    </Section>
  );
}

interface StepProps {
  step: HistoryRow;
  parts: readonly MovementRow[];
  currency: number;
  utcOffsetHours: number;
}

function Step({ step, parts, currency, utcOffsetHours }: StepProps) {
  const t = useText();
  const { nameOf } = useDirectory();
  const stepText = useStepText(utcOffsetHours);
  const actorText = useActorText();
  const isSubmittedByOther = step.sender !== step.actor;
  return (
    <li
      data-testid="history-step"
      data-kind={step.kind}
      className="grid gap-1 px-4 py-3 sm:grid-cols-[14rem_1fr] sm:gap-4"
    >
      <StepTime timestamp={step.timestamp} utcOffsetHours={utcOffsetHours} />
      <div className="grid min-w-0 gap-1">
        <p>{stepText(step, currency)}</p>
        {parts.length > 0 && <Parts parts={parts} currency={currency} />}
        <p className="flex flex-wrap gap-x-3 text-sm text-muted">
          <span>{actorText(step.actor)}</span>
          {isSubmittedByOther && <span>{t("history.submittedBy", { name: nameOf(step.sender) })}</span>}
          <span>
            {t("history.transaction")} <Copyable value={step.txHash} shown={`${step.txHash.slice(0, 10)}…`} />
          </span>
        </p>
      </div>
    </li>
  );
}

/** In the policy's zone, and in the reader's where it differs. */
function StepTime({ timestamp, utcOffsetHours }: { timestamp: bigint; utcOffsetHours: number }) {
  const t = useText();
  const format = useFormat();
  const here = localOffsetHours(timestamp);
  return (
    <div className="figures text-sm">
      <p>{format.time(timestamp, utcOffsetHours)}</p>
      {here !== utcOffsetHours && (
        <p className="text-muted">{t("history.here", { time: format.time(timestamp, here) })}</p>
      )}
    </div>
  );
}

function Parts({ parts, currency }: { parts: readonly MovementRow[]; currency: number }) {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const { nameOf } = useDirectory();
  return (
    <ul className="list-disc ps-5 text-sm">
      {parts.map(({ id, start, end, from, to }) => (
        <li key={id}>
          {t("history.part", {
            amount: money(end - start, currency),
            range: rangeText(start, end, format.count),
            holder: t(from === to ? "history.partKept" : "history.partTo", { name: nameOf(to) }),
          })}
        </li>
      ))}
    </ul>
  );
}

/** A participant with its roles; a desk or a stranger by its account. */
function useActorText(): (account: string) => string {
  const t = useText();
  const common = useCommonText();
  const nameOf = useActorName();
  const { data: participants } = useParticipants();
  return (account) => {
    const roles = rolesFromBits(participants?.find((known) => known.account === account)?.roles ?? 0);
    if (roles.length === 0) return nameOf(account);
    return t("history.actor", {
      name: nameOf(account),
      roles: roles.map((role) => common(`role.${role}`)).join(" · "),
    });
  };
}
