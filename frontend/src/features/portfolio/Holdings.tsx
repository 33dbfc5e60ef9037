import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import type { Holding } from "../../app/holdings/holding.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Section } from "../../ui/Section.tsx";
import { Table } from "../../ui/Table.tsx";
import { EndOfferDialog } from "./EndOfferDialog.tsx";
import type { HoldingAction } from "./HoldingActions.tsx";
import { MergeDialog } from "./MergeDialog.tsx";
import { PayEditor } from "./PayEditor.tsx";
import { RegistryEditor } from "./RegistryEditor.tsx";
import { SplitEditor } from "./SplitEditor.tsx";
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
  const { split: wanted } = useSearch({ from: "/slices" });
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<Chosen | null>(() => splitOf(holdings, wanted));
  const columns = useHoldingColumns((action, holding) => setChosen({ action, holding }));
  const close = () => {
    setChosen(null);
    if (wanted) void navigate({ to: "/slices", replace: true });
  };
  return (
    <Section title={t("held.title")}>
      {holdings.length === 0 ? (
        <EmptyState title={t("held.empty")}>{t("held.emptyHint")}</EmptyState>
      ) : (
        <Table
          exportAs={t("held.file")}
          alsoExported={[{ header: t("held.id"), value: ({ id }) => id }]}
          caption={t("held.caption")}
          columns={columns}
          rows={holdings}
          rowKey={({ id }) => id}
        />
      )}
      {chosen && <ChosenAction {...chosen} clock={clock} onClose={close} />}
    </Section>
  );
}

/** A link may lead here to split one slice. */
function splitOf(holdings: readonly Holding[], wanted: string | undefined): Chosen | null {
  const holding = holdings.find(({ id, state }) => id === wanted && state === "free");
  return holding ? { action: "split", holding } : null;
}

function ChosenAction({ action, holding, clock, onClose }: Chosen & { clock: LedgerClock; onClose: () => void }) {
  switch (action) {
    case "pay":
    case "whole":
      return <PayEditor holding={holding} isWhole={action === "whole"} clock={clock} onClose={onClose} />;
    case "split":
      return <SplitEditor holding={holding} onClose={onClose} />;
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
