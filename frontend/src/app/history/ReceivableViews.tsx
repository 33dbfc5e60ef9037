import { Link } from "@tanstack/react-router";
import type { Hex } from "viem";
import { useHistoryText } from "./useHistoryText.ts";

const LINK =
  "-mb-px border-b-2 border-transparent px-3 py-2 font-medium text-muted hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-accent";

/** The views of one receivable, each with an address of its own. */
export function ReceivableViews({ id }: { id: Hex }) {
  const t = useHistoryText();
  return (
    <nav aria-label={t("views.label")} className="flex gap-1 border-b border-line">
      <Link
        to="/receivables/$id"
        params={{ id }}
        activeOptions={{ exact: true, includeSearch: false }}
        className={LINK}
      >
        {t("views.overview")}
      </Link>
      <Link to="/receivables/$id/tree" params={{ id }} className={LINK}>
        {t("views.tree")}
      </Link>
      <Link to="/receivables/$id/graph" params={{ id }} className={LINK}>
        {t("views.graph")}
      </Link>
    </nav>
  );
}
