import { toDecimal } from "../../../../frontend/src/domain/money.ts";
import { type Book, type Line, total } from "./book.ts";

const TITLE_WIDTH = 48;
const AMOUNT_WIDTH = 22;
const CENT_DIGITS = 2;

/** A currency's book for people, its differences last. */
export function bookText({
  code,
  tokenDecimals,
  paidIn,
  paidOut,
  setAside,
  receivables,
  loans,
  differences,
}: Book): string {
  const difference = total(paidIn) - total(paidOut) - total(setAside);
  return [
    `${code} (a token of ${tokenDecimals} decimals)`,
    ...section("Paid in by", paidIn),
    ...section("Paid out to", paidOut),
    ...section("Set aside with the desks", setAside),
    line("  In less out less set aside", difference),
    "  Receivables",
    ...linesOf(receivables),
    "  Loans",
    ...linesOf(loans),
    ...(differences.length === 0
      ? ["  Every account's token balance agrees with the events."]
      : differences.map((each) => `  DIFFERENCE: ${each}`)),
  ].join("\n");
}

function section(title: string, lines: readonly Line[]): string[] {
  return [line(`  ${title}`, total(lines)), ...linesOf(lines.filter(({ amount }) => amount !== 0n))];
}

function linesOf(lines: readonly Line[]): string[] {
  return lines.map(({ title, amount }) => line(`    ${title}`, amount));
}

function line(title: string, amount: bigint): string {
  const [whole = "", cents = ""] = toDecimal(amount, CENT_DIGITS).split(".");
  const grouped = `${whole.replace(/\B(?=(\d{3})+$)/g, " ")}.${cents}`;
  return `${title.padEnd(TITLE_WIDTH)}${grouped.padStart(AMOUNT_WIDTH)}`;
}
