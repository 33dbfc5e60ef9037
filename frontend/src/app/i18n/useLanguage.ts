import { useTranslation } from "react-i18next";
import { i18n } from "./i18n.ts";
import { LANGUAGES, type Language } from "./languages.ts";

export function useLanguage(): Language {
  const { i18n: current } = useTranslation("common", { i18n });
  return LANGUAGES.find((language) => language === current.language) ?? "en";
}
