import { UserRound } from "lucide-react";
import { Copyable } from "../../ui/Copyable.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { useCommonText } from "../i18n/useCommonText.ts";

/** Connected, but never admitted. */
export function StrangerScreen({ account }: { account: string }) {
  const t = useCommonText();
  return (
    <div className="mx-auto grid max-w-2xl gap-4 py-8">
      <h1 className="text-2xl font-semibold">{t("stranger.title")}</h1>
      <EmptyState icon={UserRound} title={t("stranger.text")}>
        <p>
          <Copyable value={account} shown={account} />
        </p>
        <p className="mt-2">{t("stranger.switch")}</p>
      </EmptyState>
    </div>
  );
}
