import { LoaderCircle } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./Button.tsx";
import { Callout } from "./Callout.tsx";
import { DescriptionList, type Fact } from "./DescriptionList.tsx";
import { Dialog } from "./Dialog.tsx";
import { Steps } from "./Steps.tsx";
import { useUiTexts } from "./texts.ts";

interface ActionDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** What the signature does, in words. */
  facts: readonly Fact[];
  /** Further explanation or fields, above the status. */
  children?: ReactNode;
  irrevocable: boolean;
  /** What the network takes for it; null while unknown. */
  networkCost: string | null;
  confirmLabel: string;
  onConfirm: () => void;
  steps?: { label: string; names: readonly string[]; current: number } | undefined;
  /** What is happening now, for example "Waiting for your signature…". */
  progress: string | null;
  failure: { title: string; advice: string; detail?: string | undefined } | null;
  /** Set when it is confirmed; takes the place of the button. */
  outcome: ReactNode | null;
}

/** "Before you sign": what is about to happen, then how far it has come. */
export function ActionDialog(props: ActionDialogProps) {
  const { open, onOpenChange, title, facts, children, steps, progress, failure, outcome } = props;
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={title} footer={<Footer {...props} />}>
      {facts.length > 0 && <DescriptionList facts={facts} />}
      {children}
      {steps && steps.names.length > 1 && <Steps label={steps.label} steps={steps.names} current={steps.current} />}
      {outcome === null && <Consequences {...props} />}
      <div aria-live="polite">
        {progress !== null && (
          <p className="flex items-center gap-2 font-medium text-accent">
            <LoaderCircle aria-hidden className="size-4.5 animate-spin" />
            {progress}
          </p>
        )}
      </div>
      {failure && (
        <Callout tone="danger" title={failure.title} live>
          <p>{failure.advice}</p>
          {failure.detail && <p className="mt-1 font-mono text-sm break-all text-muted">{failure.detail}</p>}
        </Callout>
      )}
      {outcome !== null && (
        <Callout tone="positive" live>
          {outcome}
        </Callout>
      )}
    </Dialog>
  );
}

function Consequences({ irrevocable, networkCost }: ActionDialogProps) {
  const texts = useUiTexts();
  return (
    <div className="grid gap-1 text-sm text-muted">
      {irrevocable && <p className="font-medium text-warning">{texts.irrevocable}</p>}
      {networkCost !== null && (
        <p>
          {texts.networkCost} <span className="figures">{networkCost}</span>
        </p>
      )}
    </div>
  );
}

function Footer({ onOpenChange, confirmLabel, onConfirm, progress, outcome }: ActionDialogProps) {
  const texts = useUiTexts();
  if (outcome !== null) {
    return (
      <Button variant="primary" onClick={() => onOpenChange(false)}>
        {texts.done}
      </Button>
    );
  }
  return (
    <>
      <Button onClick={() => onOpenChange(false)}>{progress === null ? texts.cancel : texts.close}</Button>
      <Button variant="primary" busy={progress !== null} onClick={onConfirm}>
        {confirmLabel}
      </Button>
    </>
  );
}
