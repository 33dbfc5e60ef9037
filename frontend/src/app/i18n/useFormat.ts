import { useMemo } from "react";
import { createFormatters, type Formatters } from "./formatters.ts";
import { numberLocale } from "./languages.ts";
import { useLanguage } from "./useLanguage.ts";

/** Figures, days and times in the reader's locale. */
export function useFormat(): Formatters {
  const language = useLanguage();
  return useMemo(() => createFormatters(numberLocale(language, navigator.languages)), [language]);
}
