import { Link, useNavigate } from "@tanstack/react-router";
import { Ellipsis } from "lucide-react";
import { DropdownMenu, MenuItem } from "../../ui/DropdownMenu.tsx";
import { useCommonText } from "../i18n/useCommonText.ts";
import { type NavigationEntry, navigationFor } from "../navigation.ts";
import { useMe } from "../session/useMe.ts";

/** Beside the content on a large screen. */
export function SideNavigation() {
  const t = useCommonText();
  const { roles } = useMe();
  return (
    <nav aria-label={t("nav.label")} className="sticky top-18 w-48 shrink-0 self-start max-md:hidden print:hidden">
      <ul className="grid gap-0.5">
        {navigationFor(roles).map(({ to, label, icon: Icon, exact = false }) => (
          <li key={to}>
            <Link
              to={to}
              activeOptions={{ exact }}
              className="flex min-h-9 items-center gap-2.5 rounded-md px-2.5 font-medium text-muted hover:bg-sunken hover:text-ink aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent"
            >
              <Icon aria-hidden className="size-4.5" />
              {t(`nav.${label}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const WITHIN_REACH = 4;
const TAB =
  "flex min-h-14 w-full flex-col items-center justify-center gap-0.5 px-0.5 text-xs font-medium text-muted aria-[current=page]:text-accent focus-visible:-outline-offset-2";

/** At the bottom of a phone: the first entries, each as wide as its name needs, the others behind "More". */
export function BottomNavigation() {
  const t = useCommonText();
  const { roles } = useMe();
  const entries = navigationFor(roles);
  const near = entries.length > WITHIN_REACH + 1 ? entries.slice(0, WITHIN_REACH) : entries;
  const far = entries.slice(near.length);
  return (
    <nav
      aria-label={t("nav.label")}
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      <ul className="flex">
        {near.map(({ to, label, short, icon: Icon, exact = false }) => (
          <li key={to} className="min-w-0 flex-auto">
            <Link to={to} activeOptions={{ exact }} className={TAB} aria-label={t(`nav.${label}`)}>
              <Icon aria-hidden className="size-5" />
              <span className="max-w-full truncate">{t(short ? `nav.short.${short}` : `nav.${label}`)}</span>
            </Link>
          </li>
        ))}
        {far.length > 0 && (
          <li className="flex-auto">
            <MoreMenu entries={far} />
          </li>
        )}
      </ul>
    </nav>
  );
}

function MoreMenu({ entries }: { entries: readonly NavigationEntry[] }) {
  const t = useCommonText();
  const navigate = useNavigate();
  return (
    <DropdownMenu
      trigger={
        <button type="button" className={TAB}>
          <Ellipsis aria-hidden className="size-5" />
          {t("nav.more")}
        </button>
      }
    >
      {entries.map(({ to, label, icon: Icon }) => (
        <MenuItem key={to} onSelect={() => void navigate({ to })}>
          <Icon aria-hidden className="size-4.5" />
          {t(`nav.${label}`)}
        </MenuItem>
      ))}
    </DropdownMenu>
  );
}
