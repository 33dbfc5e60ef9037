import { useMutation } from "@tanstack/react-query";
import { usePublicClient } from "wagmi";
import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import { useLiveSlices } from "../../app/data/queries/slices.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { Amount } from "../../ui/Amount.tsx";
import { Button } from "../../ui/Button.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Table } from "../../ui/Table.tsx";
import { readSlices } from "./fetchPaymentPlan.ts";
import { payOutSteps } from "./payment-steps.ts";
import { ReceivableLink } from "./ReceivableLink.tsx";
import { batches, type PayableSlice, SLICES_A_PAYMENT } from "./shares.ts";
import { useText } from "./useText.ts";

/** Receivables whose money the desk holds for holders that were not in the paying transaction. */
export function FinishPayOut({ receivables }: { receivables: readonly ReceivableRow[] }) {
  const t = useText();
  const money = useMoney();
  const { nameOf } = useDirectory();
  return (
    <Table
      caption={t("group.payingOut")}
      hideCaption
      rows={receivables}
      rowKey={({ id }) => id}
      columns={[
        { key: "supplier", header: t("table.supplier"), isRowHeader: true, cell: ({ creditor }) => nameOf(creditor) },
        { key: "id", header: t("table.receivable"), cell: ({ id }) => <ReceivableLink id={id} /> },
        {
          key: "left",
          header: t("table.left"),
          numeric: true,
          cell: ({ face, redeemed, currency }) => <Amount strong text={money(face - redeemed, currency)} />,
        },
        { key: "action", header: t("table.action"), cell: (row) => <FinishAction receivable={row} /> },
      ]}
    />
  );
}

function FinishAction({ receivable }: { receivable: ReceivableRow }) {
  const t = useText();
  const client = usePublicClient();
  const { addresses } = useDeployment();
  const indexed = useLiveSlices(receivable.id);
  const prepare = useMutation({
    mutationFn: async () => {
      if (!client) throw new Error("No client for this chain.");
      const starts = (indexed.data ?? []).map(({ start }) => start);
      return readSlices(client, addresses.ledger, BigInt(receivable.id), starts);
    },
  });
  return (
    <div className="grid gap-2">
      <Button size="sm" busy={prepare.isPending} disabled={indexed.data === undefined} onClick={() => prepare.mutate()}>
        {t("table.finish")}
      </Button>
      {prepare.error && (
        <ErrorState title={t("plan.failed")} advice={t("plan.failedAdvice")} detail={prepare.error.message} />
      )}
      {prepare.data && <FinishReview receivable={receivable} slices={prepare.data} onClose={prepare.reset} />}
    </div>
  );
}

interface FinishReviewProps {
  receivable: ReceivableRow;
  slices: readonly PayableSlice[];
  onClose: () => void;
}

function FinishReview({ receivable, slices, onClose }: FinishReviewProps) {
  const t = useText();
  const client = usePublicClient();
  const money = useMoney();
  const format = useFormat();
  const { addresses } = useDeployment();
  const left = slices.reduce((sum, { start, end }) => sum + end - start, 0n);
  const parts = batches(
    slices.map(({ id }) => id),
    SLICES_A_PAYMENT,
  );
  const names = { payOut: (part: number, count: number) => t("review.payOut", { part, parts: count }) };
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("finish.title")}
      facts={[
        { label: t("finish.left"), value: <Amount strong text={money(left, receivable.currency)} /> },
        { label: t("finish.slices"), value: format.count(slices.length) },
      ]}
      confirmLabel={t("finish.confirm")}
      steps={client ? payOutSteps(BigInt(receivable.id), parts, { client, addresses, names }) : []}
      outcome={() => t("finish.done")}
    >
      <p>{slices.length === 0 ? t("finish.none") : t("finish.effect")}</p>
    </ActionReview>
  );
}
