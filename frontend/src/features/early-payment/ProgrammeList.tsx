import { useState } from "react";
import type { ProgrammeRow } from "../../app/data/queries/earlyPayment.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { isManageable, programmeState } from "../../domain/programme-state.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { type Column, Table } from "../../ui/Table.tsx";
import { ActReview, type ProgrammeAct } from "./ActReview.tsx";
import { InviteDialog } from "./InviteDialog.tsx";
import { RaiseEditor } from "./RaiseEditor.tsx";
import { useProgrammeColumns } from "./useProgrammeColumns.tsx";
import { useProgrammeWords } from "./useProgrammeWords.ts";
import { useText } from "./useText.ts";

interface Asked {
  act: ProgrammeAct | "raise" | "invite";
  programme: ProgrammeRow;
}

interface ProgrammeListProps {
  programmes: readonly ProgrammeRow[];
  clock: LedgerClock;
}

/** The obligor's own programmes with what is used of each. */
export function ProgrammeList({ programmes, clock }: ProgrammeListProps) {
  const t = useText();
  const [asked, setAsked] = useState<Asked | null>(null);
  const columns = useProgrammeColumns(clock);
  const isOpen = (programme: ProgrammeRow) => isManageable(programmeState(programme, clock.timestamp));
  const action: Column<ProgrammeRow> = {
    key: "action",
    header: t("list.action"),
    cell: (programme) =>
      isOpen(programme) && <Acts programme={programme} onAsk={(act) => setAsked({ act, programme })} />,
  };
  const close = () => setAsked(null);
  if (programmes.length === 0) return <EmptyState title={t("list.empty")}>{t("list.emptyHint")}</EmptyState>;
  return (
    <>
      <Table
        caption={t("list.caption")}
        hideCaption
        rows={programmes}
        rowKey={({ id }) => id.toString()}
        columns={programmes.some(isOpen) ? [...columns, action] : columns}
        exportAs={t("list.file")}
      />
      {asked?.act === "raise" && (
        <RaiseEditor programme={asked.programme} posted={programmes} clock={clock} onClose={close} />
      )}
      {asked?.act === "invite" && <InviteDialog programme={asked.programme} onClose={close} />}
      {asked && asked.act !== "raise" && asked.act !== "invite" && (
        <ActReview act={asked.act} programme={asked.programme} onClose={close} />
      )}
    </>
  );
}

function Acts({ programme, onAsk }: { programme: ProgrammeRow; onAsk: (act: Asked["act"]) => void }) {
  const t = useText();
  const words = useProgrammeWords();
  const acts: readonly Asked["act"][] = [
    ...(programme.forAll ? [] : (["invite"] as const)),
    "raise",
    programme.paused ? "resume" : "pause",
    "withdraw",
  ];
  return (
    <div className="flex flex-wrap gap-1.5">
      {acts.map((act) => (
        <Button
          key={act}
          size="sm"
          aria-label={`${t(`list.${act}`)} ${words.rates(programme.tiers)}`}
          onClick={() => onAsk(act)}
        >
          {t(`list.${act}`)}
        </Button>
      ))}
    </div>
  );
}
