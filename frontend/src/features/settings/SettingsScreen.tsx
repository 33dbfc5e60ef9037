import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { changeLanguage } from "../../app/i18n/i18n.ts";
import { LANGUAGE_NAMES, LANGUAGES } from "../../app/i18n/languages.ts";
import { useCommonText } from "../../app/i18n/useCommonText.ts";
import { useLanguage } from "../../app/i18n/useLanguage.ts";
import { THEMES } from "../../app/shell/theme.ts";
import { useTheme } from "../../app/shell/useTheme.ts";
import { Card } from "../../ui/Card.tsx";
import { Copyable } from "../../ui/Copyable.tsx";
import { DescriptionList } from "../../ui/DescriptionList.tsx";
import { Page } from "../../ui/Page.tsx";
import { Section } from "../../ui/Section.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { useText } from "./messages.ts";
import { SessionCard } from "./SessionCard.tsx";

export function SettingsScreen() {
  const t = useText();
  return (
    <Page title={t("title")} lead={t("lead")}>
      <Section title={t("display")}>
        <DisplayCard />
      </Section>
      <Section title={t("session")} description={t("sessionLead")}>
        <SessionCard />
      </Section>
      <Section title={t("network")}>
        <NetworkCard />
      </Section>
    </Page>
  );
}

function DisplayCard() {
  const common = useCommonText();
  const language = useLanguage();
  const [theme, chooseTheme] = useTheme();
  return (
    <Card className="grid gap-4 sm:grid-cols-2">
      <SelectField
        label={common("language.label")}
        value={language}
        onChange={(event) => {
          const chosen = LANGUAGES.find((candidate) => candidate === event.target.value);
          if (chosen) void changeLanguage(chosen);
        }}
        options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      />
      <SelectField
        label={common("theme.label")}
        value={theme}
        onChange={(event) => {
          const chosen = THEMES.find((candidate) => candidate === event.target.value);
          if (chosen) chooseTheme(chosen);
        }}
        options={THEMES.map((value) => ({ value, label: common(`theme.${value}`) }))}
      />
    </Card>
  );
}

function NetworkCard() {
  const t = useText();
  const { chainId, chainName, addresses, currencies } = useDeployment();
  const address = (value: string) => <Copyable value={value} shown={value} />;
  return (
    <Card>
      <DescriptionList
        facts={[
          { label: t("chain"), value: chainName },
          { label: t("chainId"), value: <span className="figures">{chainId}</span> },
          { label: t("ledger"), value: address(addresses.ledger) },
          { label: t("discountDesk"), value: address(addresses.discountDesk) },
          { label: t("settlementDesk"), value: address(addresses.settlementDesk) },
          { label: t("currencies"), value: currencies.map(({ code }) => code).join(", ") },
        ]}
      />
    </Card>
  );
}
