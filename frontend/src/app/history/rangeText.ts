/** Cents [start, end) for people, who count from one. */
export function rangeText(start: bigint, end: bigint, count: (figure: bigint) => string): string {
  return `#${count(start + 1n)}–${count(end)}`;
}
