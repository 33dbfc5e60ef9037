import { useMutation } from "@tanstack/react-query";
import { usePublicClient } from "wagmi";
import { useCommonColumns } from "../../app/columns/useCommonColumns.tsx";
import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import { useLiveSlices } from "../../app/data/queries/slices.ts";
import { useChainHead } from "../../app/data/useChainHead.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { isFrozen, isHeld } from "../../domain/slice-state.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Button } from "../../ui/Button.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Section } from "../../ui/Section.tsx";
import { Table } from "../../ui/Table.tsx";
import { readSlices } from "./fetchObligation.ts";
import { payOutSteps } from "./payment-steps.ts";
import { batches, type PayableSlice, SLICES_A_PAYMENT } from "./shares.ts";
import { useText } from "./useText.ts";

interface Asked {
  receivable: ReceivableRow;
  /** Starts of the slices that the index knows to be unpaid. */
  starts: bigint[];
}

/** Receivables whose money the desk holds for holders that were not in the paying transaction. */
export function FinishPayOut({ receivables }: { receivables: readonly ReceivableRow[] }) {
  const t = useText();
  const client = usePublicClient();
  const { addresses } = useDeployment();
  // Kept above the rows: the row is gone when everything is paid out, the outcome must not be.
  const prepare = useMutation({
    mutationFn: async ({ receivable, starts }: Asked) => {
      if (!client) throw new Error("No client for this chain.");
      const slices = await readSlices(client, addresses.ledger, BigInt(receivable.id), starts);
      return { receivable, slices: slices.filter(({ isFrozen }) => !isFrozen) };
    },
  });
  return (
    <>
      {receivables.length > 0 && (
        <Section title={t("group.payingOut")} description={t("payingOutHint")}>
          <Unfinished receivables={receivables} onFinish={(asked) => prepare.mutate(asked)} />
        </Section>
      )}
      {prepare.error && (
        <ErrorState title={t("plan.failed")} advice={t("plan.failedAdvice")} detail={prepare.error.message} />
      )}
      {prepare.data && <FinishReview {...prepare.data} onClose={prepare.reset} />}
    </>
  );
}

interface UnfinishedProps {
  receivables: readonly ReceivableRow[];
  onFinish: (asked: Asked) => void;
}

function Unfinished({ receivables, onFinish }: UnfinishedProps) {
  const t = useText();
  const common = useCommonColumns<ReceivableRow>();
  return (
    <Table
      caption={t("group.payingOut")}
      hideCaption
      rows={receivables}
      exportAs={t("table.payOutFile")}
      rowKey={({ id }) => id}
      columns={[
        common.party({ key: "supplier", header: t("table.supplier"), isRowHeader: true }, ({ creditor }) => creditor),
        common.receivable({ key: "id", header: t("table.receivable") }, ({ id }) => id),
        common.amount({ key: "left", header: t("table.left"), strong: true }, ({ face, redeemed, currency }) => [
          face - redeemed,
          currency,
        ]),
        {
          key: "action",
          header: t("table.action"),
          cell: (row) => <FinishButton receivable={row} onFinish={onFinish} />,
        },
      ]}
    />
  );
}

function FinishButton({ receivable, onFinish }: { receivable: ReceivableRow; onFinish: UnfinishedProps["onFinish"] }) {
  const t = useText();
  const { data: slices } = useLiveSlices(receivable.id);
  const timestamp = useChainHead().data?.timestamp;
  const waits = timestamp !== undefined && (isHeld(receivable, timestamp) || slices?.every(isFrozen));
  if (waits) return <span className="text-sm text-muted">{t("table.waits")}</span>;
  const finish = () => slices && onFinish({ receivable, starts: slices.map(({ start }) => start) });
  return (
    <Button size="sm" disabled={slices === undefined} onClick={finish}>
      {t("table.finish")}
    </Button>
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
