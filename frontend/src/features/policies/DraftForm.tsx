import { type FormEvent, useState } from "react";
import type { PolicyVersion } from "../../app/data/queries/policy.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { Card } from "../../ui/Card.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { AnnounceReview } from "./AnnounceReview.tsx";
import { type Decision, DecisionField } from "./DecisionField.tsx";
import { type DraftProblems, draftOf, type NewPolicy, type PolicyDraft, readDraft } from "./draft.ts";
import { ParameterFields } from "./ParameterFields.tsx";
import { useText } from "./text.ts";
import type { Notice } from "./useNotice.ts";

interface DraftFormProps {
  clock: LedgerClock;
  versions: readonly PolicyVersion[];
  notice: Notice;
  onClose: () => void;
}

/** Another version: every parameter filled in with today's, checked as the ledger will, announced, and kept until it is. */
export function DraftForm({ clock, versions, notice, onClose }: DraftFormProps) {
  const t = useText();
  const { policy: inForce, timestamp } = clock;
  const [draft, setDraft] = useState<PolicyDraft>(() => draftOf(inForce));
  const [decision, setDecision] = useState<Decision | null>(null);
  const [wasTried, setTried] = useState(false);
  const [reviewed, setReviewed] = useState<(NewPolicy & { decision: Decision }) | null>(null);
  const latestFrom = versions.at(-1)?.effectiveFrom ?? 0n;
  const read = readDraft(draft, { inForce, latestFrom, earliest: timestamp + notice.delay });
  const problems: DraftProblems = "problems" in read ? read.problems : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if ("policy" in read && decision) setReviewed({ ...read.policy, decision });
  };
  return (
    <Card>
      <form noValidate onSubmit={submit} className="grid gap-5">
        <ParameterFields draft={draft} inForce={inForce} problems={problems} onChange={setDraft} />
        <div className="grid gap-4 border-t border-line pt-4 sm:grid-cols-2">
          <DateField
            label={t("draft.effectiveDay")}
            hint={t("draft.effectiveDayHint")}
            optional
            value={draft.effectiveDay}
            onChange={({ target }) => setDraft((kept) => ({ ...kept, effectiveDay: target.value }))}
            error={problems.effectiveDay && t(`problem.${problems.effectiveDay}`)}
          />
          <DecisionField
            decision={decision}
            onChange={setDecision}
            error={wasTried && decision === null ? t("decision.missing") : undefined}
          />
        </div>
        {wasTried && problems.unchanged && <Callout tone="warning">{t("problem.unchanged")}</Callout>}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t("draft.discard")}</Button>
          <Button type="submit" variant="primary">
            {t("draft.review")}
          </Button>
        </div>
      </form>
      {reviewed && (
        <AnnounceReview
          policy={reviewed}
          clock={clock}
          notice={notice}
          onDone={onClose}
          onBack={() => setReviewed(null)}
        />
      )}
    </Card>
  );
}
