import { Languages } from "lucide-react";
import { Button } from "../../ui/Button.tsx";
import { DropdownMenu, MenuChoice } from "../../ui/DropdownMenu.tsx";
import { changeLanguage } from "../i18n/i18n.ts";
import { LANGUAGE_NAMES, LANGUAGES } from "../i18n/languages.ts";
import { useCommonText } from "../i18n/useCommonText.ts";
import { useLanguage } from "../i18n/useLanguage.ts";

export function LanguageMenu() {
  const t = useCommonText();
  const language = useLanguage();
  const options = LANGUAGES.map((value) => ({ value, label: <span lang={value}>{LANGUAGE_NAMES[value]}</span> }));
  const choose = (value: string) => {
    const chosen = LANGUAGES.find((candidate) => candidate === value);
    if (chosen) void changeLanguage(chosen);
  };
  const label = `${t("language.label")}: ${LANGUAGE_NAMES[language]}`;
  return (
    <DropdownMenu
      trigger={
        <Button variant="quiet" aria-label={label} className="px-2">
          <Languages aria-hidden className="size-4.5" />
          <span className="max-md:hidden">{LANGUAGE_NAMES[language]}</span>
        </Button>
      }
    >
      <MenuChoice label={t("language.label")} value={language} onValueChange={choose} options={options} />
    </DropdownMenu>
  );
}
