import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useSignTypedData } from "wagmi";
import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { failureOf } from "../../app/transaction/failureOf.ts";
import { useFailureText } from "../../app/transaction/useFailureText.ts";
import { dayFromIso, endOfDay, isoFromDay } from "../../domain/day-count.ts";
import { DomainError } from "../../domain/domain-error.ts";
import {
  confirmationToFragment,
  confirmationTypedData,
  type SignedConfirmation,
  writeConfirmation,
} from "../../domain/signed-confirmation.ts";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { Copyable } from "../../ui/Copyable.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { DescriptionList } from "../../ui/DescriptionList.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { saveFile } from "../../ui/saveFile.ts";
import { useText } from "./useText.ts";
import { useUndertaking } from "./useUndertaking.tsx";

/** How long a signature may be submitted unless the obligor says otherwise. */
const USUAL_DAYS = 7;

interface SignReviewProps {
  receivable: ReceivableRow;
  clock: LedgerClock;
  onClose: () => void;
}

/** The undertaking as a signature apart from any transaction: a file or link that whoever has it may submit. */
export function SignReview({ receivable, clock, onClose }: SignReviewProps) {
  const t = useText();
  const failureText = useFailureText();
  const { nameOf } = useDirectory();
  const facts = useUndertaking(receivable, clock.policy);
  const [lastDay, setLastDay] = useState(() => isoFromDay(clock.today + USUAL_DAYS));
  const deadline = readDeadline(lastDay, clock);
  const sign = useSignConfirmation(receivable, clock.policy.version);
  const failure = sign.error && failureText(failureOf(sign.error));
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("sign.title", { supplier: nameOf(receivable.creditor) })}
      footer={
        sign.data ? (
          <Button variant="primary" onClick={onClose}>
            {t("sign.done")}
          </Button>
        ) : (
          <Button
            variant="primary"
            disabled={deadline === null}
            busy={sign.isPending}
            onClick={() => deadline !== null && sign.mutate(deadline)}
          >
            {t("sign.button")}
          </Button>
        )
      }
    >
      <DescriptionList facts={facts} />
      {sign.data ? (
        <HandOver confirmation={sign.data} />
      ) : (
        <>
          <DateField
            label={t("sign.lastDay")}
            hint={t("sign.lastDayHint")}
            min={isoFromDay(clock.today)}
            value={lastDay}
            onChange={(event) => setLastDay(event.target.value)}
            error={deadline === null ? t("sign.lastDayWrong") : undefined}
          />
          <Callout tone="warning">{t("sign.effect")}</Callout>
        </>
      )}
      {failure && (
        <Callout tone="danger" title={failure.title} live>
          <p>{failure.advice}</p>
          {failure.detail && <p className="font-mono text-sm break-all">{failure.detail}</p>}
        </Callout>
      )}
    </Dialog>
  );
}

function useSignConfirmation(receivable: ReceivableRow, policy: number) {
  const { chainId, addresses } = useDeployment();
  const { mutateAsync: signTypedData } = useSignTypedData();
  return useMutation({
    mutationFn: async (deadline: bigint): Promise<SignedConfirmation> => {
      const { id, creditor, round, obligor, invoiceKey, face, dueDay, currency, documentRoot } = receivable;
      const terms = { obligor, invoiceKey, face, dueDay, currency, documentRoot };
      const unsigned = { chainId, ledger: addresses.ledger, creditor, terms, policy, round, deadline };
      const signature = await signTypedData(confirmationTypedData(BigInt(id), unsigned));
      return { ...unsigned, signature };
    },
  });
}

function HandOver({ confirmation }: { confirmation: SignedConfirmation }) {
  const t = useText();
  const link = `${window.location.origin}/signed-confirmation#${confirmationToFragment(confirmation)}`;
  const name = `confirmation-${confirmation.terms.invoiceKey.slice(2, 10)}.json`;
  return (
    <Callout tone="positive" title={t("sign.signed")} live>
      <p>{t("sign.handOver")}</p>
      <div className="mt-2 grid justify-items-start gap-2">
        <Button size="sm" onClick={() => saveFile(writeConfirmation(confirmation), name, "application/json")}>
          {t("sign.download")}
        </Button>
        <span className="text-sm">
          {t("sign.link")} <Copyable value={link} shown={`${link.slice(0, 48)}…`} />
        </span>
      </div>
    </Callout>
  );
}

/** The last second of the day, or null when it is no day or has passed. */
function readDeadline(iso: string, { today, policy }: LedgerClock): bigint | null {
  try {
    const day = dayFromIso(iso);
    return day < today ? null : endOfDay(day, policy.utcOffsetHours);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
