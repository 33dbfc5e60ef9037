import { useMemo, useState } from "react";
import { useDomainErrorText } from "../../app/i18n/useDomainErrorText.ts";
import { DomainError } from "../../domain/domain-error.ts";
import {
  confirmationFromFragment,
  readConfirmation,
  type SignedConfirmation,
} from "../../domain/signed-confirmation.ts";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { FileDrop } from "../../ui/FileDrop.tsx";
import { Page } from "../../ui/Page.tsx";
import { SignedTerms } from "./SignedTerms.tsx";
import { useText } from "./useText.ts";

type Read = SignedConfirmation | DomainError | null;

/** A confirmation that its obligor signed, brought by a link or a file, for anybody to submit. */
export function SignedConfirmationScreen() {
  const t = useText();
  const errorText = useDomainErrorText();
  const brought = useMemo(() => {
    const { hash } = window.location;
    return hash === "" ? null : attempt(() => confirmationFromFragment(hash));
  }, []);
  const [read, setRead] = useState<Read>(brought);
  const take = async ([file]: File[]) => {
    if (!file) return;
    const text = await file.text();
    setRead(attempt(() => readConfirmation(text)));
  };
  const isRead = read !== null && !(read instanceof DomainError);
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      actions={isRead && <Button onClick={() => setRead(null)}>{t("clear")}</Button>}
    >
      {read instanceof DomainError && (
        <Callout tone="danger" title={t("unreadable")} live>
          {errorText(read)}
        </Callout>
      )}
      {isRead ? (
        <SignedTerms signed={read} />
      ) : (
        <FileDrop
          label={t("file")}
          hint={t("fileHint")}
          accept=".json,application/json"
          onFiles={(files) => void take(files)}
        />
      )}
    </Page>
  );
}

function attempt(read: () => SignedConfirmation): Read {
  try {
    return read();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
