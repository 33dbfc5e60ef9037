import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { dayFromIso } from "../../../frontend/src/domain/day-count.ts";
import { startIndexer } from "../../indexer/startIndexer.ts";
import { startChain } from "../../local/startChain.ts";
import { type Book, balance } from "./book/book.ts";
import { readFlows } from "./book/flows.ts";
import { readViews } from "./book/views.ts";
import { deployYear } from "./deployYear.ts";
import { compareIndex } from "./index/compareIndex.ts";
import type { Comparison } from "./index/differences.ts";
import type { Progress } from "./Progress.ts";
import { makePlan, type YearOptions } from "./plan/makePlan.ts";
import { YEAR_DAYS } from "./plan/steps.ts";
import { playYear } from "./play/playYear.ts";
import { setYearStage } from "./play/stage.ts";

export interface YearPlace {
  ports: { rpc: number; indexer: number };
  /** For the deployment record, the index's database and the logs; made anew. */
  stateFolder: string;
}

export interface YearResult {
  transactions: number;
  books: Book[];
  comparisons: Comparison[];
}

/** Fixed, so that equal options make equal chains. */
const FIRST_DAY = dayFromIso("2027-01-01");
const DAY = 86_400;
const INDEXED_WITHIN_MS = 300_000;

/** Plays the year on a chain of its own and reads it from both sides; whatever was started has ended when this returns or throws. */
export async function runYear(
  options: YearOptions,
  { ports, stateFolder }: YearPlace,
  progress: Progress,
): Promise<YearResult> {
  rmSync(stateFolder, { recursive: true, force: true });
  const logs = join(stateFolder, "logs");
  mkdirSync(logs, { recursive: true });
  process.env.TALLYSTICK_DEPLOYMENTS = join(stateFolder, "deployments");
  // Equal years have equal chains: in a database that outlives them a new index would find an old one.
  delete process.env.DATABASE_URL;
  const stops: (() => Promise<void>)[] = [];
  try {
    progress.step("starting a chain");
    const chain = await startChain(ports.rpc, join(logs, "chain.log"), (FIRST_DAY - 1) * DAY);
    stops.push(chain.stop);
    progress.step("deploying the contracts");
    const record = await deployYear(chain.url);
    const stage = setYearStage(chain.url, record, makePlan(options), FIRST_DAY);
    stops.push(async () => stage.chain.provider.destroy());
    progress.step(`playing ${stage.plan.invoices.length} invoices' year`);
    await playYear(stage, (days) =>
      progress.bar(days, YEAR_DAYS, `day ${days}, ${stage.chain.transactions} transactions`),
    );
    progress.step("starting the indexer, which reads the whole year");
    const indexer = await startIndexer({
      ...{ record, rpcUrl: chain.url, port: ports.indexer, folder: stateFolder },
      readyWithinMs: INDEXED_WITHIN_MS,
    });
    stops.push(indexer.stop);
    progress.step("balancing the book");
    const flows = await readFlows(stage);
    const books = (await readViews(stage)).map((views) => balance(views, flows));
    progress.step("comparing the index with the chain");
    const comparisons = await compareIndex(stage, indexer.url);
    return { transactions: stage.chain.transactions, books, comparisons };
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}
