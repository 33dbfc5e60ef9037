import { Link } from "@tanstack/react-router";
import { Ellipsis } from "lucide-react";
import { Button, buttonClass } from "../../ui/Button.tsx";
import { DropdownMenu, MenuItem } from "../../ui/DropdownMenu.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import type { Holding } from "./holding.ts";
import { useText } from "./text.ts";

export type HoldingAction = "pay" | "whole" | "registry" | "merge" | "withdraw";

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
      <Button size="sm" onClick={() => onAction("withdraw")}>
        {t("action.withdraw")}
      </Button>
    );
  }
  if (state !== "free") return null;
  return (
    <span className="flex flex-wrap gap-1.5 max-sm:justify-end">
      <Button size="sm" onClick={() => onAction("pay")}>
        {t("action.pay")}
      </Button>
      <Link to="/finance" search={{ slice: holding.id }} className={buttonClass("secondary", "sm")}>
        {t("action.finance")}
      </Link>
      <DropdownMenu trigger={<IconButton icon={Ellipsis} size="sm" label={t("action.more")} />}>
        <MenuItem onSelect={() => onAction("whole")}>{t("action.whole")}</MenuItem>
        {right && <MenuItem onSelect={() => onAction("merge")}>{t("action.merge")}</MenuItem>}
        <MenuItem onSelect={() => onAction("registry")}>{t("action.registry")}</MenuItem>
      </DropdownMenu>
    </span>
  );
}
