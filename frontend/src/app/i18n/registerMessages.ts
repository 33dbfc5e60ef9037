import { useTranslation } from "react-i18next";
import { i18n } from "./i18n.ts";
import { LANGUAGES } from "./languages.ts";
import type { Catalogue, Translate } from "./messages.ts";

/**
 * Adds a feature's texts and returns its hook: `const t = useText()`. Keys are checked against the English file.
 * @param namespace The feature's folder name.
 */
export function registerMessages<Tree extends object>(
  namespace: string,
  catalogue: Catalogue<Tree>,
): () => Translate<Tree> {
  for (const language of LANGUAGES) i18n.addResourceBundle(language, namespace, catalogue[language]);
  return () => {
    const { t } = useTranslation(namespace, { i18n });
    return (key, values) => {
      const path: string = key;
      return t(path, { ...values });
    };
  };
}
