import { useMemo } from "react";
import type { UiTexts } from "../../ui/texts.ts";
import { useCommonText } from "./useCommonText.ts";
import { useLanguage } from "./useLanguage.ts";

/** The primitives' few words in the reader's language. */
export function useUiTextsInLanguage(): UiTexts {
  const t = useCommonText();
  const language = useLanguage();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the texts change with the language, not with the function
  return useMemo(
    () => ({
      close: t("ui.close"),
      cancel: t("ui.cancel"),
      copy: t("ui.copy"),
      copied: t("ui.copied"),
      retry: t("ui.retry"),
      optional: t("ui.optional"),
      chooseFile: t("ui.chooseFile"),
      dropFile: t("ui.dropFile"),
      notifications: t("ui.notifications"),
      irrevocable: t("ui.irrevocable"),
      networkCost: t("ui.networkCost"),
      done: t("ui.done"),
      export: t("ui.export"),
      exportFailed: t("ui.exportFailed"),
      unitOf: (header: string) => t("ui.unitOf", { header }),
      loading: t("ui.loading"),
    }),
    [language],
  );
}
