const INVISIBLE = /[\s\p{White_Space}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * One spelling for texts that people read as the same: NFKC, upper case, no white space and nothing invisible.
 * Each step can undo another (capitals decompose, a dropped space lets an accent join), so it runs until nothing changes.
 */
export function foldText(text: string): string {
  const folded = text.replace(INVISIBLE, "").normalize("NFKC").toUpperCase().normalize("NFKC").replace(INVISIBLE, "");
  return folded === text ? folded : foldText(folded);
}
