const LONGEST = 40;
/** "1,234,567.89": every group of three closed, so that "12,34" is never taken for 1234. */
const GROUPED = /^\d{1,3}(,\d{3})+(\.\d*)?$/;

/**
 * What a person typed or pasted, in the plain form that amounts are read from: full-width characters folded, spaces and complete
 * thousands separators dropped. Anything else stays as it was typed; the screen's rules say what is wrong with it.
 */
export function decimalText(typed: string): string {
  const plain = typed
    .normalize("NFKC")
    .replace(/[\s_']/g, "")
    .replace(/。/g, ".")
    .slice(0, LONGEST);
  return GROUPED.test(plain) ? plain.replaceAll(",", "") : plain;
}
