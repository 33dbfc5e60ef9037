import { LIMITED } from "./prepare.ts";
import { actorOf, send, type YearStage } from "./stage.ts";

const SETTLED = 5n;
const STATUS = 15n;
const GAS = 2_000_000n;

/** At the end of the year the operator takes out of the bank's book what has been paid. */
export async function tidyExposures(stage: YearStage): Promise<void> {
  const { chain, contracts, memory } = stage;
  const operator = actorOf(stage, "operator");
  const { identity } = actorOf(stage, LIMITED.bank);
  const exposed = [...memory.exposed];
  const words = await Promise.all(exposed.map((id) => contracts.ledger.receivableWordOf(id)));
  const settled = exposed.filter((_, i) => ((words[i] ?? 0n) & STATUS) === SETTLED);
  const calls = settled.map((id) =>
    send(operator, "releases exposures", contracts.exposureBook.releasePaid.populateTransaction(identity, id, []), GAS),
  );
  await chain.execute(await Promise.all(calls));
}
