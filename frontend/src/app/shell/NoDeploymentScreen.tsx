import { ErrorState } from "../../ui/ErrorState.tsx";
import { UiTextsContext } from "../../ui/texts.ts";
import { useCommonText } from "../i18n/useCommonText.ts";
import { useUiTextsInLanguage } from "../i18n/useUiTextsInLanguage.ts";

/** Before anything else can work: the page does not know which contracts it is for. */
export function NoDeploymentScreen({ detail }: { detail: string }) {
  const t = useCommonText();
  const texts = useUiTextsInLanguage();
  return (
    <UiTextsContext value={texts}>
      <main className="mx-auto grid max-w-2xl gap-4 p-6">
        <h1 className="text-2xl font-semibold">Tallystick · 符契</h1>
        <ErrorState
          title={t("page.noDeployment")}
          advice={t("page.noDeploymentAdvice")}
          detail={detail}
          onRetry={() => window.location.reload()}
        />
      </main>
    </UiTextsContext>
  );
}
