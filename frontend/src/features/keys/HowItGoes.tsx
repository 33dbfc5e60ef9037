import { useText } from "./text.ts";

const STAGES = ["propose", "agree", "notice", "carryOut", "move"] as const;

/** What happens when, and who can still stop it. */
export function HowItGoes() {
  const t = useText();
  return (
    <ol aria-label={t("how.label")} className="grid gap-2 sm:grid-cols-2 lg:grid-cols-5">
      {STAGES.map((stage, index) => (
        <li key={stage} className="card grid content-start gap-1 p-3">
          <p className="flex items-center gap-2 font-medium">
            <span
              aria-hidden
              className="figures grid size-6 shrink-0 place-items-center rounded-full bg-sunken text-sm font-semibold text-muted"
            >
              {index + 1}
            </span>
            {t(`how.${stage}.title`)}
          </p>
          <p className="text-sm text-muted">{t(`how.${stage}.text`)}</p>
        </li>
      ))}
    </ol>
  );
}
