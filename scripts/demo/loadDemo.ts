import { identityHash } from "../../frontend/src/domain/identifiers.ts";
import { sliceId } from "../../frontend/src/domain/ids.ts";
import { bitsFromRoles } from "../../frontend/src/domain/roles.ts";
import type { OfferTermsStruct } from "../../types/contracts/desks/DiscountDesk.js";
import type { DeploymentRecord } from "../deployment/record.ts";
import { settled } from "../deployment/settled.ts";
import { type Actor, actor, type Stage, setStage } from "./actors.ts";
import { Clock } from "./clock.ts";
import { confirm, recordRegistryEntry, refuse, register } from "./receivables.ts";

/** Days before "today" at which the story begins; the chain must have been started that long ago. */
export const DEMO_DAYS = 110;

const KYC_YEARS_DAYS = 3 * 365;
const ALLOWANCE = 10_000_000_00n;
const OFFER_LIMIT = 5_000_000_00n;

/**
 * Plays a short history through the calls that users make: six invoices in six states. Nothing is written past the contracts' and the
 * vault's own doors.
 * @param now Seconds; where the chain's clock stands afterwards.
 * @param onStep Told what is being done.
 */
export async function loadDemo(
  urls: { rpc: string; vault: string },
  record: DeploymentRecord,
  now: number,
  onStep: (step: string) => void,
): Promise<void> {
  const stage = setStage(urls.rpc, urls.vault, record);
  const clock = new Clock(stage.provider);
  try {
    onStep("admitting eight participants");
    await admitEverybody(stage, await clock.today());
    await provideCash(stage);
    const today = Math.floor((now + 8 * 3600) / 86_400);
    onStep("an invoice confirmed, split, discounted and settled");
    const early = await playSettled(stage, clock, today);
    onStep("an invoice confirmed, split and passed on, one part waiting to be accepted");
    await playSplit(stage, clock, today);
    onStep("an invoice settled at maturity");
    await early.settle();
    onStep("one confirmed, one refused, one waiting for confirmation");
    await playOpen(stage, clock, today);
    await clock.moveTo(now);
  } finally {
    stage.provider.destroy();
  }
}

async function admitEverybody(stage: Stage, today: number): Promise<void> {
  const operator = actor(stage, "operator");
  for (const { address, company } of Object.values(stage.actors)) {
    const identity = identityHash(company.scheme, company.number);
    await settled(operator.ledger.admit(address, identity, bitsFromRoles(company.roles), today + KYC_YEARS_DAYS));
  }
  await operator.vault.waitForBlock(await stage.provider.getBlockNumber());
  for (const { address, company } of Object.values(stage.actors)) {
    const { scheme, number, name } = company;
    await operator.vault.putName(identityHash(scheme, number), {
      account: address,
      name: name.en,
      nameZh: name.zh,
      scheme,
      number,
    });
  }
  for (const key of ["bashan", "nanping"]) await settled(actor(stage, key).ledger.setStandingConsent(true));
  const huaxin = actor(stage, "huaxin");
  await settled(huaxin.ledger.setDeskEnabled(huaxin.discountDesk, true));
}

async function provideCash(stage: Stage): Promise<void> {
  const cash: Record<string, bigint> = {
    yujiang: 8_000_000_00n,
    yuzhong: 20_000_000_00n,
    huaxin: 120_000_00n,
    jiulong: 35_000_00n,
  };
  for (const [key, amount] of Object.entries(cash)) {
    const { cny, address } = actor(stage, key);
    await settled(cny.mint(address, amount));
  }
}

/** 860 000.00 confirmed, two suppliers paid with it, the rest discounted; the obligor pays on the due day. */
async function playSettled(stage: Stage, clock: Clock, today: number) {
  const [huaxin, yujiang, yuzhong] = [actor(stage, "huaxin"), actor(stage, "yujiang"), actor(stage, "yuzhong")];
  const start = today - DEMO_DAYS + 2;
  const dueDay = today - 12;
  await clock.moveToDay(start);
  const invoice = await register(huaxin, yujiang, {
    number: "HX-2026-0731",
    issueDay: start - 3,
    dueDay,
    face: 860_000_00n,
  });
  await clock.moveToDay(start + 1);
  await confirm(yujiang, huaxin, invoice);
  const head = sliceId(invoice.id, 0n);
  await recordRegistryEntry(huaxin, invoice, head, "CQ2026080400017", start + 1);
  await pay(huaxin, head, [
    { to: actor(stage, "bashan"), amount: 120_000_00n },
    { to: actor(stage, "nanping"), amount: 45_500_50n },
  ]);
  await clock.moveToDay(start + 6);
  const { offerId, terms } = await postOffer(stage, start + 30);
  const { net } = await huaxin.discountDesk.take.staticCall(head, terms, offerId, 0);
  await settled(huaxin.discountDesk.take(head, terms, offerId, net));
  return {
    settle: async () => {
      await clock.moveToDay(dueDay);
      await settled(yujiang.cny.approve(yujiang.settlementDesk, invoice.face));
      const [ids] = await yujiang.ledger.slicesOf(invoice.id, 0, 100);
      await settled(yujiang.settlementDesk.pay(invoice.id, [...ids]));
      await settled(yuzhong.cny.approve(yuzhong.discountDesk, 0));
    },
  };
}

async function playSplit(stage: Stage, clock: Clock, today: number): Promise<void> {
  const [huaxin, yujiang] = [actor(stage, "huaxin"), actor(stage, "yujiang")];
  const [bashan, nanping, jiulong] = [actor(stage, "bashan"), actor(stage, "nanping"), actor(stage, "jiulong")];
  await clock.moveToDay(today - 40);
  const plan = { number: "HX-2026-1008", issueDay: today - 44, dueDay: today + 75, face: 1_250_000_00n };
  const invoice = await register(huaxin, yujiang, plan);
  await clock.moveToDay(today - 38);
  await confirm(yujiang, huaxin, invoice);
  const head = sliceId(invoice.id, 0n);
  await recordRegistryEntry(huaxin, invoice, head, "CQ2026101400233", today - 38);
  await pay(huaxin, head, [{ to: bashan, amount: 200_000_00n }]);
  await clock.moveToDay(today - 20);
  await pay(bashan, sliceId(invoice.id, 1_050_000_00n), [{ to: nanping, amount: 50_000_25n }]);
  await clock.moveToDay(today - 13);
  const until = (today + 7) * 86_400;
  await settled(huaxin.ledger.splitAndTransfer(head, [{ to: jiulong.address, amount: 300_000_00n }], until));
}

async function playOpen(stage: Stage, clock: Clock, today: number): Promise<void> {
  const [huaxin, jiulong, yujiang] = [actor(stage, "huaxin"), actor(stage, "jiulong"), actor(stage, "yujiang")];
  await clock.moveToDay(today - 9);
  const confirmed = await register(huaxin, yujiang, {
    number: "HX-2026-1102",
    issueDay: today - 14,
    dueDay: today + 120,
    face: 486_300_00n,
  });
  const refused = await register(jiulong, yujiang, {
    number: "JL-26-0415",
    issueDay: today - 15,
    dueDay: today + 60,
    face: 15_800_00n,
  });
  await clock.moveToDay(today - 7);
  await confirm(yujiang, huaxin, confirmed);
  await refuse(yujiang, jiulong, refused, 2);
  await clock.moveToDay(today - 2);
  await register(huaxin, yujiang, {
    number: "HX-2026-1105",
    issueDay: today - 4,
    dueDay: today + 88,
    face: 93_800_00n,
  });
}

async function pay(from: Actor, slice: bigint, parts: { to: Actor; amount: bigint }[]): Promise<void> {
  await settled(
    from.ledger.splitAndTransfer(
      slice,
      parts.map(({ to, amount }) => ({ to: to.address, amount })),
      0,
    ),
  );
}

/** @returns the offer and the terms by which a holder takes it. */
async function postOffer(stage: Stage, untilDay: number): Promise<{ offerId: bigint; terms: OfferTermsStruct }> {
  const { cny, discountDesk } = actor(stage, "yuzhong");
  await settled(cny.approve(discountDesk, ALLOWANCE));
  const terms = {
    currency: 1,
    dayCount: 0,
    dayBase: 360,
    withRecourse: false,
    limited: false,
    startsAt: 0,
    expiresAt: untilDay * 86_400,
    smallestFace: 1_000_00n,
    largestFace: 2_000_000_00n,
    sellerLimit: 0,
    tiers: [
      { longestDays: 60, ratePpm: 38_000 },
      { longestDays: 183, ratePpm: 39_500 },
    ],
    obligors: [actor(stage, "yujiang").address],
  };
  const offerId = await discountDesk.postOffer.staticCall(terms, OFFER_LIMIT);
  await settled(discountDesk.postOffer(terms, OFFER_LIMIT));
  return { offerId, terms };
}
