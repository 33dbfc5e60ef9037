const MINUTES_AN_HOUR = 60;

/** Hours by which the reader's clocks are ahead of UTC at a chain's timestamp. */
export function localOffsetHours(timestamp: bigint): number {
  const minutes = new Date(Number(timestamp) * 1_000).getTimezoneOffset();
  return minutes === 0 ? 0 : -minutes / MINUTES_AN_HOUR;
}
