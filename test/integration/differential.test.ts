import { randomInt } from "node:crypto";
import { expect } from "chai";
import { network } from "hardhat";
import { isoFromDay } from "../../frontend/src/domain/day-count.ts";
import { type ArithmeticHarness, ArithmeticHarness__factory } from "../../types/contracts/index.js";
import { evaluateMany } from "../helpers/evaluateMany.ts";
import { outcomeOf } from "../helpers/outcome.ts";
import { randomOf } from "../helpers/random.ts";
import { type Case, civilOf, drawDay, drawTerms, MOST_FACE, MOST_RATE, TWINS } from "../helpers/twins.ts";

const PPM = 1_000_000n;
/** Inputs for each function. The long profile sets 100 000. */
const RUNS = Number(process.env.TALLYSTICK_FUZZ_RUNS ?? 3_000);
/** Other inputs each time; a failure is repeated with the seed in the suite's title. */
const SEED = Number(process.env.TALLYSTICK_FUZZ_SEED ?? randomInt(2 ** 32));
const BATCH = 10_000;
/** Days have 16 bits. */
const DAYS = 65_536;
const ANSWER = "an answer";

/** Both languages on the same inputs. @returns the kinds of outcomes met: an answer, or an error's name. */
async function compare(harness: ArithmeticHarness, name: string, cases: readonly Case[]): Promise<Set<string>> {
  const there = await evaluateMany(
    harness,
    name,
    cases.map(({ args }) => args),
  );
  const kinds = new Set<string>();
  cases.forEach(({ args, here }, i) => {
    const outcome = outcomeOf(here);
    if (outcome !== there[i]) {
      expect.fail(outcome, there[i], `${name}(${args.join(", ")}): ${outcome} in TypeScript, ${there[i]} on chain`);
    }
    kinds.add(outcome.includes("(") ? outcome.slice(0, outcome.indexOf("(")) : ANSWER);
  });
  return kinds;
}

describe(`Differential: TypeScript = Solidity, ${RUNS} inputs a function, TALLYSTICK_FUZZ_SEED=${SEED}`, function () {
  this.timeout(60_000 + RUNS * 10);
  let harness: ArithmeticHarness;

  before(async () => {
    const { ethers } = await network.create();
    const [deployer] = await ethers.getSigners();
    harness = await new ArithmeticHarness__factory(deployer).deploy();
  });

  for (const { name, draw, refusals } of TWINS) {
    it(`${name}: the same amounts, the same refusals with the same values`, async () => {
      const random = randomOf(SEED);
      const kinds = new Set<string>();
      for (let left = RUNS; left > 0; left -= BATCH) {
        const cases = Array.from({ length: Math.min(left, BATCH) }, () => draw(random));
        for (const kind of await compare(harness, name, cases)) kinds.add(kind);
      }
      expect([...kinds].sort()).to.deep.equal([ANSWER, ...refusals].sort());
    });
  }

  it("civil: the same date for every day there is", async () => {
    const cases = Array.from({ length: DAYS }, (_, day) => civilOf(day));
    expect([...(await compare(harness, "civil", cases))]).to.deep.equal([ANSWER]);
  });

  it("meets the inputs on which arithmetic goes wrong", () => {
    const random = randomOf(1);
    const terms = Array.from({ length: 3_000 }, () => drawTerms(random));
    const half = terms.filter(({ amount, rate, days, base }) => {
      const whole = BigInt(base) * PPM;
      return (amount * rate * days) % whole === whole / 2n;
    });
    const dates = Array.from({ length: 3_000 }, () => isoFromDay(drawDay(random)).slice(5));
    expect(half.length).to.be.greaterThan(100);
    expect(terms.filter(({ days }) => days === 0n).length).to.be.greaterThan(100);
    expect(terms.some(({ amount, rate }) => amount === MOST_FACE && rate === MOST_RATE)).to.equal(true);
    for (const end of ["02-28", "02-29", "03-01", "01-31", "04-30", "12-31"]) {
      expect(dates.filter((date) => date === end).length, end).to.be.greaterThan(10);
    }
  });
});
