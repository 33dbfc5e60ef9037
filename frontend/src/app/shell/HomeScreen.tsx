import { Link } from "@tanstack/react-router";
import { buttonClass } from "../../ui/Button.tsx";
import { Page } from "../../ui/Page.tsx";
import { useDirectory } from "../data/useDirectory.ts";
import { useCommonText } from "../i18n/useCommonText.ts";
import { navigationFor } from "../navigation.ts";
import { useMe } from "../session/useMe.ts";

/** Where a participant begins: the ways that its roles open. */
export function HomeScreen() {
  const t = useCommonText();
  const { account, roles } = useMe();
  const { nameOf } = useDirectory();
  return (
    <Page title={t("home.title")} lead={account && t("home.lead", { name: nameOf(account) })}>
      <ul className="flex flex-wrap gap-2">
        {navigationFor(roles).map(({ to, label, icon: Icon }) => (
          <li key={to}>
            <Link to={to} className={buttonClass()}>
              <Icon aria-hidden className="size-4.5" />
              {t(`nav.${label}`)}
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  );
}
