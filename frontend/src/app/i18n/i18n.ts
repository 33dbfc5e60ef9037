import { createInstance } from "i18next";
import { initReactI18next } from "react-i18next";
import common from "./common.en.json";
import { initialLanguage, type Language, readStoredLanguage, storeLanguage } from "./languages.ts";

export const i18n = createInstance();

/** Texts of the shell are there from the first paint; a feature's texts come with its code. English is what others fall back to. */
export async function startI18n(): Promise<void> {
  const language = initialLanguage(readStoredLanguage(), navigator.languages);
  await i18n.use(initReactI18next).init({
    lng: language,
    fallbackLng: "en",
    ns: ["common"],
    defaultNS: "common",
    resources: { en: { common } },
    partialBundledLanguages: true,
    // React escapes; amounts and names must not be escaped twice.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await loadCommon(language);
  document.documentElement.lang = i18n.language;
  i18n.on("languageChanged", (changed) => {
    document.documentElement.lang = changed;
  });
}

export async function changeLanguage(language: Language): Promise<void> {
  storeLanguage(language);
  await loadCommon(language);
  await i18n.changeLanguage(language);
}

async function loadCommon(language: Language): Promise<void> {
  if (language === "en" || i18n.hasResourceBundle(language, "common")) return;
  const { default: texts } = await import("./common.zh-CN.json");
  i18n.addResourceBundle(language, "common", texts);
}
