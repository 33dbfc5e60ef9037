import {
  type DayBase,
  type DayCount,
  dayFromIso,
  dayOf,
  daysBetween,
  isoFromDay,
} from "../../frontend/src/domain/day-count.ts";
import { discount } from "../../frontend/src/domain/discount.ts";
import { faceForNet } from "../../frontend/src/domain/face-for-net.ts";
import { interest } from "../../frontend/src/domain/interest.ts";
import { maxLoan } from "../../frontend/src/domain/max-loan.ts";
import { roundHalfUpDiv } from "../../frontend/src/domain/money.ts";
import { certain, rise } from "../../frontend/src/domain/part-payment.ts";
import { penalty } from "../../frontend/src/domain/penalty.ts";
import { recourseClaim } from "../../frontend/src/domain/recourse-claim.ts";
import { entitlement } from "../../frontend/src/domain/telescoping.ts";
import type { Random } from "./random.ts";

/** One input: the arguments of the harness's function, and what TypeScript makes of them. */
export interface Case {
  args: readonly bigint[];
  here: () => readonly bigint[];
}

/** A calculation that exists in both languages. */
export interface Twin {
  /** The harness's function. */
  name: string;
  draw(random: Random): Case;
  /** The errors it has; inputs must meet each of them, and no other. */
  refusals: readonly string[];
}

export const MOST_FACE = 2n ** 48n - 1n;
export const MOST_RATE = 2n ** 24n - 1n;
const MOST_DAY = 2n ** 16n - 1n;
const MOST_SUM = 2n ** 64n - 1n;
const PPM = 1_000_000n;
const SECONDS_A_DAY = 86_400n;
const RATES = [38_500n, 54_000n, 5_000n, 240_000n, PPM] as const;
const DAY_COUNTS = [0n, 1n, 30n, 31n, 180n, 183n, 360n, 365n, 366n] as const;

interface Terms {
  amount: bigint;
  rate: bigint;
  days: bigint;
  base: DayBase;
}

/** An amount at a rate over days; one in eight comes to exactly half a cent. */
export function drawTerms(random: Random): Terms {
  const base = random.pick<DayBase>([360, 365]);
  if (!random.oneIn(8)) {
    const [rate, days] = [random.edgy(MOST_RATE, RATES), random.edgy(MOST_DAY, DAY_COUNTS)];
    return { amount: random.edgy(MOST_FACE, [100n]), rate, days, base };
  }
  const odd = (most: bigint) => 2n * random.upTo(most) + 1n;
  const shift = random.upTo(5n);
  const rate = 5n * 10n ** shift * odd(4n);
  return { amount: 10n ** (5n - shift) * odd(10n ** 8n), rate, days: BigInt(base), base };
}

/** Asked for: the net of some face, a cent more or less; one rate in eight takes next to all of it. */
function drawNet(random: Random): Terms {
  const terms = drawTerms(random);
  const whole = BigInt(terms.base) * PPM;
  if (random.oneIn(8)) {
    terms.days = 22n + random.upTo(400n);
    terms.rate = whole / terms.days + random.upTo(2n) - 1n;
  }
  const net = terms.amount - (terms.amount * terms.rate * terms.days) / whole;
  const asked = net + random.upTo(2n) - 1n;
  return { ...terms, amount: asked < 0n || random.oneIn(4) ? random.edgy(2n * MOST_FACE) : asked };
}

/** Any day, mostly the first or one of the last of a month, one in four in February, the days before and after included. */
export function drawDay(random: Random): number {
  if (random.oneIn(4)) return Number(random.edgy(MOST_DAY));
  const year = 1970 + Number(random.upTo(178n));
  const month = random.oneIn(4) ? 2 : 1 + Number(random.upTo(11n));
  const first = dayFromIso(`${year}-${String(month).padStart(2, "0")}-01`);
  return Math.max(0, first + random.pick([0, 14, 26, 27, 28, 29, 30, 31, -1]));
}

/** Two days, one in eight the same, one in eight reversed; half of them within the longest tenor. */
function drawDays(random: Random): [number, number] {
  const from = drawDay(random);
  if (random.oneIn(8)) return [from, from];
  const to = random.oneIn(2) ? drawDay(random) : Math.min(from + Number(random.upTo(366n)), Number(MOST_DAY));
  const ordered: [number, number] = from < to ? [from, to] : [to, from];
  return random.oneIn(8) ? [ordered[1], ordered[0]] : ordered;
}

function drawRange(random: Random): { face: bigint; start: bigint; end: bigint } {
  const face = 1n + random.edgy(MOST_FACE - 1n);
  const start = random.edgy(face - 1n);
  return { face, start, end: start + 1n + random.edgy(face - start - 1n) };
}

/** A second of a day that has 16 bits in every time zone; two in three about a midnight there. */
function drawSecond(random: Random, zone: bigint): bigint {
  const midnight = (2n + random.upTo(MOST_DAY - 4n)) * SECONDS_A_DAY - zone * 3600n;
  return midnight + random.pick([0n, -1n, random.upTo(SECONDS_A_DAY)]);
}

const DISCOUNT: Twin = {
  name: "discount",
  refusals: ["Money_DiscountExceedsFace"],
  draw: (random) => {
    const { amount, rate, days, base } = drawTerms(random);
    const here = () => {
      const terms = { faceMinor: amount, ratePpm: rate, days: Number(days), base };
      const { discountMinor, netMinor } = discount(terms);
      return [discountMinor, netMinor];
    };
    return { args: [amount, rate, days, BigInt(base)], here };
  },
};

const FACE_FOR_NET: Twin = {
  name: "faceForNet",
  refusals: ["Money_FaceTooLarge", "Money_RateLeavesNothing"],
  draw: (random) => {
    const { amount, rate, days, base } = drawNet(random);
    const terms = { askedMinor: amount, ratePpm: rate, days: Number(days), base };
    return { args: [amount, rate, days, BigInt(base)], here: () => [faceForNet(terms)] };
  },
};

const INTEREST: Twin = {
  name: "interest",
  refusals: [],
  draw: (random) => {
    const { amount, rate, days, base } = drawTerms(random);
    const terms = { amountMinor: amount, ratePpm: rate, days: Number(days), base };
    return { args: [amount, rate, days, BigInt(base)], here: () => [interest(terms)] };
  },
};

const MAX_LOAN: Twin = {
  name: "maxLoan",
  refusals: ["Money_HaircutOutOfRange"],
  draw: (random) => {
    const [face, haircut] = [random.edgy(MOST_FACE), random.edgy(random.oneIn(4) ? MOST_RATE : PPM, [PPM])];
    return { args: [face, haircut], here: () => [maxLoan(face, haircut)] };
  },
};

const CLAIM: Twin = {
  name: "claim",
  refusals: ["Money_RecoveredExceedsFace"],
  draw: (random) => {
    const face = random.edgy(MOST_FACE);
    const recovered = random.edgy(random.oneIn(4) ? MOST_FACE : face, [face]);
    const late = random.edgy(MOST_SUM);
    const terms = { faceMinor: face, recoveredMinor: recovered, penaltyMinor: late };
    return { args: [face, recovered, late], here: () => [recourseClaim(terms)] };
  },
};

const PENALTY: Twin = {
  name: "penalty",
  refusals: [],
  draw: (random) => {
    const unpaid = random.edgy(MOST_FACE, [100n, 1_000n]);
    const [ppm, days] = [random.edgy(MOST_RATE, [500n]), random.edgy(MOST_DAY, DAY_COUNTS)];
    return { args: [unpaid, ppm, days], here: () => [penalty(unpaid, ppm, Number(days))] };
  },
};

const SHARE: Twin = {
  name: "share",
  refusals: [],
  draw: (random) => {
    const { face, start, end } = drawRange(random);
    const paid = random.edgy(MOST_SUM, [face]);
    return { args: [paid, face, start, end], here: () => [entitlement(paid, face, start, end)] };
  },
};

const RISE: Twin = {
  name: "rise",
  refusals: [],
  draw: (random) => {
    const { face, start, end } = drawRange(random);
    const sum = random.edgy(MOST_SUM, [face]);
    const mark = random.edgy(random.oneIn(8) ? MOST_SUM : sum, [sum]);
    const room = random.edgy(MOST_SUM, [end - start]);
    const here = () => {
      const risen = rise(mark, sum, room, face, { start, end });
      return [risen.mark, risen.gain];
    };
    return { args: [mark, sum, room, face, start, end], here };
  },
};

const CERTAIN: Twin = {
  name: "certain",
  refusals: [],
  draw: (random) => {
    const { face, start, end } = drawRange(random);
    const sum = random.edgy(MOST_SUM, [face]);
    return { args: [sum, face, start, end], here: () => [certain(sum, face, { start, end })] };
  },
};

const ROUNDING: Twin = {
  name: "divHalfUp",
  refusals: [],
  draw: (random) => {
    const divisor = 1n + random.edgy(MOST_SUM, [360n * PPM, 365n * PPM]);
    const half = divisor * random.edgy(MOST_FACE) + divisor / 2n;
    const numerator = random.oneIn(2) ? random.edgy(MOST_SUM * MOST_SUM) : half + random.upTo(1n);
    return { args: [numerator, divisor], here: () => [roundHalfUpDiv(numerator, divisor)] };
  },
};

const DAYS_BETWEEN: Twin = {
  name: "daysBetween",
  refusals: ["Calendar_DaysReversed"],
  draw: (random) => {
    const [from, to] = drawDays(random);
    const convention = random.pick<DayCount>(["ACT", "30/360", "30/360"]);
    const coded = convention === "ACT" ? 0n : 1n;
    return { args: [BigInt(from), BigInt(to), coded], here: () => [BigInt(daysBetween(from, to, convention))] };
  },
};

const DAY_AT: Twin = {
  name: "dayAt",
  refusals: [],
  draw: (random) => {
    const zone = random.upTo(26n) - 12n;
    const second = drawSecond(random, zone);
    return { args: [second, zone], here: () => [BigInt(dayOf(second, Number(zone)))] };
  },
};

export const TWINS: readonly Twin[] = [
  DISCOUNT,
  FACE_FOR_NET,
  INTEREST,
  MAX_LOAN,
  CLAIM,
  PENALTY,
  SHARE,
  RISE,
  CERTAIN,
  ROUNDING,
  DAYS_BETWEEN,
  DAY_AT,
];

/** The date of a day, as the calendar on chain gives it. */
export function civilOf(day: number): Case {
  return { args: [BigInt(day)], here: () => isoFromDay(day).split("-").map(BigInt) };
}
