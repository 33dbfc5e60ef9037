import { useRef } from "react";
import type { MovementRow } from "../../app/data/queries/receivables.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import type { MovementStep, SliceBar } from "../../domain/slice-bars.ts";
import { HolderBadge } from "../../ui/HolderBadge.tsx";
import { useScreenSize } from "../../ui/useScreenSize.ts";
import { type Geometry, geometryFor, HEADER, pictureHeight, ROW, xOf } from "./geometry.ts";
import type { LookThrough } from "./look-through.ts";
import { PictureBar } from "./PictureBar.tsx";
import { useText } from "./text.ts";

interface ProvenancePictureProps {
  tree: LookThrough;
  steps: readonly MovementStep<MovementRow>[];
  bars: readonly SliceBar<MovementRow>[];
}

const QUARTERS = [0n, 1n, 2n, 3n, 4n];
const ENDS = [0n, 4n];
/** Until it is drawn. */
const ANY_WIDTH = 1_000;

/** Cents from left to right, steps from top to bottom. The tree below says the same in words. */
export function ProvenancePicture({ tree, steps, bars }: ProvenancePictureProps) {
  const t = useText();
  const frame = useRef<SVGSVGElement>(null);
  const geometry = geometryFor(useScreenSize(frame)?.width ?? ANY_WIDTH);
  const height = pictureHeight(steps.length);
  return (
    <>
      <Holders tree={tree} />
      {!geometry.isWide && <Steps tree={tree} steps={steps} />}
      <div className="card overflow-hidden p-3">
        {/* biome-ignore lint/a11y/useSemanticElements: a group of bars that can be chosen; a fieldset can't be drawn in */}
        <svg
          ref={frame}
          viewBox={`0 0 ${geometry.width} ${height}`}
          height={height}
          className="block w-full"
          role="group"
          aria-label={t("picture.label")}
        >
          <defs>
            <pattern id="redeemed" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <line x1="0" y1="0" x2="0" y2="8" className="stroke-line-strong" strokeWidth="2" />
            </pattern>
          </defs>
          <Scale tree={tree} geometry={geometry} height={height} />
          {steps.map((step, index) => (
            <StepLabel key={step.txHash} tree={tree} geometry={geometry} step={step} index={index} />
          ))}
          {bars.map((bar) => (
            <PictureBar
              key={`${bar.fromStep}-${bar.start}`}
              tree={tree}
              geometry={geometry}
              bar={bar}
              steps={steps.length}
            />
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

/** What the numbers beside the bars stand for, where their names have no room. */
function Steps({ tree, steps }: { tree: LookThrough; steps: readonly Step[] }) {
  const t = useText();
  const stepText = useStepWords(tree);
  return (
    <ol aria-label={t("picture.steps")} className="grid list-inside list-decimal gap-0.5 text-sm">
      {steps.map((step) => {
        const { kinds, time } = stepText(step);
        return (
          <li key={step.txHash}>
            {kinds} <span className="figures text-muted">{time}</span>
          </li>
        );
      })}
    </ol>
  );
}

type Step = MovementStep<MovementRow>;

function useStepWords(tree: LookThrough) {
  const t = useText();
  const format = useFormat();
  return ({ movements }: Step) => {
    const [first] = movements;
    return {
      kinds: [...new Set(movements.map(({ kind }) => t(`kind.${kind}`)))].join(", "),
      time: first === undefined ? "" : format.time(first.timestamp, tree.utcOffsetHours),
    };
  };
}

/** Amounts at the quarters of the face value; at its ends, where there is room for no more. */
function Scale({ tree, geometry, height }: { tree: LookThrough; geometry: Geometry; height: number }) {
  const money = useMoney();
  return (geometry.isWide ? QUARTERS : ENDS).map((quarter) => {
    const cents = (tree.face * quarter) / 4n;
    const x = xOf(cents, tree.face, geometry);
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
  geometry: Geometry;
  step: Step;
  index: number;
}

function StepLabel({ tree, geometry, step, index }: StepLabelProps) {
  const { kinds, time } = useStepWords(tree)(step);
  const y = HEADER + index * ROW;
  return (
    <g>
      <line x1={0} x2={geometry.width} y1={y} y2={y} className="stroke-line" />
      <text x={0} y={y + 17} className="fill-ink text-[13px] font-medium">
        {geometry.isWide ? `${index + 1} · ${kinds}` : index + 1}
      </text>
      {geometry.isWide && (
        <text x={0} y={y + 34} className="figures fill-muted text-[12px]">
          {time}
        </text>
      )}
      <line x1={geometry.gutter - 8} x2={geometry.gutter} y1={y} y2={y} className="stroke-line-strong" />
    </g>
  );
}
