import { useTranslation } from "react-i18next";
import type common from "./common.en.json";
import { i18n } from "./i18n.ts";
import type { Translate } from "./messages.ts";

/** Words that every screen shares: roles, states, buttons. */
export function useCommonText(): Translate<typeof common> {
  const { t } = useTranslation("common", { i18n });
  return (key, values) => t(key, { ...values });
}
