import type { KeyboardEvent } from "react";
import type { MovementRow } from "../../app/data/queries/receivables.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { rangeText } from "../../app/history/rangeText.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import type { SliceBar } from "../../domain/slice-bars.ts";
import { cx } from "../../ui/cx.ts";
import { fitsBar, type Geometry, HEADER, ROW, xOf } from "./geometry.ts";
import type { LookThrough } from "./look-through.ts";
import { useText } from "./text.ts";

const GAP = 1.5;

interface PictureBarProps {
  tree: LookThrough;
  geometry: Geometry;
  bar: SliceBar<MovementRow>;
  steps: number;
}

/** One slice for as long as it stayed as it was; choosing it follows its cents. */
export function PictureBar({ tree, geometry, bar, steps }: PictureBarProps) {
  const t = useText();
  const money = useMoney();
  const label = useBarLabel(bar);
  const { start, end, holder, fromStep, toStep, redeemed } = bar;
  const mark = tree.marks.get(holder);
  const x = xOf(start, tree.face, geometry);
  const width = Math.max(xOf(end, tree.face, geometry) - x - GAP, GAP);
  const y = HEADER + fromStep * ROW;
  const height = ((toStep ?? steps) - fromStep) * ROW - GAP;
  const isChosen = tree.chosen !== null && tree.chosen.start < end && tree.chosen.end > start;
  const choose = () => tree.choose({ start, end });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    choose();
  };
  const word = redeemed ? t("picture.redeemed") : (mark?.letters ?? "");
  const inFull = `${word} · ${money(end - start, tree.currency)}`;
  const shown = fitsBar(inFull, width) ? inFull : word;
  // What is seen is the beginning of what is read aloud.
  const name = `${inFull}, ${label}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: there is no button element inside an SVG
    <g role="button" tabIndex={0} aria-label={name} onClick={choose} onKeyDown={onKeyDown} className="cursor-pointer">
      <title>{name}</title>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx={3}
        fill={redeemed ? "url(#redeemed)" : mark?.colour}
        strokeWidth={isChosen ? 3 : 1}
        className={isChosen ? "stroke-ink" : "stroke-line-strong"}
      />
      {fitsBar(shown, width) && (
        <text
          x={x + width / 2}
          y={y + Math.min(height / 2, ROW / 2) + 5}
          textAnchor="middle"
          className={cx(
            "figures text-[13px] font-semibold",
            redeemed ? "fill-ink stroke-surface stroke-[5px] [paint-order:stroke]" : "fill-[#14181a]",
          )}
        >
          {shown}
        </text>
      )}
    </g>
  );
}

function useBarLabel({ start, end, holder, fromStep, toStep, redeemed }: SliceBar<MovementRow>): string {
  const t = useText();
  const format = useFormat();
  const { nameOf } = useDirectory();
  const values = {
    holder: nameOf(holder),
    range: rangeText(start, end, format.count),
    from: fromStep + 1,
  };
  if (redeemed) return t("picture.barRedeemed", values);
  return toStep === null ? t("picture.barOpen", values) : t("picture.bar", { ...values, to: toStep + 1 });
}
