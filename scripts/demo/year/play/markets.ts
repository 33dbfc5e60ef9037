import { BANKS, OBLIGORS } from "../plan/cast.ts";
import { buysWithRecourse, INVITED_PROGRAMME, offerTiers, PROGRAMME_TIERS } from "../plan/markets.ts";
import { QUARTER_DAYS, YEAR_DAYS } from "../plan/steps.ts";
import type { Call } from "./Chain.ts";
import { LIMITED } from "./prepare.ts";
import { actorOf, send, type YearStage } from "./stage.ts";

const DAY = 86_400;
const MOST_FACE = 10n ** 13n;
const OFFER_GAS = 1_000_000n;

/** Banks post the quarter's offers; in the first quarter the obligors their programmes for the year. */
export async function openMarkets(stage: YearStage, quarter: number): Promise<void> {
  const { chain, memory } = stage;
  if (quarter === 0) await openProgrammes(stage);
  const offers = stage.purses.flatMap(({ index }) =>
    BANKS.map((_, bank) => ({ bank, terms: termsOf(stage, index, bank, quarter) })),
  );
  const { discountDesk } = stage.contracts;
  const calls = offers.map(({ bank, terms }) =>
    send(
      bankOf(stage, bank),
      "posts an offer",
      discountDesk.postOffer.populateTransaction(terms, MOST_FACE),
      OFFER_GAS,
    ),
  );
  const logs = (await chain.execute(await Promise.all(calls))).flat();
  const ids = logs.flatMap((log) => discountDesk.interface.parseLog(log)?.args.offerId ?? []);
  memory.offers = offers.map(({ bank, terms }, i) => ({
    currency: terms.currency,
    withRecourse: buysWithRecourse(bank),
    named: { offerId: ids[i], terms },
  }));
}

function bankOf(stage: YearStage, index: number) {
  return actorOf(stage, BANKS[index] ?? "");
}

function termsOf(stage: YearStage, currency: number, bank: number, quarter: number) {
  return {
    currency,
    dayCount: 0,
    dayBase: 360,
    withRecourse: buysWithRecourse(bank),
    limited: BANKS[bank] === LIMITED.bank && currency === LIMITED.currency,
    startsAt: 0,
    expiresAt: (stage.firstDay + (quarter + 1) * QUARTER_DAYS) * DAY,
    smallestFace: 100_00n,
    largestFace: MOST_FACE,
    // The last bank bounds what it buys of one seller.
    sellerLimit: bank === BANKS.length - 1 ? MOST_FACE : 0n,
    tiers: offerTiers(bank, quarter),
    obligors: OBLIGORS.map((key) => actorOf(stage, key).address),
  };
}

async function openProgrammes(stage: YearStage): Promise<void> {
  const { chain, memory, purses } = stage;
  const desk = stage.contracts.earlyPaymentDesk;
  const posted = OBLIGORS.flatMap((obligor) => purses.map(({ index }) => ({ obligor, currency: index })));
  const calls = posted.map(({ obligor, currency }) => {
    const by = actorOf(stage, obligor);
    const programme = {
      ...{ obligor: by.address, startsAt: 0, expiresAt: (stage.firstDay + YEAR_DAYS + 1) * DAY, currency },
      ...{ forAll: !isInvited(obligor, currency), paused: false, withdrawn: false },
      ...{ budget: MOST_FACE, spent: 0n, smallestFace: 100_00n },
    };
    return send(by, "posts a programme", desk.post.populateTransaction(programme, [...PROGRAMME_TIERS]));
  });
  const logs = (await chain.execute(await Promise.all(calls))).flat();
  const ids = logs.flatMap((log) => desk.interface.parseLog(log)?.args.programmeId ?? []);
  for (const [i, { obligor, currency }] of posted.entries())
    memory.programmes.set(`${obligor} ${currency}`, ids[i] ?? 0n);
  await chain.execute([await invitation(stage)]);
}

function invitation(stage: YearStage): Promise<Call> {
  const { obligor, currency, suppliers } = INVITED_PROGRAMME;
  const key = OBLIGORS[obligor];
  const id = stage.memory.programmes.get(`${key} ${currency}`) ?? 0n;
  const holders = suppliers.map((each) => actorOf(stage, each).address);
  const { earlyPaymentDesk } = stage.contracts;
  return send(
    actorOf(stage, key),
    "invites",
    earlyPaymentDesk.invite.populateTransaction(id, holders, true),
    OFFER_GAS,
  );
}

function isInvited(obligor: string, currency: number): boolean {
  return obligor === OBLIGORS[INVITED_PROGRAMME.obligor] && currency === INVITED_PROGRAMME.currency;
}
