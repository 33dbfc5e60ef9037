import { useConnection } from "wagmi";
import { useIsLocalChain } from "../deployment/useDeployment.ts";
import { useCommonText } from "../i18n/useCommonText.ts";
import { Banners } from "./Banners.tsx";
import { DevelopmentClock } from "./DevelopmentClock.tsx";
import { Gate } from "./Gate.tsx";
import { Header } from "./Header.tsx";
import { BottomNavigation, SideNavigation } from "./Navigation.tsx";

/** The frame around every screen. */
export function Shell() {
  const t = useCommonText();
  const isLocal = useIsLocalChain();
  const { isConnected } = useConnection();
  return (
    <div className="flex flex-col print:block">
      <a
        href="#content"
        className="sr-only rounded-md bg-accent px-4 py-2 text-on-accent focus:not-sr-only focus:fixed focus:start-2 focus:top-2 focus:z-50"
      >
        {t("product.skip")}
      </a>
      <Header />
      {/* As high as the window: the footer waits below it and is not pushed along while the screen's parts arrive. */}
      <div className="mx-auto flex min-h-dvh w-full max-w-7xl gap-8 px-4 py-6 print:block print:min-h-0 print:max-w-none print:p-0">
        {isConnected && <SideNavigation />}
        <main id="content" tabIndex={-1} className="min-w-0 flex-1 outline-none">
          <div className="contents print:hidden">
            <Banners />
          </div>
          <Gate />
        </main>
      </div>
      <footer className="border-t border-line py-4 max-md:pb-22 print:hidden">
        <div className="mx-auto grid w-full max-w-7xl gap-3 px-4 text-sm text-muted">
          {isLocal && <DevelopmentClock />}
          <p>Tallystick · 符契 — {t("product.tagline")}</p>
        </div>
      </footer>
      {isConnected && <BottomNavigation />}
    </div>
  );
}
