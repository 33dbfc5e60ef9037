import { Link } from "@tanstack/react-router";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useSheetValues } from "../../app/data/useSheetValues.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { shortReceivableId } from "../../domain/ids.ts";
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
  const { obligor, due, face } = useSliceColumns();
  const { leftOut, pinned } = adjustments;
  const wish = useWishButton(adjustments);
  return {
    used: [
      lifted(obligor),
      lifted(due),
      lifted(face),
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
      obligor,
      due,
      face,
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

/** A column about the slice, for rows that hold more. */
function lifted({
  key,
  header,
  numeric = false,
  isRowHeader = false,
  cell,
}: Column<Spendable>): Column<SlicePayment<Spendable>> {
  return { key, header, numeric, isRowHeader, cell: ({ slice }) => cell(slice) };
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

function useSliceColumns(): Record<"obligor" | "due" | "face", Column<Spendable>> {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const values = useSheetValues();
  const { nameOf } = useDirectory();
  return {
    obligor: {
      key: "obligor",
      header: t("proposal.obligor"),
      isRowHeader: true,
      cell: ({ holding: { receivable } }) => (
        <span className="grid">
          {nameOf(receivable.obligor)}
          <Link
            to="/receivables/$id"
            params={{ id: receivable.id }}
            className="font-mono text-sm font-normal text-accent underline"
          >
            {shortReceivableId(BigInt(receivable.id))}
          </Link>
        </span>
      ),
      value: ({ holding: { receivable } }) => nameOf(receivable.obligor),
    },
    due: {
      key: "due",
      header: t("proposal.due"),
      numeric: true,
      cell: ({ dueDay }) => format.day(dueDay),
      value: ({ dueDay }) => values.day(dueDay),
    },
    face: {
      key: "face",
      header: t("proposal.face"),
      numeric: true,
      cell: ({ face, smallest, holding: { receivable } }) => (
        <span className="grid">
          <Amount text={money(face, receivable.currency)} />
          <span className="text-sm text-muted">
            {t("proposal.smallest", { amount: money(smallest, receivable.currency) })}
          </span>
        </span>
      ),
      value: ({ face, holding: { receivable } }) => values.amount(face, receivable.currency),
    },
  };
}
