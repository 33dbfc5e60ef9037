import type { YearStage } from "../play/stage.ts";
import { compareDesks } from "./desks.ts";
import type { Comparison } from "./differences.ts";
import { compareMoney } from "./money.ts";
import { compareParticipants } from "./participants.ts";
import { compareReceivables } from "./receivables.ts";
import { compareSales } from "./sales.ts";
import { compareSlices } from "./slices.ts";

/** What the index's tables say of the year beside what the contracts answer and their events tell. */
export async function compareIndex(stage: YearStage, url: string): Promise<Comparison[]> {
  const areas = [compareParticipants, compareReceivables, compareSlices, compareMoney, compareSales, compareDesks];
  const comparisons: Comparison[] = [];
  for (const compare of areas) comparisons.push(...(await compare(stage, url)));
  return comparisons;
}
