import { useState } from "react";
import { downloadFile, type VaultInvoice } from "../../app/data/vault.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { useSession } from "../../app/session/useSession.ts";
import { dayFromIso } from "../../domain/day-count.ts";
import { isolatedText } from "../../domain/plain-text.ts";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { DescriptionList } from "../../ui/DescriptionList.tsx";
import { saveFile } from "../../ui/saveFile.ts";
import { UntrustedText } from "../../ui/UntrustedText.tsx";
import en from "./messages.en.json";
import { useText } from "./useText.ts";

/** What the invoice says, with its file to download. */
export function InvoiceFacts({ invoice }: { invoice: VaultInvoice }) {
  const t = useText();
  const format = useFormat();
  const { facts } = invoice;
  const day = (iso: string) => (iso === "" ? t("detail.noInvoiceDue") : format.day(dayFromIso(iso)));
  const dueDiffers = facts.invoiceDueDate !== "" && facts.invoiceDueDate !== facts.agreedDueDate;
  return (
    <div className="grid gap-3">
      <DescriptionList
        facts={[
          { label: t("detail.number"), value: <UntrustedText>{facts.number}</UntrustedText> },
          { label: t("detail.issued"), value: day(facts.issueDate) },
          { label: t("detail.invoiceDue"), value: day(facts.invoiceDueDate) },
          { label: t("detail.agreedDue"), value: day(facts.agreedDueDate) },
          {
            label: t("detail.format"),
            value: isKnownFormat(facts.format) ? t(`detail.formats.${facts.format}`) : facts.format,
          },
          { label: t("detail.file"), value: <Download invoice={invoice} /> },
        ]}
      />
      {dueDiffers && (
        <Callout tone="warning">
          {t("detail.dueDiffers", { invoiceDue: day(facts.invoiceDueDate), agreedDue: day(facts.agreedDueDate) })}
        </Callout>
      )}
    </div>
  );
}

function isKnownFormat(format: string): format is keyof typeof en.detail.formats {
  return format in en.detail.formats;
}

function Download({ invoice }: { invoice: VaultInvoice }) {
  const t = useText();
  const { fetchAsUser } = useSession();
  const [failure, setFailure] = useState<string | null>(null);
  const download = async () => {
    try {
      const bytes = await downloadFile(fetchAsUser, invoice.receivableId);
      saveFile(bytes, invoice.fileName, "application/xml");
      setFailure(null);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <div className="grid justify-items-start gap-1">
      <Button size="sm" onClick={() => void download()}>
        {t("detail.download", { name: isolatedText(invoice.fileName) })}
      </Button>
      {failure && (
        <p role="alert" className="text-sm text-danger">
          {t("detail.downloadFailed", { reason: failure })}
        </p>
      )}
    </div>
  );
}
