import { useState } from "react";
import { Loaded } from "../../app/data/Loaded.tsx";
import { usePolicies } from "../../app/data/queries/policy.ts";
import { useLedgerClock } from "../../app/data/useLedgerClock.ts";
import { Button } from "../../ui/Button.tsx";
import { Page } from "../../ui/Page.tsx";
import { Section } from "../../ui/Section.tsx";
import { Announcements } from "./Announcements.tsx";
import { DraftForm } from "./DraftForm.tsx";
import { InForce } from "./InForce.tsx";
import { useText } from "./text.ts";
import { useNotice } from "./useNotice.ts";
import { VersionList } from "./VersionList.tsx";

/** The rules, version by version: which is in force, which is coming, and how another one is made. */
export function PoliciesScreen() {
  const t = useText();
  const policies = usePolicies();
  const clock = useLedgerClock();
  const asked = useNotice();
  const notice = asked.data;
  const [isDrafting, setDrafting] = useState(false);
  const canDraft = notice?.mayPropose && !isDrafting && clock;
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      actions={
        canDraft && (
          <Button variant="primary" onClick={() => setDrafting(true)}>
            {t("draft.open")}
          </Button>
        )
      }
    >
      {isDrafting && clock && notice && policies.data && (
        <Section title={t("draft.heading")} description={t("draft.lead")}>
          <DraftForm clock={clock} versions={policies.data} notice={notice} onClose={() => setDrafting(false)} />
        </Section>
      )}
      {/* Most readers may not draft: only that it could not be found out is worth a word. */}
      {asked.error && <Loaded query={asked}>{() => null}</Loaded>}
      <Announcements />
      <Loaded query={policies}>
        {(versions) =>
          clock && (
            <>
              <Section title={t("inForce.heading", { version: clock.policy.version })}>
                <InForce policy={clock.policy} />
              </Section>
              <Section title={t("versions.heading")} description={t("versions.lead")}>
                <VersionList versions={versions} clock={clock} />
              </Section>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
