import { useTranslation } from "react-i18next";
import { useUtcOffset } from "../data/queries/policy.ts";
import { useDirectory } from "../data/useDirectory.ts";
import { i18n } from "../i18n/i18n.ts";
import { useCommonText } from "../i18n/useCommonText.ts";
import { useFormat } from "../i18n/useFormat.ts";
import type { ActionFailure } from "./action.ts";
import { explainArgs } from "./explainArgs.ts";

interface FailureText {
  title: string;
  advice: string;
  detail?: string;
}

/** A failure in the reader's words: from the namespace `errors` by the custom error's name, otherwise what the chain said. */
export function useFailureText(): (failure: ActionFailure) => FailureText {
  const t = useCommonText();
  const { t: translate } = useTranslation("errors", { i18n });
  const format = useFormat();
  const { nameOf } = useDirectory();
  const utcOffsetHours = useUtcOffset();
  return (failure) => {
    if (failure.kind === "rejected")
      return { title: t("failure.rejected.title"), advice: t("failure.rejected.advice") };
    const texts = { title: t(`failure.${failure.kind}.title`), advice: t(`failure.${failure.kind}.advice`) };
    if (failure.kind !== "reverted" || !i18n.exists(failure.error, { ns: "errors" })) {
      return { ...texts, detail: failure.detail };
    }
    return {
      ...texts,
      advice: translate(failure.error, explainArgs(failure.args, { format, nameOf, utcOffsetHours })),
    };
  };
}
