import { Link } from "@tanstack/react-router";
import { useText } from "./text.ts";

const LINK =
  "-mb-px border-b-2 border-transparent px-3 py-2 font-medium text-muted hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-accent";

/** The slices themselves, and what they bring when. */
export function PortfolioViews() {
  const t = useText();
  return (
    <nav aria-label={t("views.label")} className="flex gap-1 border-b border-line">
      <Link to="/slices" activeOptions={{ exact: true, explicitUndefined: true }} search={{}} className={LINK}>
        {t("views.slices")}
      </Link>
      <Link to="/slices" search={{ view: "receipts" }} className={LINK}>
        {t("views.receipts")}
      </Link>
    </nav>
  );
}
