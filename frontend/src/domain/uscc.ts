const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/** Registering authority and kind of organisation, six digits of place, nine characters of organisation code. */
const BODY = /^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{9}$/;

/**
 * Check character of a 统一社会信用代码 (GB 32100-2015).
 * @returns null when the first 17 characters have not the code's shape.
 */
export function usccCheckDigit(body: string): string | null {
  if (!BODY.test(body)) return null;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * ALPHABET.indexOf(body.charAt(i)), 0);
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}
