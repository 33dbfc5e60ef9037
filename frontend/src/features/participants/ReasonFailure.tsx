import { useRefusalText } from "../../app/data/refusals/useRefusalText.ts";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { useText } from "./text.ts";

/** The change is on the chain, but the server did not take the reason. */
export function ReasonFailure({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const t = useText();
  const refusalText = useRefusalText();
  return (
    <Callout
      tone="warning"
      title={t("reason.failed")}
      live
      actions={
        <Button size="sm" onClick={onRetry}>
          {t("reason.retry")}
        </Button>
      }
    >
      {t("reason.failedText", { reason: refusalText(error) })}
    </Callout>
  );
}
