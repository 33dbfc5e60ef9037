import { useState } from "react";
import type { Participant } from "../../app/data/queries/participants.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useCommonText } from "../../app/i18n/useCommonText.ts";
import { useDomainErrorText } from "../../app/i18n/useDomainErrorText.ts";
import { useAccountChoices } from "../../app/wallet/useAccountChoices.ts";
import { isoFromDay } from "../../domain/day-count.ts";
import { ROLE_BITS, type Role, rolesFromBits } from "../../domain/roles.ts";
import { Button } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import type { AdmissionDraft, AdmissionProblems } from "./admission.ts";
import { NumberFields } from "./NumberFields.tsx";
import { useText } from "./text.ts";

/** The local chain's accounts from this one on belong to nobody in the demo. */
const FIRST_FREE_ACCOUNT = 8;
const ALL_ROLES = Object.values(ROLE_BITS).reduce((bits, bit) => bits | bit, 0);

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
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        label={t("admit.name")}
        value={draft.name}
        maxLength={200}
        onChange={({ target }) => onChange({ name: target.value })}
        onBlur={() => draft.name && leave("name")}
        error={isShown("name") && problems.name ? t("error.name") : undefined}
      />
      <TextField
        label={t("admit.nameZh")}
        optional
        lang="zh-CN"
        value={draft.nameZh}
        maxLength={200}
        onChange={({ target }) => onChange({ nameZh: target.value })}
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

interface RoleFieldsProps {
  roles: readonly Role[];
  onChange: (roles: readonly Role[]) => void;
  error: string | undefined;
}

function RoleFields({ roles, onChange, error }: RoleFieldsProps) {
  const t = useText();
  const common = useCommonText();
  return (
    <fieldset className="grid gap-1 sm:col-span-2">
      <legend className="mb-1 text-sm font-medium">{t("admit.roles")}</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {rolesFromBits(ALL_ROLES).map((role) => (
          <Checkbox
            key={role}
            label={common(`role.${role}`)}
            checked={roles.includes(role)}
            onChange={({ target }) =>
              onChange(target.checked ? [...roles, role] : roles.filter((kept) => kept !== role))
            }
          />
        ))}
      </div>
      {error && (
        <p role="alert" className="text-sm text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
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
