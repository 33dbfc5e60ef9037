/** Control and format characters (what turns the direction of writing among them), line separators, and whatever else has no picture. */
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const EACH_INVISIBLE = new RegExp(INVISIBLE, "gu");
/** Of a letter's marks, one above the other, that a line of text has room for. */
const MOST_MARKS = 3;
const TOO_MANY_MARKS = new RegExp(`(\\p{M}{${MOST_MARKS}})\\p{M}+`, "gu");
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const [FIRST_STRONG_ISOLATE, POP_ISOLATE] = ["\u2068", "\u2069"];

/** Why a name can't be taken: characters that nobody sees, named by their code points, or marks piled up over the lines around. */
export type TextFlaw = { kind: "invisible"; characters: string } | { kind: "marks" };

/** What is wrong with a text that others will read as a name; the vault refuses the same invisible characters. */
export function textFlaw(text: string): TextFlaw | null {
  const found = text.match(EACH_INVISIBLE) ?? [];
  if (found.length > 0) return { kind: "invisible", characters: [...new Set(found.map(codePoint))].join(", ") };
  return text.search(TOO_MANY_MARKS) >= 0 ? { kind: "marks" } : null;
}

/** A text of unknown origin as it can safely be read: what is invisible is written out as [U+202E], piled-up marks are cut. */
export function visibleText(text: string): string {
  return text.replace(EACH_INVISIBLE, (character) => `[${codePoint(character)}]`).replace(TOO_MANY_MARKS, "$1");
}

/** As `visibleText`; one that is written from right to left is isolated, so that it does not turn the sentence around it. */
export function isolatedText(text: string): string {
  const visible = visibleText(text);
  return RIGHT_TO_LEFT.test(visible) ? `${FIRST_STRONG_ISOLATE}${visible}${POP_ISOLATE}` : visible;
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
