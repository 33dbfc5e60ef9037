import { useRefusalText } from "../../app/data/refusals/useRefusalText.ts";
import { Button } from "../../ui/Button.tsx";
import { useText } from "./text.ts";
import type { NameSaving } from "./useSaveName.ts";

/** How saving the name went, after the admission is on the chain. */
export function NameOutcome({ saving, onRetry }: { saving: NameSaving; onRetry: () => void }) {
  const t = useText();
  const refusalText = useRefusalText();
  if (saving.isSuccess) return <p>{t("admit.nameKept")}</p>;
  if (!saving.isError) return <p>{t("admit.nameSaving")}</p>;
  return (
    <div className="mt-2 grid justify-items-start gap-2">
      <p role="alert">{t("admit.nameFailed", { reason: refusalText(saving.error) })}</p>
      <Button size="sm" onClick={onRetry}>
        {t("admit.retryName")}
      </Button>
    </div>
  );
}
