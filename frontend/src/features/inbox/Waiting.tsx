import { lazy, Suspense, useState } from "react";
import { Loaded } from "../../app/data/Loaded.tsx";
import type { Role } from "../../domain/roles.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { BulkList } from "./BulkList.tsx";
import { bulksOf } from "./bulk.ts";
import { InboxList } from "./InboxList.tsx";
import type { Act } from "./ItemDialog.tsx";
import type { Whose } from "./inbox.ts";
import { byUrgency, type InboxItem } from "./item.ts";
import { useInbox } from "./useInbox.ts";
import { useText } from "./useText.ts";

const RestOfInbox = lazy(async () => ({ default: (await import("./RestOfInbox.tsx")).RestOfInbox }));
const ItemDialog = lazy(async () => ({ default: (await import("./ItemDialog.tsx")).ItemDialog }));

/** What waits for a participant in all of its roles. */
export function Waiting(whose: Whose) {
  const t = useText();
  const inbox = useInbox(whose);
  // Here, not beside its line: that leaves the inbox as soon as it is done, and the receipt must stay.
  const [act, setAct] = useState<Act | null>(null);
  return (
    <>
      <Loaded query={inbox}>
        {(items) => (
          <Suspense
            fallback={items.length > 0 ? <Lines items={items} onAct={setAct} /> : <Skeleton label={t("title")} />}
          >
            <RestOfInbox {...whose}>
              {(rest) => (
                <>
                  <Lines items={byUrgency([...items, ...(rest.data ?? [])])} onAct={setAct} />
                  <Loaded query={rest}>
                    {(others) => items.length + others.length === 0 && <NothingWaits roles={whose.roles} />}
                  </Loaded>
                </>
              )}
            </RestOfInbox>
          </Suspense>
        )}
      </Loaded>
      {act && (
        <Suspense fallback={null}>
          <ItemDialog act={act} onClose={() => setAct(null)} />
        </Suspense>
      )}
    </>
  );
}

function Lines({ items, onAct }: { items: readonly InboxItem[]; onAct: (act: Act) => void }) {
  return (
    <>
      <BulkList bulks={bulksOf(items)} onAct={onAct} />
      <InboxList items={items} onAct={onAct} />
    </>
  );
}

function NothingWaits({ roles }: { roles: readonly Role[] }) {
  const t = useText();
  return (
    <EmptyState title={t("empty.title")}>
      {roles.map((role) => (
        <p key={role}>{t(`empty.${role}`)}</p>
      ))}
    </EmptyState>
  );
}
