import { useMutation } from "@tanstack/react-query";
import { sha256 } from "viem";
import { faultOf } from "../../app/data/faultOf.ts";
import { Loaded } from "../../app/data/Loaded.tsx";
import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import { useRefusalText } from "../../app/data/refusals/useRefusalText.ts";
import { downloadFile, useInvoice, type VaultInvoice } from "../../app/data/vault.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { useSession } from "../../app/session/useSession.ts";
import { dayFromIso } from "../../domain/day-count.ts";
import { verifySeal } from "../../domain/document-root.ts";
import { DomainError } from "../../domain/domain-error.ts";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { Card } from "../../ui/Card.tsx";
import { DescriptionList } from "../../ui/DescriptionList.tsx";
import { Section } from "../../ui/Section.tsx";
import { saveFile } from "../../ui/saveFile.ts";
import { UntrustedText } from "../../ui/UntrustedText.tsx";
import { useText } from "./text.ts";

/** The invoice behind the receivable for those who may read it; for others, why they can't. */
export function DocumentSection({ row }: { row: ReceivableRow }) {
  const t = useText();
  const refusalText = useRefusalText();
  const { session, status, signIn } = useSession();
  const invoice = useInvoice(row.id);
  if (!session && status !== "signing-in") {
    return (
      <Section title={t("document.title")}>
        <Callout
          tone="warning"
          title={t("document.signInTitle")}
          actions={<Button onClick={signIn}>{t("document.signInButton")}</Button>}
        >
          {t("document.signIn")}
        </Callout>
      </Section>
    );
  }
  return (
    <Section title={t("document.title")}>
      {invoice.error && !invoice.data && faultOf(invoice.error) === "failed" ? (
        <Callout title={t("document.unreadable")}>{refusalText(invoice.error)}</Callout>
      ) : (
        <Loaded query={invoice}>{(read) => <InvoiceCard row={row} invoice={read} />}</Loaded>
      )}
    </Section>
  );
}

function InvoiceCard({ row, invoice }: { row: ReceivableRow; invoice: VaultInvoice }) {
  const t = useText();
  const format = useFormat();
  const { facts, fileName } = invoice;
  const day = (iso: string) => (iso === "" ? t("document.none") : format.day(dayFromIso(iso)));
  const isSealed = isSealedAs(row.documentRoot, invoice);
  return (
    <Card className="grid gap-4">
      <DescriptionList
        facts={[
          { label: t("document.number"), value: <UntrustedText>{facts.number}</UntrustedText> },
          { label: t("document.issueDate"), value: day(facts.issueDate) },
          { label: t("document.invoiceDueDate"), value: day(facts.invoiceDueDate) },
          { label: t("document.agreedDueDate"), value: day(facts.agreedDueDate) },
          { label: t("document.amount"), value: format.amount(BigInt(facts.payableMinor), facts.currency) },
          { label: t("document.format"), value: facts.format.toUpperCase() },
          { label: t("document.file"), value: <UntrustedText>{fileName}</UntrustedText> },
        ]}
      />
      <Callout tone={isSealed ? "positive" : "danger"}>{t(isSealed ? "document.matches" : "document.differs")}</Callout>
      <Download invoice={invoice} />
    </Card>
  );
}

function Download({ invoice: { receivableId, facts, fileName } }: { invoice: VaultInvoice }) {
  const t = useText();
  const refusalText = useRefusalText();
  const { fetchAsUser } = useSession();
  const download = useMutation({
    mutationFn: async () => {
      const bytes = await downloadFile(fetchAsUser, receivableId);
      if (sha256(bytes) !== facts.fileSha256) return "differs";
      saveFile(bytes, fileName, "application/xml");
      return "saved";
    },
  });
  return (
    <div className="grid justify-items-start gap-2">
      <Button busy={download.isPending} onClick={() => download.mutate()}>
        {t("document.download")}
      </Button>
      {download.data === "differs" && (
        <Callout tone="danger" live>
          {t("document.fileDiffers")}
        </Callout>
      )}
      {download.isError && (
        <Callout tone="danger" title={t("document.downloadFailed")} live>
          {refusalText(download.error)}
        </Callout>
      )}
    </div>
  );
}

function isSealedAs(root: string, { documentRoot, fields }: VaultInvoice): boolean {
  try {
    return verifySeal({ root: documentRoot, fields }) === root;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
