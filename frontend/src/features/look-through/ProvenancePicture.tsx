import type { MovementRow } from "../../app/data/queries/receivables.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import type { MovementStep, SliceBar } from "../../domain/slice-bars.ts";
import { HolderBadge } from "../../ui/HolderBadge.tsx";
import { GUTTER, HEADER, pictureHeight, ROW, WIDTH, xOf } from "./geometry.ts";
import type { LookThrough } from "./look-through.ts";
import { PictureBar } from "./PictureBar.tsx";
import { useText } from "./text.ts";

interface ProvenancePictureProps {
  tree: LookThrough;
  steps: readonly MovementStep<MovementRow>[];
  bars: readonly SliceBar<MovementRow>[];
}

const QUARTERS = [0n, 1n, 2n, 3n, 4n];

/** Cents from left to right, steps from top to bottom. The tree below says the same in words. */
export function ProvenancePicture({ tree, steps, bars }: ProvenancePictureProps) {
  const t = useText();
  const height = pictureHeight(steps.length);
  return (
    <>
      <Holders tree={tree} />
      <div className="card overflow-x-auto p-3">
        {/* biome-ignore lint/a11y/useSemanticElements: a group of bars that can be chosen; a fieldset can't be drawn in */}
        <svg
          viewBox={`0 0 ${WIDTH} ${height}`}
          className="w-full min-w-[52rem]"
          role="group"
          aria-label={t("picture.label")}
        >
          <defs>
            <pattern id="redeemed" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <line x1="0" y1="0" x2="0" y2="8" className="stroke-line-strong" strokeWidth="2" />
            </pattern>
          </defs>
          <Scale tree={tree} height={height} />
          {steps.map((step, index) => (
            <StepLabel key={step.txHash} tree={tree} step={step} index={index} />
          ))}
          {bars.map((bar) => (
            <PictureBar key={`${bar.fromStep}-${bar.start}`} tree={tree} bar={bar} steps={steps.length} />
          ))}
        </svg>
      </div>
    </>
  );
}

function Holders({ tree }: { tree: LookThrough }) {
  const t = useText();
  const { nameOf } = useDirectory();
  return (
    <ul aria-label={t("picture.holders")} className="flex flex-wrap gap-x-5 gap-y-1">
      {[...tree.marks].map(([holder, mark]) => (
        <li key={holder}>
          <span className="sr-only">{mark.letters} </span>
          <HolderBadge mark={mark} />
          {nameOf(holder)}
        </li>
      ))}
    </ul>
  );
}

/** Amounts at the quarters of the face value. */
function Scale({ tree, height }: { tree: LookThrough; height: number }) {
  const money = useMoney();
  return QUARTERS.map((quarter) => {
    const cents = (tree.face * quarter) / 4n;
    const x = xOf(cents, tree.face);
    const anchor = quarter === 0n ? "start" : quarter === 4n ? "end" : "middle";
    return (
      <g key={String(quarter)} aria-hidden>
        <text x={x} y={16} textAnchor={anchor} className="figures fill-muted text-[13px]">
          {money(cents, tree.currency)}
        </text>
        <line x1={x} x2={x} y1={HEADER - 6} y2={height} className="stroke-line" />
      </g>
    );
  });
}

interface StepLabelProps {
  tree: LookThrough;
  step: MovementStep<MovementRow>;
  index: number;
}

function StepLabel({ tree, step, index }: StepLabelProps) {
  const t = useText();
  const format = useFormat();
  const kinds = [...new Set(step.movements.map(({ kind }) => t(`kind.${kind}`)))].join(", ");
  const time = step.movements[0]?.timestamp;
  const y = HEADER + index * ROW;
  return (
    <g>
      <line x1={0} x2={WIDTH} y1={y} y2={y} className="stroke-line" />
      <text x={0} y={y + 17} className="fill-ink text-[13px] font-medium">
        {index + 1} · {kinds}
      </text>
      {time !== undefined && (
        <text x={0} y={y + 34} className="figures fill-muted text-[12px]">
          {format.time(time, tree.utcOffsetHours)}
        </text>
      )}
      <line x1={GUTTER - 8} x2={GUTTER} y1={y} y2={y} className="stroke-line-strong" />
    </g>
  );
}
