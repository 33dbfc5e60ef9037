import { parseArgs } from "node:util";
import type { DayBase } from "../frontend/src/domain/day-count.ts";
import { discount, yieldPpm } from "../frontend/src/domain/discount.ts";
import { parseMinor, toDecimal } from "../frontend/src/domain/money.ts";
import { CommandLineError, printLine, runCommand } from "./command-line.ts";

const HELP = `Usage: npm run -s calc -- discount --face 30000.00 --rate-ppm 54000 --days 170 --base 360 [--json]

Computes a bank discount exactly as the contracts do.
  --face      face value in currency units, at most two decimals
  --rate-ppm  yearly discount rate in parts per million: 5.40 % is 54000
  --days      days from the value date to the due day
  --base      days of the rate's year: 360 or 365
  --json      print one JSON object of strings: discount and net in currency units with two decimals, and yield, the
              yearly all-in cost in percent with four decimals; yield is null when the discount takes the whole face
  --help      print this`;

const DIGITS = 2;
/** A yield in parts per million is a percentage with four decimals. */
const PERCENT_DIGITS = 4;

runCommand((args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      face: { type: "string" },
      "rate-ppm": { type: "string" },
      days: { type: "string" },
      base: { type: "string" },
      json: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return printLine(HELP);
  if (positionals.length !== 1 || positionals[0] !== "discount") {
    throw new CommandLineError(`Name one calculation: discount.\n\n${HELP}`);
  }
  const terms = {
    ratePpm: BigInt(wholeNumber("--rate-ppm", values["rate-ppm"])),
    days: Number(wholeNumber("--days", values.days)),
    base: dayBase(values.base),
  };
  const { discountMinor, netMinor } = discount({ faceMinor: faceMinor(values.face), ...terms });
  const cost = yieldPpm(terms);
  const result = {
    discount: toDecimal(discountMinor, DIGITS),
    net: toDecimal(netMinor, DIGITS),
    yield: cost === null ? null : toDecimal(cost, PERCENT_DIGITS),
  };
  printLine(values.json ? JSON.stringify(result) : asText(result));
});

function asText(result: { discount: string; net: string; yield: string | null }): string {
  const cost = result.yield === null ? "none: the discount takes the whole face" : `${result.yield} %`;
  return [`discount  ${result.discount}`, `net       ${result.net}`, `yield     ${cost}`].join("\n");
}

function faceMinor(text: string | undefined): bigint {
  if (text === undefined) throw new CommandLineError("--face is missing: give the face value, for example 30000.00.");
  const face = parseMinor(text, DIGITS);
  if (face === 0n) throw new CommandLineError("--face must be more than zero.");
  return face;
}

function wholeNumber(option: string, text: string | undefined): string {
  if (text === undefined) throw new CommandLineError(`${option} is missing: give a whole number.`);
  if (!/^\d{1,9}$/.test(text))
    throw new CommandLineError(`${option} must be a whole number of zero or more, not “${text}”.`);
  return text;
}

function dayBase(text: string | undefined): DayBase {
  if (text === "360") return 360;
  if (text === "365") return 365;
  throw new CommandLineError(`--base must be 360 or 365${text === undefined ? "" : `, not “${text}”`}.`);
}
