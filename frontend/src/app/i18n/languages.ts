export const LANGUAGES = ["en", "zh-CN"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each in its own tongue, as a reader who can't read the other one looks for it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: "English", "zh-CN": "中文" };

const KEY = "tallystick.language";

/** What was chosen before, otherwise what the browser asks for. */
export function initialLanguage(stored: string | null, wanted: readonly string[]): Language {
  const chosen = LANGUAGES.find((language) => language === stored);
  if (chosen) return chosen;
  for (const tag of wanted) {
    if (/^zh\b/i.test(tag)) return "zh-CN";
    if (/^en\b/i.test(tag)) return "en";
  }
  return "en";
}

/** The reader's own region where the browser names one of this language: its habits of writing numbers and dates. */
export function numberLocale(language: Language, wanted: readonly string[]): string {
  const prefix = language.slice(0, 2);
  return wanted.find((tag) => tag.toLowerCase().startsWith(prefix) && isLanguageTag(tag)) ?? language;
}

/** Some browsers pass on the system's locale as it is, such as "en-US@posix". */
function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

export function readStoredLanguage(): string | null {
  return localStorage.getItem(KEY);
}

export function storeLanguage(language: Language): void {
  localStorage.setItem(KEY, language);
}
