import { useCommonColumns } from "../../app/columns/useCommonColumns.tsx";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useSheetValues } from "../../app/data/useSheetValues.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import type { SlicePayment } from "../../domain/paying/payment.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Button } from "../../ui/Button.tsx";
import type { Column } from "../../ui/Table.tsx";
import type { Plan } from "./plan.ts";
import type { Spendable } from "./spendable.ts";
import { useText } from "./text.ts";

/** What the reader wishes of single slices. */
export interface Adjustments {
  leftOut: ReadonlySet<string>;
  pinned: ReadonlySet<string>;
  onWish: (id: string, wish: "leaveOut" | "pin" | "none") => void;
}

interface ProposalColumns {
  used: Column<SlicePayment<Spendable>>[];
  unused: Column<Spendable>[];
}

export function useProposalColumns(plan: Plan, adjustments: Adjustments): ProposalColumns {
  const t = useText();
  const money = useMoney();
  const paying = useSliceColumns<SlicePayment<Spendable>>(({ slice }) => slice);
  const resting = useSliceColumns<Spendable>((slice) => slice);
  const { leftOut, pinned } = adjustments;
  const wish = useWishButton(adjustments);
  return {
    used: [
      ...paying,
      {
        key: "pays",
        header: t("proposal.pays"),
        cell: (payment) => <Shares payment={payment} plan={plan} />,
      },
      {
        key: "stays",
        header: t("proposal.stays"),
        numeric: true,
        cell: ({ stays, slice }) => <Amount text={money(stays, slice.holding.receivable.currency)} />,
      },
      {
        key: "wish",
        header: t("proposal.wish"),
        cell: ({ slice }) => (
          <span className="flex flex-wrap gap-1.5 max-sm:justify-end">
            {pinned.has(slice.id) ? wish(slice, "none", "wish.unpin") : wish(slice, "pin", "wish.pin")}
            {wish(slice, "leaveOut", "wish.leaveOut")}
          </span>
        ),
      },
    ],
    unused: [
      ...resting,
      {
        key: "wish",
        header: t("proposal.wish"),
        cell: (slice) => (
          <span className="flex flex-wrap items-center gap-1.5 max-sm:justify-end">
            {leftOut.has(slice.id) && wish(slice, "none", "wish.takeBack")}
            {wish(slice, "pin", "wish.pin")}
          </span>
        ),
      },
    ],
  };
}

function Shares({ payment, plan }: { payment: SlicePayment<Spendable>; plan: Plan }) {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const { nameOf } = useDirectory();
  const { currency } = payment.slice.holding.receivable;
  return (
    <ul className="grid min-w-48 gap-1">
      {payment.shares.map(({ payee, amount }) => (
        <li key={payee} data-testid="share">
          <span className="flex flex-wrap justify-between gap-x-4">
            <span>{nameOf(payee)}</span>
            <Amount strong text={money(amount, currency)} />
          </span>
          <span className="text-sm text-muted">
            {plan.isAtOnce(payment, payee)
              ? t("lines.atOnce")
              : t("lines.acceptsBy", { day: format.day(plan.acceptBy(payment)) })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function useWishButton({ onWish }: Adjustments) {
  const t = useText();
  const money = useMoney();
  const { nameOf } = useDirectory();
  type Label = "wish.pin" | "wish.unpin" | "wish.leaveOut" | "wish.takeBack";
  return ({ id, face, holding: { receivable } }: Spendable, wish: "leaveOut" | "pin" | "none", label: Label) => (
    <Button
      size="sm"
      className="whitespace-nowrap"
      aria-label={`${t(label)}: ${nameOf(receivable.obligor)}, ${money(face, receivable.currency)}`}
      onClick={() => onWish(id, wish)}
    >
      {t(label)}
    </Button>
  );
}

/** What both tables say of a slice first. */
function useSliceColumns<Row>(sliceOf: (row: Row) => Spendable): Column<Row>[] {
  const t = useText();
  const money = useMoney();
  const values = useSheetValues();
  const common = useCommonColumns<Row>();
  return [
    common.obligor({ key: "obligor", header: t("proposal.obligor") }, (row) => sliceOf(row).holding.receivable),
    common.day({ key: "due", header: t("proposal.due") }, (row) => sliceOf(row).dueDay),
    {
      key: "face",
      header: t("proposal.face"),
      numeric: true,
      cell: (row) => {
        const { face, smallest, holding } = sliceOf(row);
        const { currency } = holding.receivable;
        return (
          <span className="grid">
            <Amount text={money(face, currency)} />
            <span className="text-sm text-muted">{t("proposal.smallest", { amount: money(smallest, currency) })}</span>
          </span>
        );
      },
      value: (row) => values.amount(sliceOf(row).face, sliceOf(row).holding.receivable.currency),
    },
  ];
}
