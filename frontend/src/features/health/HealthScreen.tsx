import { Callout } from "../../ui/Callout.tsx";
import { Page } from "../../ui/Page.tsx";
import { Section } from "../../ui/Section.tsx";
import { CheckList } from "./CheckList.tsx";
import { DeploymentRecord } from "./DeploymentRecord.tsx";
import { worstOf } from "./judge.ts";
import { useText } from "./text.ts";
import { useChainChecks } from "./useChainChecks.ts";
import { useIndexChecks } from "./useIndexChecks.ts";
import { useServerChecks } from "./useServerChecks.ts";
import { useVersions } from "./useVersions.ts";

const TONES = { ok: "positive", warn: "warning", fail: "danger", unknown: "neutral" } as const;

/** How chain, index and server do, in words, and what to do where one does not. */
export function HealthScreen() {
  const t = useText();
  const chain = useChainChecks();
  const index = useIndexChecks();
  const server = useServerChecks();
  const verdict = worstOf([...chain, ...index, ...server].map((check) => check.verdict));
  return (
    <Page title={t("title")} lead={t("lead")}>
      <Callout tone={TONES[verdict]} title={t(`overall.${verdict}`)} live>
        {t(`overall.${verdict}Text`)}
      </Callout>
      <Section title={t("section.chain")}>
        <CheckList checks={chain} />
      </Section>
      <Section title={t("section.index")}>
        <CheckList checks={index} />
      </Section>
      <Section title={t("section.server")}>
        <CheckList checks={server} />
      </Section>
      <Section title={t("section.deployment")} description={t("section.deploymentText")}>
        <DeploymentRecord />
      </Section>
      <Section title={t("section.versions")}>
        <CheckList checks={useVersions()} />
      </Section>
    </Page>
  );
}
