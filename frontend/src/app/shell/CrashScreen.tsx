import type { ErrorComponentProps } from "@tanstack/react-router";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { useCommonText } from "../i18n/useCommonText.ts";

/** In place of a screen whose code failed; the frame around it keeps working. */
export function CrashScreen({ error, reset }: ErrorComponentProps) {
  const t = useCommonText();
  return (
    <ErrorState
      title={t("page.crashed")}
      advice={t("page.crashedAdvice")}
      detail={error instanceof Error ? error.message : String(error)}
      onRetry={reset}
    />
  );
}
