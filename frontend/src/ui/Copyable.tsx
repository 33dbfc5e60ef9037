import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { cx } from "./cx.ts";
import { useUiTexts } from "./texts.ts";

interface CopyableProps {
  /** What is copied. */
  value: string;
  /** What is shown; the whole value is its tooltip. */
  shown: string;
}

/** Characters that are kept together. */
const LONGEST_LINE = 24;

/** An id or hash, shortened, with a button that copies all of it. */
export function Copyable({ value, shown }: CopyableProps) {
  const texts = useUiTexts();
  const [outcome, setOutcome] = useState<"copied" | "refused" | null>(null);
  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), 2_000);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = () => {
    navigator.clipboard.writeText(value).then(
      () => setOutcome("copied"),
      () => setOutcome("refused"),
    );
  };
  const label = outcome === "copied" ? texts.copied : `${texts.copy}: ${shown}`;
  const Icon = outcome === "copied" ? Check : Copy;
  return (
    <span className="inline-flex items-center gap-1">
      {/* Where the browser refuses the clipboard, the whole value is there to be selected. */}
      <span
        title={value}
        className={cx(
          "font-mono text-sm",
          outcome === "refused" || shown.length > LONGEST_LINE ? "break-all" : "whitespace-nowrap",
        )}
      >
        {outcome === "refused" ? value : shown}
      </span>
      <button
        type="button"
        onClick={copy}
        aria-label={label}
        title={label}
        className="inline-flex size-6 shrink-0 items-center justify-center rounded-sm text-muted hover:text-ink"
      >
        <Icon aria-hidden className="size-3.5" />
      </button>
    </span>
  );
}
