import { Link } from "@tanstack/react-router";
import { buttonClass } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { useCommonText } from "../i18n/useCommonText.ts";

export function NotFoundScreen() {
  const t = useCommonText();
  const home = (
    <Link to="/" className={buttonClass()}>
      {t("page.home")}
    </Link>
  );
  return (
    <Page title={t("page.notFound")}>
      <EmptyState title={t("page.notFoundAdvice")} action={home} />
    </Page>
  );
}
