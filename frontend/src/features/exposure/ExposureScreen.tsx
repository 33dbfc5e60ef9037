import { Loaded } from "../../app/data/Loaded.tsx";
import { useExposureLimits } from "../../app/data/queries/exposure.ts";
import { type Participant, useParticipants } from "../../app/data/queries/participants.ts";
import { useMe } from "../../app/session/useMe.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { Section } from "../../ui/Section.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { LimitForm } from "./LimitForm.tsx";
import { Limits } from "./Limits.tsx";
import { ReleaseSection } from "./ReleaseSection.tsx";
import { Stakes } from "./Stakes.tsx";
import { useText } from "./text.ts";

/** What a bank has at stake, by counterparty and by month, and how much it lets itself have. */
export function ExposureScreen() {
  const t = useText();
  const { participant, roles } = useMe();
  return (
    <Page title={t("title")} lead={t("lead")}>
      {participant && !roles.includes("bank") && <EmptyState title={t("none.title")}>{t("none.hint")}</EmptyState>}
      {participant && roles.includes("bank") && <Parts bank={participant} />}
      {!participant && <Skeleton label={t("title")} />}
    </Page>
  );
}

function Parts({ bank }: { bank: Participant }) {
  const t = useText();
  const limits = useExposureLimits(bank.identity);
  // For whom a limit can be set.
  const participants = useParticipants();
  return (
    <>
      <Section title={t("limits.title")} description={t("limits.hint")}>
        <Loaded query={limits}>{(rows) => <Limits limits={rows} />}</Loaded>
      </Section>
      <ReleaseSection bank={bank.identity} />
      <Section title={t("form.title")} description={t("form.hint")}>
        <Loaded query={participants}>
          {() => <Loaded query={limits}>{(rows) => <LimitForm limits={rows} />}</Loaded>}
        </Loaded>
      </Section>
      <Stakes account={bank.account} />
    </>
  );
}
