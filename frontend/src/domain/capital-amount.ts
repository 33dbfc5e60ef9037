import { DomainError } from "./domain-error.ts";

const DIGITS = "零壹贰叁肆伍陆柒捌玖";
const SCALES: readonly (readonly [bigint, string])[] = [
  [100_000_000n, "亿"],
  [10_000n, "万"],
  [1_000n, "仟"],
  [100n, "佰"],
  [10n, "拾"],
];

/**
 * Renminbi in capital characters, as bills are written: 168032n → 人民币壹仟陆佰捌拾元叁角贰分.
 * @param fen Minor units.
 * @throws DomainError `AmountNegative`
 */
export function capitalAmount(fen: bigint): string {
  if (fen < 0n) throw new DomainError("AmountNegative", { text: fen.toString() });
  const yuan = fen / 100n;
  const cents = { jiao: (fen / 10n) % 10n, fen: fen % 10n };
  const whole = yuan > 0n || fen === 0n ? `${capitals(yuan)}元` : "";
  return `人民币${whole}${fraction(cents.jiao, cents.fen, whole !== "")}`;
}

function fraction(jiao: bigint, fen: bigint, afterYuan: boolean): string {
  const tenths = jiao > 0n ? `${capitals(jiao)}角` : "";
  if (fen === 0n) return `${tenths}整`;
  const gap = jiao === 0n && afterYuan ? "零" : "";
  return `${tenths}${gap}${capitals(fen)}分`;
}

function capitals(n: bigint): string {
  const scale = SCALES.find(([unit]) => n >= unit);
  if (!scale) return DIGITS.charAt(Number(n));
  const [unit, name] = scale;
  return `${capitals(n / unit)}${name}${tail(n % unit, unit / 10n)}`;
}

/** What follows a unit; one 零 stands for the places skipped. */
function tail(rest: bigint, nextPlace: bigint): string {
  if (rest === 0n) return "";
  return `${rest < nextPlace ? "零" : ""}${capitals(rest)}`;
}
