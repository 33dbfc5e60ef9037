import { foldText } from "../../domain/fold-text.ts";

export interface Known {
  account: string;
  /** Name and number, as the directory has them. */
  name: string;
  nameZh: string | null;
  number: string;
}

/** Whom a pasted text means: an account, a number, a whole name, or the only name that begins so. Never one of several. */
export function findPayee(text: string, known: readonly Known[]): string | null {
  const wanted = foldText(text);
  if (wanted === "") return null;
  const textsOf = ({ account, name, nameZh, number }: Known) => [account, number, name, nameZh ?? ""].map(foldText);
  const exact = known.filter((each) => textsOf(each).includes(wanted));
  const found = exact.length > 0 ? exact : known.filter((each) => textsOf(each).some((own) => own.startsWith(wanted)));
  return found.length === 1 ? (found[0]?.account ?? null) : null;
}
