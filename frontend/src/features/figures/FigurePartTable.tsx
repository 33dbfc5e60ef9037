import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useCommonColumns } from "../../app/columns/useCommonColumns.tsx";
import { Loaded } from "../../app/data/Loaded.tsx";
import { useEvidence } from "../../app/data/queries/alerts.ts";
import type { FigurePart } from "../../app/data/queries/supervision.ts";
import { useSheetValues } from "../../app/data/useSheetValues.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { StatePill } from "../../app/history/StatePill.tsx";
import { StepList } from "../../app/history/StepList.tsx";
import { useHistoryText } from "../../app/history/useHistoryText.ts";
import { useJudgeReceivable } from "../../app/history/useJudgeReceivable.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import type { Figure } from "../../domain/figures.ts";
import { shortReceivableId } from "../../domain/ids.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { type Column, Table } from "../../ui/Table.tsx";
import { useText } from "./text.ts";

/** The steps that make cents count, or stop counting. */
const STEPS: Readonly<Record<Figure, readonly string[]>> = {
  owed: ["receivableConfirmed", "sliceRetired", "slicePaid"],
  late: ["receivableConfirmed", "obligorPaidPart", "receivableOverdue", "receivableDefaulted"],
  frozen: ["sliceCut", "sliceFrozen", "sliceReleased", "sliceTransferredByOrder"],
  redeemed: ["obligorPaid", "obligorPaidPart", "slicePaid", "sliceSetAside"],
};

export function FigurePartTable({ figure, rows }: { figure: Figure; rows: readonly FigurePart[] }) {
  const t = useText();
  const history = useHistoryText();
  const money = useMoney();
  const format = useFormat();
  const judge = useJudgeReceivable();
  const common = useCommonColumns<FigurePart>();
  const values = useSheetValues();
  const [opened, setOpened] = useState<FigurePart | null>(null);
  const columns: Column<FigurePart>[] = [
    {
      key: "id",
      header: t("column.id"),
      isRowHeader: true,
      cell: ({ receivable: { id } }) => (
        <Link
          to="/receivables/$id"
          params={{ id }}
          className="font-mono text-sm text-accent underline underline-offset-2"
        >
          {shortReceivableId(BigInt(id))}
        </Link>
      ),
      value: ({ receivable: { id } }) => id,
    },
    common.party({ key: "obligor", header: t("column.obligor") }, ({ receivable }) => receivable.obligor),
    common.party({ key: "creditor", header: t("column.creditor") }, ({ receivable }) => receivable.creditor),
    {
      key: "dueDay",
      header: t("column.dueDay"),
      cell: ({ receivable }) => format.day(receivable.dueDay),
      value: ({ receivable }) => values.day(receivable.dueDay),
    },
    {
      key: "state",
      header: t("column.state"),
      cell: ({ receivable }) => {
        const judged = judge(receivable);
        return judged && <StatePill state={judged.state} />;
      },
      value: ({ receivable }) => {
        const judged = judge(receivable);
        return judged ? history(`state.${judged.state}`) : null;
      },
    },
    {
      key: "amount",
      header: t("column.amount"),
      numeric: true,
      cell: ({ amount, receivable }) => money(amount, receivable.currency),
      value: ({ amount, receivable }) => values.amount(amount, receivable.currency),
    },
    {
      key: "steps",
      header: t("column.steps"),
      cell: (part) => (
        <Button size="sm" onClick={() => setOpened(part)}>
          {t("steps")}
          <span className="sr-only"> {shortReceivableId(BigInt(part.receivable.id))}</span>
        </Button>
      ),
    },
  ];
  return (
    <>
      <Table
        exportAs={t("file")}
        caption={t("caption", { count: rows.length })}
        columns={columns}
        rows={rows}
        rowKey={({ receivable }) => receivable.id}
      />
      {opened && <StepsDialog figure={figure} part={opened} onClose={() => setOpened(null)} />}
    </>
  );
}

interface StepsDialogProps {
  figure: Figure;
  part: FigurePart;
  onClose: () => void;
}

function StepsDialog({ figure, part: { receivable }, onClose }: StepsDialogProps) {
  const t = useText();
  const steps = useEvidence(receivable.id, { kinds: STEPS[figure] });
  const title = t("stepsOf", { id: shortReceivableId(BigInt(receivable.id)) });
  return (
    <Dialog open wide onOpenChange={(open) => !open && onClose()} title={title}>
      <Loaded query={steps}>
        {(rows) => <StepList label={title} steps={rows} currencyOf={() => receivable.currency} />}
      </Loaded>
    </Dialog>
  );
}
