import { ChevronRight } from "lucide-react";
import { useState } from "react";
import type { Hex } from "viem";
import { Loaded } from "../../app/data/Loaded.tsx";
import { useEvidence } from "../../app/data/queries/alerts.ts";
import { StepList } from "../../app/history/StepList.tsx";
import { useText } from "./text.ts";

interface EvidenceProps {
  receivable: Hex;
  which: Parameters<typeof useEvidence>[1];
  currency: number;
}

/** The steps that show it; read when they are asked for. */
export function Evidence(props: EvidenceProps) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="flex cursor-pointer list-none items-center gap-1 font-medium text-accent [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-4 [details[open]>summary>&]:rotate-90" />
        {t("evidence")}
      </summary>
      {isOpen && <Steps {...props} />}
    </details>
  );
}

function Steps({ receivable, which, currency }: EvidenceProps) {
  const t = useText();
  const steps = useEvidence(receivable, which);
  return (
    <div className="mt-2">
      <Loaded query={steps}>
        {(rows) => <StepList label={t("evidence")} steps={rows} currencyOf={() => currency} />}
      </Loaded>
    </div>
  );
}
