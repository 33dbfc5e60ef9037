import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { Loaded } from "../../app/data/Loaded.tsx";
import { useParticipants } from "../../app/data/queries/participants.ts";
import { type Replacement, useReplacements } from "../../app/data/queries/replacements.ts";
import { useLedgerClock } from "../../app/data/useLedgerClock.ts";
import { useMe } from "../../app/session/useMe.ts";
import { isOpen, phaseOf } from "../../domain/replacement-phase.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { Section } from "../../ui/Section.tsx";
import { type Act, ActReview } from "./ActReview.tsx";
import { HowItGoes } from "./HowItGoes.tsx";
import { OpenReplacement } from "./OpenReplacement.tsx";
import { PastReplacements } from "./PastReplacements.tsx";
import { ProposeForm } from "./ProposeForm.tsx";
import { SlicesLeft } from "./SlicesLeft.tsx";
import { useText } from "./text.ts";

/** Lost keys: what is proposed, what the supervisor agrees to, what the old key can stop, and what anyone carries out. */
export function KeysScreen() {
  const t = useText();
  const replacements = useReplacements();
  const participants = useParticipants();
  const clock = useLedgerClock();
  const { lost } = useSearch({ from: "/keys" });
  const { participant: me, roles } = useMe();
  // Here, not beside its replacement: that leaves the list as soon as it is done, and the receipt must stay.
  const [acting, setActing] = useState<{ act: Act; replacement: Replacement } | null>(null);
  const isOperator = roles.includes("operator") && me != null && !me.suspended && !me.replaced;
  return (
    <Page title={t("title")} lead={t("lead")}>
      <HowItGoes />
      {isOperator && (
        <Section title={t("propose.heading")} description={t("propose.lead")}>
          <Loaded query={participants}>
            {(known) => <ProposeForm key={lost} participants={known} lost={lost ?? ""} />}
          </Loaded>
        </Section>
      )}
      <Loaded query={replacements}>
        {(rows) => {
          if (!clock) return null;
          const timed = rows.map((row) => ({ row, phase: phaseOf(row, clock.timestamp) }));
          const open = timed.filter(({ phase }) => isOpen(phase));
          const past = timed.filter(({ phase }) => !isOpen(phase));
          return (
            <>
              <Section title={t("open.heading")}>
                {open.length === 0 && <EmptyState title={t("open.none")}>{t("open.noneText")}</EmptyState>}
                {open.map(({ row, phase }) => (
                  <OpenReplacement
                    key={row.id}
                    replacement={row}
                    phase={phase}
                    onAct={(act) => setActing({ act, replacement: row })}
                  />
                ))}
              </Section>
              <SlicesLeft replaced={past.filter(({ phase }) => phase === "carriedOut").map(({ row }) => row)} />
              {past.length > 0 && (
                <Section title={t("past.heading")}>
                  <PastReplacements rows={past} />
                </Section>
              )}
            </>
          );
        }}
      </Loaded>
      {acting && <ActReview {...acting} onClose={() => setActing(null)} />}
    </Page>
  );
}
