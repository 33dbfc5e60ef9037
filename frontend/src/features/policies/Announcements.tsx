import { Loaded } from "../../app/data/Loaded.tsx";
import { useAnnouncedOperations } from "../../app/data/queries/governance.ts";
import { useLedgerClock } from "../../app/data/useLedgerClock.ts";
import { Section } from "../../ui/Section.tsx";
import { Announcement } from "./Announcement.tsx";
import { useText } from "./text.ts";

/** Changes that were announced and wait for their time. */
export function Announcements() {
  const t = useText();
  const operations = useAnnouncedOperations();
  const clock = useLedgerClock();
  return (
    <Loaded query={operations}>
      {(rows) =>
        clock &&
        rows.length > 0 && (
          <Section title={t("waiting.heading")} description={t("waiting.lead")}>
            {rows.map((row) => (
              <Announcement key={row.id} operation={row} clock={clock} />
            ))}
          </Section>
        )
      }
    </Loaded>
  );
}
