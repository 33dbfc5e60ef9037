import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useRefusalText } from "../../app/data/refusals/useRefusalText.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { putRegistryEntry } from "../../app/data/vault.ts";
import type { Holding } from "../../app/holdings/holding.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { useSession } from "../../app/session/useSession.ts";
import { dayFromIso, isoFromDay } from "../../domain/day-count.ts";
import { DomainError } from "../../domain/domain-error.ts";
import { foldText } from "../../domain/fold-text.ts";
import { shortReceivableId } from "../../domain/ids.ts";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { RegistryReview } from "./RegistryReview.tsx";
import { useText } from "./text.ts";

interface RegistryEditorProps {
  holding: Holding;
  today: number;
  onClose: () => void;
}

/** Number and date of the movable-property registry: first to the vault, then its hash to the ledger. */
export function RegistryEditor({ holding, today, onClose }: RegistryEditorProps) {
  const t = useText();
  const format = useFormat();
  const { nameOf } = useDirectory();
  const { fetchAsUser } = useSession();
  const [number, setNumber] = useState("");
  const [date, setDate] = useState(isoFromDay(today));
  const [isTried, setTried] = useState(false);
  const day = pastDay(date, today);
  const isNumberMissing = foldText(number) === "";
  const keep = useMutation({
    mutationFn: () => putRegistryEntry(fetchAsUser, holding.receivableId, { number: number.trim(), date }),
  });
  const proceed = () => {
    setTried(true);
    if (!isNumberMissing && day !== null) keep.mutate();
  };
  if (keep.isSuccess && day !== null) {
    return <RegistryReview holding={holding} number={number} day={day} onBack={keep.reset} onDone={onClose} />;
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("registry.title")}
      description={t("registry.explain")}
      footer={
        <Button variant="primary" busy={keep.isPending} onClick={proceed}>
          {t("registry.continue")}
        </Button>
      }
    >
      <p className="text-muted">
        {nameOf(holding.receivable.obligor)} ·{" "}
        <span className="font-mono">{shortReceivableId(BigInt(holding.receivableId))}</span>
      </p>
      <TextField
        label={t("registry.number")}
        value={number}
        maxLength={100}
        autoComplete="off"
        error={isTried && isNumberMissing ? t("registry.numberMissing") : undefined}
        onChange={(event) => setNumber(event.target.value)}
      />
      <DateField
        label={t("registry.date")}
        value={date}
        max={isoFromDay(today)}
        error={day === null ? t("registry.dateBad", { today: format.day(today) }) : undefined}
        onChange={(event) => setDate(event.target.value)}
      />
      {keep.error && <VaultRefusal error={keep.error} />}
    </Dialog>
  );
}

function VaultRefusal({ error }: { error: Error }) {
  const t = useText();
  const refusalText = useRefusalText();
  return (
    <Callout tone="danger" title={t("registry.vaultFailed")} live>
      {refusalText(error)}
    </Callout>
  );
}

function pastDay(iso: string, today: number): number | null {
  try {
    const day = dayFromIso(iso);
    return day <= today ? day : null;
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
