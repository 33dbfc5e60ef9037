import { useState } from "react";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Section } from "../../ui/Section.tsx";
import { Table } from "../../ui/Table.tsx";
import { EndOfferDialog } from "./EndOfferDialog.tsx";
import type { HoldingAction } from "./HoldingActions.tsx";
import type { Holding } from "./holding.ts";
import { MergeDialog } from "./MergeDialog.tsx";
import { PayEditor } from "./PayEditor.tsx";
import { RegistryEditor } from "./RegistryEditor.tsx";
import { useText } from "./text.ts";
import { useHoldingColumns } from "./useHoldingColumns.tsx";

interface HoldingsProps {
  holdings: readonly Holding[];
  clock: LedgerClock;
}

interface Chosen {
  action: HoldingAction;
  /** As it was when chosen: the dialog's outcome stays readable when the slice has changed. */
  holding: Holding;
}

/** The slices held, and what is done with one of them. */
export function Holdings({ holdings, clock }: HoldingsProps) {
  const t = useText();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const columns = useHoldingColumns((action, holding) => setChosen({ action, holding }));
  return (
    <Section title={t("held.title")}>
      {holdings.length === 0 ? (
        <EmptyState title={t("held.empty")}>{t("held.emptyHint")}</EmptyState>
      ) : (
        <Table caption={t("held.caption")} columns={columns} rows={holdings} rowKey={({ id }) => id} />
      )}
      {chosen && <ChosenAction {...chosen} clock={clock} onClose={() => setChosen(null)} />}
    </Section>
  );
}

function ChosenAction({ action, holding, clock, onClose }: Chosen & { clock: LedgerClock; onClose: () => void }) {
  switch (action) {
    case "pay":
    case "whole":
      return <PayEditor holding={holding} isWhole={action === "whole"} clock={clock} onClose={onClose} />;
    case "registry":
      return <RegistryEditor holding={holding} today={clock.today} onClose={onClose} />;
    case "merge":
      return holding.right && <MergeDialog left={holding} right={holding.right} onClose={onClose} />;
    case "withdraw":
      return (
        holding.offer && (
          <EndOfferDialog
            kind="withdraw"
            offer={{ ...holding.offer, receivable: holding.receivable }}
            onClose={onClose}
          />
        )
      );
  }
}
