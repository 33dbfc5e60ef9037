import { useState } from "react";
import { useActivityList } from "../../app/data/lists/lists.ts";
import { PagedList } from "../../app/data/lists/PagedList.tsx";
import { useParticipants } from "../../app/data/queries/participants.ts";
import { useUtcOffset } from "../../app/data/queries/policy.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { Page } from "../../ui/Page.tsx";
import { ActivityFilters } from "./ActivityFilters.tsx";
import { type ActivityChoice, ANYTHING, activityQuery } from "./activity-query.ts";
import { useText } from "./text.ts";
import { useActivityColumns } from "./useActivityColumns.tsx";

/** Two lines of words. */
const ROW_REM = { wide: 3.75, narrow: 9 };

/** The history of the whole ledger, newest first. */
export function ActivityScreen() {
  const t = useText();
  const format = useFormat();
  const utcOffsetHours = useUtcOffset();
  const { data: participants = [] } = useParticipants();
  const [choice, setChoice] = useState<ActivityChoice>(ANYTHING);
  const [descending, setDescending] = useState(true);
  const accountsOf = (identity: string) =>
    participants.filter((known) => known.identity === identity).map(({ account }) => account);
  const query = activityQuery(choice, descending, { accountsOf, utcOffsetHours });
  return (
    <Page title={t("title")} lead={t("lead")}>
      <ActivityFilters choice={choice} onChange={(change) => setChoice((kept) => ({ ...kept, ...change }))} />
      <PagedList
        paged={useActivityList(query)}
        listKey={JSON.stringify(query)}
        caption={(count) => t("caption", { count, total: format.count(count) })}
        columns={useActivityColumns(utcOffsetHours)}
        rowRem={ROW_REM}
        sorting={{ by: "time", descending }}
        onSort={(sorting) => setDescending(sorting.descending)}
        empty={{ title: t("empty.title"), text: t("empty.text") }}
      />
    </Page>
  );
}
