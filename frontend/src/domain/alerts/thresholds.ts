/** Above these an alert is given. Each alert keeps the threshold by which it was given. */
export const ALERT_THRESHOLDS = {
  /** Parts that splits make of one receivable in one day. */
  partsADay: 20,
  /** Small parts among them. */
  smallPartsADay: 4,
  /** A part is small below so many times the smallest slice. */
  smallTimes: 2n,
  /** Share of all that is owed in a currency, in parts per million: the large-exposure limit banks know, a quarter. */
  sharePpm: 250_000n,
} as const;
