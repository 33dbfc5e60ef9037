import { ALERT_THRESHOLDS } from "./thresholds.ts";

/** What splits made of one receivable in one day. */
export interface SplitDay {
  parts: number;
  /** Of them, those below twice the smallest slice. */
  smallParts: number;
  /** Face of the parts, and of the small ones, in minor units. */
  face: bigint;
  smallFace: bigint;
}

interface SplittingAlert {
  rule: "manyParts" | "smallParts";
  /** Parts counted. */
  figure: number;
  /** More than so many fire the rule. */
  threshold: number;
  /** Face of the parts counted, in minor units. */
  amount: bigint;
}

const NONE: SplitDay = { parts: 0, smallParts: 0, face: 0n, smallFace: 0n };

/**
 * Adds a split's parts to its day.
 * @param faces Of the parts, in minor units.
 * @param smallest The receivable's smallest slice.
 */
export function addSplit(day: SplitDay | null, faces: readonly bigint[], smallest: bigint): SplitDay {
  const { parts, smallParts, face, smallFace } = day ?? NONE;
  const small = faces.filter((each) => each < smallest * ALERT_THRESHOLDS.smallTimes);
  return {
    parts: parts + faces.length,
    smallParts: smallParts + small.length,
    face: face + sum(faces),
    smallFace: smallFace + sum(small),
  };
}

/** The rules that a day's splits of one receivable fire. */
export function splittingAlerts(day: SplitDay): SplittingAlert[] {
  const rules: SplittingAlert[] = [
    { rule: "manyParts", figure: day.parts, threshold: ALERT_THRESHOLDS.partsADay, amount: day.face },
    { rule: "smallParts", figure: day.smallParts, threshold: ALERT_THRESHOLDS.smallPartsADay, amount: day.smallFace },
  ];
  return rules.filter(({ figure, threshold }) => figure > threshold);
}

function sum(faces: readonly bigint[]): bigint {
  return faces.reduce((total, face) => total + face, 0n);
}
