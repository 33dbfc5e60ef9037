import { Link } from "@tanstack/react-router";
import { Ellipsis } from "lucide-react";
import type { Holding } from "../../app/holdings/holding.ts";
import { Button, buttonClass } from "../../ui/Button.tsx";
import { cx } from "../../ui/cx.ts";
import { DropdownMenu, MenuItem } from "../../ui/DropdownMenu.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { useText } from "./text.ts";

export type HoldingAction = "pay" | "whole" | "split" | "registry" | "merge" | "withdraw";

interface HoldingActionsProps {
  holding: Holding;
  onAction: (action: HoldingAction) => void;
}

/** What can be done with a slice in its state. */
export function HoldingActions({ holding, onAction }: HoldingActionsProps) {
  const t = useText();
  const { state, right } = holding;
  if (state === "offered" || state === "offerLapsed") {
    return (
      <Button size="sm" className="whitespace-nowrap" onClick={() => onAction("withdraw")}>
        {t("action.withdraw")}
      </Button>
    );
  }
  if (state !== "free") return null;
  return (
    <span className="flex gap-1.5 max-lg:flex-wrap max-sm:justify-end">
      <Button size="sm" className="whitespace-nowrap" onClick={() => onAction("pay")}>
        {t("action.pay")}
      </Button>
      <Link
        to="/finance"
        search={{ slice: holding.id }}
        className={cx(buttonClass("secondary", "sm"), "whitespace-nowrap")}
      >
        {t("action.finance")}
      </Link>
      <DropdownMenu trigger={<IconButton icon={Ellipsis} size="sm" label={t("action.more")} />}>
        <MenuItem onSelect={() => onAction("whole")}>{t("action.whole")}</MenuItem>
        <MenuItem onSelect={() => onAction("split")}>{t("action.split")}</MenuItem>
        {right && <MenuItem onSelect={() => onAction("merge")}>{t("action.merge")}</MenuItem>}
        <MenuItem onSelect={() => onAction("registry")}>{t("action.registry")}</MenuItem>
      </DropdownMenu>
    </span>
  );
}
