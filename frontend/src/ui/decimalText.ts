/**
 * What a person typed or pasted as a plain decimal: full-width digits folded, spaces and thousands separators dropped.
 * @returns the text to keep in the field, or null when the change can't become an amount with so many decimals.
 */
export function decimalText(typed: string, digits: number): string | null {
  const plain = typed
    .normalize("NFKC")
    .replace(/[\s,_']/g, "")
    .replace(/。/g, ".");
  const fraction = digits === 0 ? "" : `(?:\\.\\d{0,${digits}})?`;
  return new RegExp(`^\\d{0,15}${fraction}$`).test(plain) ? plain : null;
}
