import { useState } from "react";
import { Loaded } from "../../app/data/Loaded.tsx";
import { type LedgerClock, useLedgerClock } from "../../app/data/useLedgerClock.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { Section } from "../../ui/Section.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { ActDialog } from "./ActDialog.tsx";
import { RecourseTable } from "./RecourseTable.tsx";
import type { RecourseAct } from "./recourse-acts.ts";
import { useText } from "./text.ts";
import { type RecourseLine, useRecourse } from "./useRecourse.ts";

/** Claims on sellers after a default, and claims against the company as a seller. */
export function RecourseScreen() {
  const t = useText();
  const clock = useLedgerClock();
  return (
    <Page title={t("title")} lead={t("lead")}>
      {clock ? <Sides clock={clock} /> : <Skeleton label={t("title")} />}
    </Page>
  );
}

interface Chosen {
  act: RecourseAct;
  /** As it was when chosen: the dialog's outcome stays readable when the claim has ended. */
  line: RecourseLine;
}

function Sides({ clock }: { clock: LedgerClock }) {
  const t = useText();
  const recourse = useRecourse(clock);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const choose = (act: RecourseAct, line: RecourseLine) => setChosen({ act, line });
  return (
    <Loaded query={recourse}>
      {(lines) => {
        const sides = [
          { key: "mine", rows: lines.filter(({ isBank }) => isBank) },
          { key: "against", rows: lines.filter(({ isSeller }) => isSeller) },
        ] as const;
        if (lines.length === 0) return <EmptyState title={t("empty.title")}>{t("empty.hint")}</EmptyState>;
        return (
          <>
            {sides.map(
              ({ key, rows }) =>
                rows.length > 0 && (
                  <Section key={key} title={t(`${key}.title`)} description={t(`${key}.hint`)}>
                    <RecourseTable side={key} lines={rows} onAct={choose} />
                  </Section>
                ),
            )}
            {chosen && <ActDialog act={chosen.act} line={chosen.line} onClose={() => setChosen(null)} />}
          </>
        );
      }}
    </Loaded>
  );
}
