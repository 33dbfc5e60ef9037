import { Loaded } from "../../app/data/Loaded.tsx";
import { useCash } from "../../app/data/queries/cash.ts";
import { useIsLocalChain } from "../../app/deployment/useDeployment.ts";
import { useMe } from "../../app/session/useMe.ts";
import { Page } from "../../ui/Page.tsx";
import { Section } from "../../ui/Section.tsx";
import { Allowances } from "./Allowances.tsx";
import { Balances } from "./Balances.tsx";
import { MintTestMoney } from "./MintTestMoney.tsx";
import { useText } from "./useText.ts";

/** The participant's own cash and what it lets the desks take of it. */
export function CashScreen() {
  const t = useText();
  const { account } = useMe();
  const isLocal = useIsLocalChain();
  const cash = useCash(account);
  return (
    <Page title={t("title")} lead={t("lead")}>
      <Section title={t("balances.title")}>
        <Loaded query={cash}>{(positions) => <Balances positions={positions} />}</Loaded>
      </Section>
      <Section title={t("allowances.title")} description={t("allowances.hint")}>
        <Loaded query={cash}>{(positions) => <Allowances positions={positions} />}</Loaded>
      </Section>
      {isLocal && account && (
        <Section title={t("mint.title")} description={t("mint.hint")}>
          <MintTestMoney account={account} />
        </Section>
      )}
    </Page>
  );
}
