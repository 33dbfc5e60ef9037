import { Button } from "./Button.tsx";
import { Callout } from "./Callout.tsx";
import { useUiTexts } from "./texts.ts";

interface ErrorStateProps {
  /** What happened. */
  title: string;
  /** What to do. */
  advice: string;
  /** The technical reason, for whoever is asked for help. */
  detail?: string | undefined;
  onRetry?: (() => void) | undefined;
}

export function ErrorState({ title, advice, detail, onRetry }: ErrorStateProps) {
  const texts = useUiTexts();
  return (
    <Callout tone="danger" title={title} live actions={onRetry && <Button onClick={onRetry}>{texts.retry}</Button>}>
      <p>{advice}</p>
      {detail && <p className="mt-1 font-mono text-sm break-all text-muted">{detail}</p>}
    </Callout>
  );
}
