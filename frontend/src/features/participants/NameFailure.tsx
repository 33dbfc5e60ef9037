import { useRefusalText } from "../../app/data/refusals/useRefusalText.ts";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { useText } from "./text.ts";

/** The admission is on the chain, but the directory did not take the name. */
export function NameFailure({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const t = useText();
  const refusalText = useRefusalText();
  return (
    <Callout
      tone="warning"
      title={t("name.failed")}
      live
      actions={
        <Button size="sm" onClick={onRetry}>
          {t("admit.retryName")}
        </Button>
      }
    >
      {t("admit.nameFailed", { reason: refusalText(error) })}
    </Callout>
  );
}
