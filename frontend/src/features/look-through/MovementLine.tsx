import type { MovementRow } from "../../app/data/queries/receivables.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { rangeText } from "../../app/history/rangeText.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { HolderBadge } from "../../ui/HolderBadge.tsx";
import type { LookThrough, Range } from "./look-through.ts";
import { useText } from "./text.ts";

interface MovementLineProps {
  tree: LookThrough;
  movement: MovementRow;
  /** The part of the movement that is told of. */
  range: Range;
}

/** Who got which cents from whom, when, for what. */
export function MovementLine({ tree, movement, range }: MovementLineProps) {
  const t = useText();
  const format = useFormat();
  const money = useMoney();
  const { nameOf } = useDirectory();
  const { kind, from, to, price, timestamp, sliceId } = movement;
  const paid = kind === "settlement" ? tree.paidFor(sliceId) : null;
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-2">
      <span className="font-medium">
        <HolderBadge mark={tree.marks.get(kind === "settlement" ? from : to)} />
        {from === to ? nameOf(to) : t("tree.line", { from: nameOf(from), to: nameOf(to) })}
      </span>
      <span className="text-accent">{t(`kind.${kind}`)}</span>
      <span className="figures">{money(range.end - range.start, tree.currency)}</span>
      <span className="figures text-sm text-muted">{rangeText(range.start, range.end, format.count)}</span>
      {price !== null && (
        <span className="figures text-sm">{t("tree.price", { price: money(price, tree.currency) })}</span>
      )}
      {paid !== null && (
        <span className="figures text-sm">{t("tree.paid", { amount: money(paid, tree.currency) })}</span>
      )}
      <span className="figures text-sm text-muted">{format.time(timestamp, tree.utcOffsetHours)}</span>
    </span>
  );
}
