import { Link } from "@tanstack/react-router";
import type { Role } from "../../domain/roles.ts";
import { buttonClass } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { Page } from "../../ui/Page.tsx";
import { useCommonText } from "../i18n/useCommonText.ts";

/** The address was opened by somebody who can do nothing there. */
export function WrongRoleScreen({ owners, mine }: { owners: readonly Role[]; mine: readonly Role[] }) {
  const t = useCommonText();
  const namesOf = (roles: readonly Role[]) => roles.map((role) => t(`role.${role}`)).join(" · ");
  const inbox = (
    <Link to="/" className={buttonClass()}>
      {t("wrongRole.inbox")}
    </Link>
  );
  return (
    <Page title={t("wrongRole.title")}>
      <Callout tone="warning" title={t("wrongRole.owners", { owners: namesOf(owners) })} actions={inbox}>
        <p>{t("wrongRole.text", { mine: namesOf(mine) })}</p>
        <p>{t("wrongRole.ask")}</p>
      </Callout>
    </Page>
  );
}
