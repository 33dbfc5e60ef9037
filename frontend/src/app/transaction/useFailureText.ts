import { useUtcOffset } from "../data/queries/policy.ts";
import { useDirectory } from "../data/useDirectory.ts";
import errors from "../i18n/errors.en.json";
import errorsZh from "../i18n/errors.zh-CN.json";
import { registerMessages } from "../i18n/registerMessages.ts";
import { useCommonText } from "../i18n/useCommonText.ts";
import { useFormat } from "../i18n/useFormat.ts";
import type { ActionFailure } from "./action.ts";
import { explainArgs } from "./explainArgs.ts";

const useErrorText = registerMessages("errors", { en: errors, "zh-CN": errorsZh });

interface FailureText {
  title: string;
  advice: string;
  detail?: string;
}

/** A failure in the reader's words: from the namespace `errors` by the custom error's name, otherwise what the chain said. */
export function useFailureText(): (failure: ActionFailure) => FailureText {
  const t = useCommonText();
  const errorText = useErrorText();
  const format = useFormat();
  const { nameOf } = useDirectory();
  const utcOffsetHours = useUtcOffset();
  return (failure) => {
    if (failure.kind === "rejected")
      return { title: t("failure.rejected.title"), advice: t("failure.rejected.advice") };
    const texts = { title: t(`failure.${failure.kind}.title`), advice: t(`failure.${failure.kind}.advice`) };
    if (failure.kind !== "reverted" || !isKnown(failure.error)) return { ...texts, detail: failure.detail };
    return {
      ...texts,
      advice: errorText(failure.error, explainArgs(failure.args, { format, nameOf, utcOffsetHours })),
    };
  };
}

function isKnown(error: string): error is keyof typeof errors {
  return Object.hasOwn(errors, error);
}
