import { useState } from "react";
import type { Participant } from "../../app/data/queries/participants.ts";
import { useRefusalText } from "../../app/data/refusals/useRefusalText.ts";
import { useDomainErrorText } from "../../app/i18n/useDomainErrorText.ts";
import { DomainError } from "../../domain/domain-error.ts";
import { type IdentityScheme, identityHash, normaliseIdentifier } from "../../domain/identifiers.ts";
import { textFlaw } from "../../domain/plain-text.ts";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { TextField } from "../../ui/TextField.tsx";
import type { Admission } from "./admission.ts";
import { NumberFields } from "./NumberFields.tsx";
import { useText } from "./text.ts";
import { useFlawText } from "./useFlawText.ts";
import { useSaveName } from "./useSaveName.ts";

interface NameDialogProps {
  participant: Participant;
  /** What was typed when it was admitted, if that was on this page. */
  kept: Admission | undefined;
  onClose: () => void;
}

/** Writes the directory entry of a participant that has none. */
export function NameDialog({ participant, kept, onClose }: NameDialogProps) {
  const t = useText();
  const refusalText = useRefusalText();
  const flawText = useFlawText();
  const saving = useSaveName();
  const [draft, setDraft] = useState<NameDraft>({
    name: kept?.name ?? "",
    nameZh: kept?.nameZh ?? "",
    scheme: kept?.scheme ?? "USCC",
    number: kept?.number ?? "",
  });
  const [wasSubmitted, setSubmitted] = useState(false);
  const change = (changed: Partial<NameDraft>) => setDraft((current) => ({ ...current, ...changed }));
  const numberProblem = useNumberProblem(draft, participant.identity);
  const name = draft.name.trim() || draft.nameZh.trim();
  const flaws = { name: textFlaw(draft.name.trim()), nameZh: textFlaw(draft.nameZh.trim()) };
  const nameError = flaws.name ? flawText(flaws.name) : wasSubmitted && name === "" ? t("error.name") : undefined;
  const save = () => {
    setSubmitted(true);
    if (name === "" || flaws.name || flaws.nameZh || numberProblem) return;
    const { scheme } = draft;
    const number = normaliseIdentifier(scheme, draft.number);
    const { account, identity } = participant;
    saving.mutate({ account, identity, name, nameZh: draft.nameZh.trim() || null, scheme, number });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("name.title")}
      description={t("name.explain")}
      footer={
        !saving.isSuccess && (
          <Button variant="primary" busy={saving.isPending} onClick={save}>
            {t("name.save")}
          </Button>
        )
      }
    >
      <TextField
        label={t("admit.name")}
        value={draft.name}
        maxLength={200}
        onChange={({ target }) => change({ name: target.value })}
        error={nameError}
      />
      <TextField
        label={t("admit.nameZh")}
        optional
        lang="zh-CN"
        value={draft.nameZh}
        maxLength={200}
        onChange={({ target }) => change({ nameZh: target.value })}
        error={flaws.nameZh ? flawText(flaws.nameZh) : undefined}
      />
      <NumberFields
        scheme={draft.scheme}
        number={draft.number}
        onChange={change}
        error={(draft.number || wasSubmitted) && numberProblem ? numberProblem : undefined}
      />
      {saving.isError && (
        <Callout tone="danger" title={t("name.failed")} live>
          {refusalText(saving.error)}
        </Callout>
      )}
      {saving.isSuccess && (
        <Callout tone="positive" live>
          {t("name.saved")}
        </Callout>
      )}
    </Dialog>
  );
}

interface NameDraft {
  name: string;
  nameZh: string;
  scheme: IdentityScheme;
  number: string;
}

function useNumberProblem({ scheme, number }: NameDraft, identity: string): string | null {
  const t = useText();
  const domainErrorText = useDomainErrorText();
  if (number.trim() === "") return t("error.number");
  try {
    return identityHash(scheme, number) === identity.toLowerCase() ? null : t("error.identityDiffers");
  } catch (error) {
    if (error instanceof DomainError) return domainErrorText(error);
    throw error;
  }
}
