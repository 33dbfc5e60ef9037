import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useRefusalText } from "../../app/data/refusals/useRefusalText.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { putInvoice } from "../../app/data/vault.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { useSession } from "../../app/session/useSession.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { uint48 } from "../../app/transaction/uint48.ts";
import type { Invoice } from "../../domain/invoice/invoice.ts";
import { isolatedText } from "../../domain/plain-text.ts";
import { ledgerAbi } from "../../generated/contracts.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { Copyable } from "../../ui/Copyable.tsx";
import { readDay } from "./agreed-date.ts";
import type { InvoiceMatch } from "./InvoiceReview.tsx";
import { type InvoiceFile, randomSalt } from "./read-file.ts";
import { prepareRegistration, type Registration, receivableHex } from "./registration.ts";
import { useText } from "./text.ts";

interface RegisterActionProps {
  file: InvoiceFile;
  match: InvoiceMatch;
  agreedDueDate: string;
  isReady: boolean;
  /** The dialog stays while its outcome is read, also when the button is gone. */
  isShown: boolean;
  onRegistered: () => void;
}

/** First the file goes to the vault, sealed; alone that has no effect. Then the ledger takes the registration. */
export function RegisterAction({ file, match, agreedDueDate, isReady, isShown, onRegistered }: RegisterActionProps) {
  const t = useText();
  const { session, signIn, fetchAsUser } = useSession();
  const { findName } = useDirectory();
  const [open, setOpen] = useState(false);

  const keep = useMutation({
    mutationFn: async (): Promise<Registration> => {
      const prepared = prepare(file, match, agreedDueDate);
      const kept = { file: file.bytes, fileName: file.fileName, sealed: prepared.sealed };
      await putInvoice(fetchAsUser, receivableHex(prepared.receivableId), kept);
      return prepared;
    },
    onSuccess: () => setOpen(true),
  });

  return (
    <>
      {isShown && !session && (
        <Callout
          title={t("signIn.title")}
          actions={
            <Button size="sm" onClick={signIn}>
              {t("signIn.button")}
            </Button>
          }
        >
          {t("signIn.advice")}
        </Callout>
      )}
      {isShown && keep.error && <VaultRefusal error={keep.error} />}
      {isShown && (
        <Button
          variant="primary"
          className="justify-self-start"
          disabled={!isReady || !session}
          busy={keep.isPending}
          onClick={() => keep.mutate()}
        >
          {t("review.register")}
        </Button>
      )}
      {keep.data && (
        <RegisterDialog
          open={open}
          onOpenChange={setOpen}
          invoice={file.invoice}
          buyerName={findName(match.buyer.participant.account) ?? file.invoice.buyer.name}
          registration={keep.data}
          onRegistered={onRegistered}
        />
      )}
    </>
  );
}

interface RegisterDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  invoice: Invoice;
  buyerName: string;
  registration: Registration;
  onRegistered: () => void;
}

function RegisterDialog({ open, onOpenChange, invoice, buyerName, registration, onRegistered }: RegisterDialogProps) {
  const t = useText();
  const format = useFormat();
  const { ledger } = useDeployment().addresses;
  const { terms } = registration;
  const invoiceDueDay = readDay(invoice.dueDate);
  const invoiceDue =
    typeof invoiceDueDay === "number" && invoiceDueDay !== terms.dueDay
      ? [{ label: t("dialog.invoiceDue"), value: format.day(invoiceDueDay) }]
      : [];
  const call = contractCall({
    address: ledger,
    abi: ledgerAbi,
    functionName: "register",
    args: [{ ...terms, face: uint48(terms.face) }],
  });
  return (
    <ActionReview
      open={open}
      onOpenChange={onOpenChange}
      title={t("dialog.title", { number: isolatedText(invoice.number) })}
      facts={[
        { label: t("dialog.obligor"), value: buyerName },
        { label: t("dialog.amount"), value: <Amount strong text={format.amount(terms.face, invoice.currency)} /> },
        { label: t("dialog.due"), value: format.day(terms.dueDay) },
        ...invoiceDue,
        {
          label: t("dialog.document"),
          value: <Copyable value={terms.documentRoot} shown={`${terms.documentRoot.slice(0, 14)}…`} />,
        },
      ]}
      confirmLabel={t("dialog.confirm")}
      steps={[{ name: t("dialog.chain"), call }]}
      onConfirmed={onRegistered}
      outcome={() => t("dialog.done", { buyer: buyerName })}
    >
      <p>{t("dialog.effect")}</p>
    </ActionReview>
  );
}

function VaultRefusal({ error }: { error: Error }) {
  const t = useText();
  const refusalText = useRefusalText();
  return (
    <Callout tone="danger" title={t("vault.title")} live>
      {refusalText(error)}
    </Callout>
  );
}

function prepare(file: InvoiceFile, { seller, buyer, currency }: InvoiceMatch, agreedDueDate: string): Registration {
  const parties = {
    obligor: buyer.participant.account,
    sellerIdentity: seller.identity.hash,
    buyerIdentity: buyer.identity.hash,
    currency: currency.index,
  };
  return prepareRegistration(file.invoice, parties, { sha256: file.sha256, agreedDueDate }, randomSalt);
}
