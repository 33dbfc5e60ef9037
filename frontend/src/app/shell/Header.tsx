import { Link } from "@tanstack/react-router";
import { AccountMenu } from "../wallet/AccountMenu.tsx";
import { ChainStatus } from "./ChainStatus.tsx";
import { LanguageMenu } from "./LanguageMenu.tsx";
import { Logo } from "./Logo.tsx";
import { ThemeMenu } from "./ThemeMenu.tsx";

export function Header() {
  return (
    <header className="print:hidden z-30 border-b sm:sticky sm:top-0 border-line bg-surface">
      <div className="mx-auto flex min-h-14 max-w-7xl flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1.5 max-sm:gap-x-1">
        <Link to="/" className="flex items-center gap-2 rounded-sm font-semibold">
          <Logo />
          <span className="text-lg tracking-tight whitespace-nowrap">
            Tallystick <span className="text-muted">· 符契</span>
          </span>
        </Link>
        <div className="flex-1" />
        <div className="max-sm:order-last">
          <ChainStatus />
        </div>
        <div className="flex items-center">
          <LanguageMenu />
          <ThemeMenu />
        </div>
        <div className="flex min-w-0 justify-end max-sm:basis-3/5 max-sm:grow max-sm:[&>button]:max-w-none max-sm:[&>button]:flex-1 max-sm:[&>button]:justify-between">
          <AccountMenu />
        </div>
      </div>
    </header>
  );
}
