import { Monitor, Moon, Sun } from "lucide-react";
import { DropdownMenu, MenuChoice } from "../../ui/DropdownMenu.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { useCommonText } from "../i18n/useCommonText.ts";
import { THEMES } from "./theme.ts";
import { useTheme } from "./useTheme.ts";

const ICONS = { system: Monitor, light: Sun, dark: Moon };

export function ThemeMenu() {
  const t = useCommonText();
  const [theme, chooseTheme] = useTheme();
  const options = THEMES.map((value) => ({ value, label: t(`theme.${value}`) }));
  const choose = (value: string) => {
    const chosen = THEMES.find((candidate) => candidate === value);
    if (chosen) chooseTheme(chosen);
  };
  return (
    <DropdownMenu trigger={<IconButton icon={ICONS[theme]} label={`${t("theme.label")}: ${t(`theme.${theme}`)}`} />}>
      <MenuChoice label={t("theme.label")} value={theme} onValueChange={choose} options={options} />
    </DropdownMenu>
  );
}
