import { useSession } from "../../app/session/useSession.ts";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { unavailableCode } from "./unavailable-code.ts";
import type { DocumentState } from "./useDocumentCheck.ts";
import { useText } from "./useText.ts";

/** Tells whether the document is what would be signed, and if not, why. */
export function DocumentCallout({ document }: { document: DocumentState }) {
  const t = useText();
  const { signIn } = useSession();
  switch (document.state) {
    case "running":
      return <Skeleton label={t("check.running")} lines={2} />;
    case "signedOut":
      return (
        <Callout
          tone="warning"
          title={t("check.signIn")}
          actions={<Button onClick={signIn}>{t("check.signInButton")}</Button>}
        >
          {t("check.signInAdvice")}
        </Callout>
      );
    case "unavailable":
      return (
        <Callout
          tone="danger"
          live
          title={t("check.unavailable")}
          actions={<Button onClick={document.retry}>{t("check.retry")}</Button>}
        >
          {t(`check.unavailableReason.${unavailableCode(document.code)}`, { reason: document.message })}
        </Callout>
      );
    case "blocked":
      return (
        <Callout tone="danger" live title={t("check.blocked")}>
          <ul className="list-disc ps-5">
            {document.failed.map((check) => (
              <li key={check}>{t(`check.reason.${check}`)}</li>
            ))}
          </ul>
          <p className="mt-1">{t("check.askSupplier")}</p>
        </Callout>
      );
    case "matches":
      return (
        <Callout tone="positive" live title={t("check.matches")}>
          {t("check.matchesAdvice")}
        </Callout>
      );
  }
}
