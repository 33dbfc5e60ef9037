/** ISO 17442: with letters as 10 to 35, the whole number leaves 1 when divided by 97. */
export function isLeiSound(lei: string): boolean {
  const digits = [...lei].map((character) => Number.parseInt(character, 36)).join("");
  return BigInt(digits) % 97n === 1n;
}
