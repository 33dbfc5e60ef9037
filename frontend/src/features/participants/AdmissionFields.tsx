import { useState } from "react";
import type { Participant } from "../../app/data/queries/participants.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useDomainErrorText } from "../../app/i18n/useDomainErrorText.ts";
import { useAccountChoices } from "../../app/wallet/useAccountChoices.ts";
import { isoFromDay } from "../../domain/day-count.ts";
import { Button } from "../../ui/Button.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import type { AdmissionDraft, AdmissionProblems } from "./admission.ts";
import { NumberFields } from "./NumberFields.tsx";
import { RoleFields } from "./RoleFields.tsx";
import { useText } from "./text.ts";
import { useFlawText } from "./useFlawText.ts";

/** The local chain's accounts from this one on belong to nobody in the demo. */
const FIRST_FREE_ACCOUNT = 8;

interface AdmissionFieldsProps {
  draft: AdmissionDraft;
  problems: AdmissionProblems;
  /** Shows every problem, not only those of fields that were filled in. */
  showAll: boolean;
  admitted: readonly Participant[];
  today: number;
  onChange: (change: Partial<AdmissionDraft>) => void;
}

export function AdmissionFields({ draft, problems, showAll, admitted, today, onChange }: AdmissionFieldsProps) {
  const t = useText();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const leave = (field: string) => setLeft((fields) => new Set(fields).add(field));
  const isShown = (field: string) => showAll || left.has(field);
  const numberProblem = useNumberProblem();
  const flawText = useFlawText();
  // What nobody sees is told at once; that a name is missing only when it is due.
  const nameProblem = (problem: AdmissionProblems["name"], isDue: boolean) => {
    if (problem === "missing") return isDue ? t("error.name") : undefined;
    return problem && flawText(problem);
  };
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        label={t("admit.name")}
        value={draft.name}
        maxLength={200}
        onChange={({ target }) => onChange({ name: target.value })}
        onBlur={() => draft.name && leave("name")}
        error={nameProblem(problems.name, isShown("name"))}
      />
      <TextField
        label={t("admit.nameZh")}
        optional
        lang="zh-CN"
        value={draft.nameZh}
        maxLength={200}
        onChange={({ target }) => onChange({ nameZh: target.value })}
        error={nameProblem(problems.nameZh, true)}
      />
      <NumberFields
        scheme={draft.scheme}
        number={draft.number}
        onChange={onChange}
        error={(draft.number || showAll) && problems.number ? numberProblem(problems.number) : undefined}
      />
      <RoleFields
        roles={draft.roles}
        onChange={(roles) => onChange({ roles })}
        error={showAll && problems.roles ? t("error.roles") : undefined}
      />
      <div className="grid gap-2 sm:col-span-2">
        <TextField
          label={t("admit.account")}
          hint={t("admit.accountHint")}
          value={draft.account}
          spellCheck={false}
          autoComplete="off"
          onChange={({ target }) => onChange({ account: target.value })}
          onBlur={() => draft.account && leave("account")}
          error={isShown("account") && problems.account ? t(`error.${problems.account}`) : undefined}
        />
        <AccountSuggestions admitted={admitted} onChoose={(account) => onChange({ account })} />
      </div>
      <DateField
        label={t("admit.kycUntil")}
        value={draft.kycUntil}
        min={isoFromDay(today + 1)}
        onChange={({ target }) => onChange({ kycUntil: target.value })}
        error={problems.kycUntil ? t("error.kycUntil") : undefined}
      />
    </div>
  );
}

function useNumberProblem(): (problem: NonNullable<AdmissionProblems["number"]>) => string {
  const t = useText();
  const domainErrorText = useDomainErrorText();
  const { nameOf } = useDirectory();
  return (problem) => {
    if (problem === "number") return t("error.number");
    if ("refusal" in problem) return domainErrorText(problem.refusal);
    return t("error.identityTaken", { account: nameOf(problem.takenBy) });
  };
}

/** Where development accounts exist, those that belong to nobody yet. */
function AccountSuggestions({
  admitted,
  onChoose,
}: {
  admitted: readonly Participant[];
  onChoose: (account: string) => void;
}) {
  const t = useText();
  const { localAccounts } = useAccountChoices();
  const taken = new Set(admitted.map(({ account }) => account.toLowerCase()));
  const free = [...localAccounts.entries()].filter(
    ([index, account]) => index >= FIRST_FREE_ACCOUNT && !taken.has(account.toLowerCase()),
  );
  if (free.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="text-sm text-muted">{t("admit.suggestions")}</span>
      {free.map(([index, account]) => (
        <Button key={account} size="sm" onClick={() => onChoose(account)}>
          {t("admit.suggestion", { index })}
        </Button>
      ))}
    </div>
  );
}
