import { X } from "lucide-react";
import type { ReactNode } from "react";
import type { Participant } from "../../app/data/queries/participants.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useDomainErrorText } from "../../app/i18n/useDomainErrorText.ts";
import { isolatedText } from "../../domain/plain-text.ts";
import { Callout } from "../../ui/Callout.tsx";
import { Card } from "../../ui/Card.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { assessInvoice, type Refusal } from "./assess-invoice.ts";
import { InvoiceReview } from "./InvoiceReview.tsx";
import type { DroppedFile, InvoiceFile } from "./read-file.ts";
import { useText } from "./text.ts";

interface InvoiceCardProps {
  file: DroppedFile;
  me: Participant;
  participants: readonly Participant[];
  clock: LedgerClock;
  onRemove: () => void;
}

/** One dropped file: why it is refused, or its review. */
export function InvoiceCard({ file, me, participants, clock, onRemove }: InvoiceCardProps) {
  const t = useText();
  const domainErrorText = useDomainErrorText();
  const { content, fileName } = file;
  const invoice = content.kind === "invoice" ? content.file.invoice : null;
  return (
    <Card>
      <section aria-label={fileName} className="grid gap-4">
        <div className="flex items-start gap-3">
          <div className="min-w-0 flex-1">
            <h2 className="text-lg font-semibold break-words">
              {invoice ? t("review.heading", { number: isolatedText(invoice.number) }) : isolatedText(fileName)}
            </h2>
            {invoice && <p className="text-sm break-all text-muted">{isolatedText(fileName)}</p>}
          </div>
          <IconButton icon={X} label={t("review.remove")} onClick={onRemove} />
        </div>
        {content.kind === "refused" && <Refused>{domainErrorText(content.error)}</Refused>}
        {content.kind === "unreadable" && <Refused>{t("refused.unreadableFile")}</Refused>}
        {content.kind === "invoice" && (
          <Assessed file={content.file} me={me} participants={participants} clock={clock} />
        )}
      </section>
    </Card>
  );
}

interface AssessedProps extends Omit<InvoiceCardProps, "file" | "onRemove"> {
  file: InvoiceFile;
}

function Assessed({ file, me, participants, clock }: AssessedProps) {
  const refusalText = useRefusalText();
  const { currencies } = useDeployment();
  const assessed = assessInvoice(file.invoice, { me, participants, currencies, today: clock.today });
  if (assessed.kind === "refused") return <Refused>{refusalText(assessed.refusal)}</Refused>;
  return <InvoiceReview file={file} match={assessed} clock={clock} />;
}

function Refused({ children }: { children: ReactNode }) {
  const t = useText();
  return (
    <Callout tone="danger" title={t("refused.title")} live>
      <p>{children}</p>
      <p className="mt-1 text-sm text-muted">{t("refused.nothing")}</p>
    </Callout>
  );
}

function useRefusalText(): (refusal: Refusal) => string {
  const t = useText();
  return ({ code, ...values }) => t(`refused.${code}`, values);
}
