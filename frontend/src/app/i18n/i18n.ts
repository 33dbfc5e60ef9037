import { createInstance } from "i18next";
import { initReactI18next } from "react-i18next";
import common from "./common.en.json";
import commonZh from "./common.zh-CN.json";
import errors from "./errors.en.json";
import errorsZh from "./errors.zh-CN.json";
import { initialLanguage, type Language, readStoredLanguage, storeLanguage } from "./languages.ts";

export const i18n = createInstance();

/** Texts of the shell are there from the first paint; a feature's texts come with its code. */
export async function startI18n(): Promise<void> {
  await i18n.use(initReactI18next).init({
    lng: initialLanguage(readStoredLanguage(), navigator.languages),
    fallbackLng: "en",
    ns: ["common", "errors"],
    defaultNS: "common",
    resources: { en: { common, errors }, "zh-CN": { common: commonZh, errors: errorsZh } },
    // React escapes; amounts and names must not be escaped twice.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  document.documentElement.lang = i18n.language;
  i18n.on("languageChanged", (language) => {
    document.documentElement.lang = language;
  });
}

export async function changeLanguage(language: Language): Promise<void> {
  storeLanguage(language);
  await i18n.changeLanguage(language);
}
