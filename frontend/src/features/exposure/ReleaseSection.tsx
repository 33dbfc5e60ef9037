import { useState } from "react";
import type { Hex } from "viem";
import { useExposureEntries } from "../../app/data/queries/exposure.ts";
import { useReceivablesById } from "../../app/data/queries/receivables.ts";
import { useSlicesIn } from "../../app/data/queries/slices.ts";
import { useDeskIndex } from "../../app/data/useDeskIndex.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useMyAccounts } from "../../app/session/useMe.ts";
import { type Releasable, releasable } from "../../domain/releasable.ts";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { ReleaseReview } from "./ReleaseReview.tsx";
import { useText } from "./text.ts";

export interface ReleasableNow extends Releasable {
  /** Cents by currency, in words. */
  total: string;
}

/** What is still counted but no longer the bank's; nothing is shown when there is none. */
export function ReleaseSection({ bank }: { bank: Hex }) {
  const t = useText();
  const found = useReleasable(bank);
  const [asked, setAsked] = useState<ReleasableNow | null>(null);
  return (
    <>
      {found && found.cents.size > 0 && (
        <Callout
          tone="accent"
          title={t("release.title", { total: found.total })}
          actions={
            <Button size="sm" onClick={() => setAsked(found)}>
              {t("release.release")}
            </Button>
          }
        >
          {t("release.why")}
        </Callout>
      )}
      {asked && <ReleaseReview bank={bank} found={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

function useReleasable(bank: Hex): ReleasableNow | null {
  const money = useMoney();
  const { pledgeDesk } = useDeployment().addresses;
  const own = useMyAccounts();
  const pledgeIndex = useDeskIndex(pledgeDesk);
  const { data: entries = [] } = useExposureEntries(bank);
  const ids = entries.map(({ receivableId }) => receivableId);
  const { data: receivables } = useReceivablesById(ids);
  const { data: slices } = useSlicesIn(ids);
  if (!receivables || !slices || pledgeIndex === undefined) return null;
  const deskIndex = new Map([[pledgeDesk.toLowerCase(), pledgeIndex]]);
  const found = releasable({ entries, slices, receivables, own, deskIndex });
  const totals = new Map<number, bigint>();
  for (const [id, cents] of found.cents) {
    const currency = receivables.find((each) => each.id === id)?.currency ?? 0;
    totals.set(currency, (totals.get(currency) ?? 0n) + cents);
  }
  return { ...found, total: [...totals].map(([currency, cents]) => money(cents, currency)).join(" · ") };
}
