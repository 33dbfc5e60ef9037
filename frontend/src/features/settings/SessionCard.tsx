import { useConnection } from "wagmi";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useCommonText } from "../../app/i18n/useCommonText.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { useSession } from "../../app/session/useSession.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { useText } from "./messages.ts";

/** Whether names and documents can be read now, and until when. */
export function SessionCard() {
  const t = useText();
  const common = useCommonText();
  const format = useFormat();
  const { isConnected } = useConnection();
  const { nameOf } = useDirectory();
  const { status, session, signIn, signOut } = useSession();
  if (session) {
    const expires = new Date(session.expiresAt);
    const time = new Intl.DateTimeFormat(format.locale, { dateStyle: "medium", timeStyle: "short" }).format(expires);
    return (
      <Card className="flex flex-wrap items-center justify-between gap-3">
        <p>{t("signedIn", { name: nameOf(session.account), time })}</p>
        <Button onClick={signOut}>{common("session.signOut")}</Button>
      </Card>
    );
  }
  return (
    <Card className="flex flex-wrap items-center justify-between gap-3">
      <p>{t("signedOut")}</p>
      <Button disabled={!isConnected} busy={status === "signing-in"} onClick={signIn}>
        {common("session.signIn")}
      </Button>
    </Card>
  );
}
