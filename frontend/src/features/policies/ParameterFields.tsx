import { useFormat } from "../../app/i18n/useFormat.ts";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { TextField } from "../../ui/TextField.tsx";
import type { DraftProblems, PolicyDraft } from "./draft.ts";
import { NUMBERS, type Parameters, SWITCHES } from "./parameters.ts";
import { useText } from "./text.ts";
import { useParameterWords } from "./useParameterWords.ts";

interface ParameterFieldsProps {
  draft: PolicyDraft;
  inForce: Parameters;
  problems: DraftProblems;
  onChange: (change: (draft: PolicyDraft) => PolicyDraft) => void;
}

/** Each parameter with its unit, its range, what it means, and today's value where the draft differs. */
export function ParameterFields({ draft, inForce, problems, onChange }: ParameterFieldsProps) {
  const t = useText();
  const format = useFormat();
  const words = useParameterWords();
  return (
    <>
      <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
        {NUMBERS.map(({ name, unit, least, most }) => {
          const problem = problems[name];
          const range = { least: format.count(least), most: format.count(most), unit: t(`unitName.${unit}`) };
          const differs = draft.numbers[name].trim() !== inForce[name].toString();
          return (
            <TextField
              key={name}
              label={t(`parameter.${name}.label`)}
              hint={
                <>
                  {t(`parameter.${name}.hint`)} {t("draft.range", range)}
                  {differs && <b className="block text-accent">{t("draft.today", { value: words(name, inForce) })}</b>}
                </>
              }
              inputMode={least < 0n ? "text" : "numeric"}
              autoComplete="off"
              className="[&_input]:figures"
              value={draft.numbers[name]}
              onChange={({ target }) =>
                onChange((kept) => ({ ...kept, numbers: { ...kept.numbers, [name]: target.value } }))
              }
              error={problem && t(`problem.${problem}`, range)}
            />
          );
        })}
      </div>
      <div className="grid gap-3 border-t border-line pt-4 sm:grid-cols-3">
        {SWITCHES.map((name) => (
          <Checkbox
            key={name}
            label={t(`parameter.${name}.label`)}
            hint={
              <>
                {t(`parameter.${name}.hint`)}
                {draft.switches[name] !== inForce[name] && (
                  <b className="block text-accent">{t("draft.today", { value: words(name, inForce) })}</b>
                )}
              </>
            }
            checked={draft.switches[name]}
            onChange={({ target }) =>
              onChange((kept) => ({ ...kept, switches: { ...kept.switches, [name]: target.checked } }))
            }
          />
        ))}
      </div>
    </>
  );
}
