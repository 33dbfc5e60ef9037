import { useState } from "react";
import { Loaded } from "../../app/data/Loaded.tsx";
import { type AnnouncedOperation, useAnnouncedOperations } from "../../app/data/queries/governance.ts";
import { useLedgerClock } from "../../app/data/useLedgerClock.ts";
import { Section } from "../../ui/Section.tsx";
import { Announcement } from "./Announcement.tsx";
import { type AnnouncementAct, AnnouncementReview } from "./AnnouncementReview.tsx";
import { useText } from "./text.ts";

/** Changes that were announced and wait for their time. */
export function Announcements() {
  const t = useText();
  const operations = useAnnouncedOperations();
  const clock = useLedgerClock();
  // Here, not beside its announcement: that leaves the list as soon as it is done, and the receipt must stay.
  const [acting, setActing] = useState<{ act: AnnouncementAct; operation: AnnouncedOperation } | null>(null);
  return (
    <>
      <Loaded query={operations}>
        {(rows) =>
          clock &&
          rows.length > 0 && (
            <Section title={t("waiting.heading")} description={t("waiting.lead")}>
              {rows.map((row) => (
                <Announcement
                  key={row.id}
                  operation={row}
                  clock={clock}
                  onAct={(act) => setActing({ act, operation: row })}
                />
              ))}
            </Section>
          )
        }
      </Loaded>
      {acting && <AnnouncementReview {...acting} onClose={() => setActing(null)} />}
    </>
  );
}
