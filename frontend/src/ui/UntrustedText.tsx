import { visibleText } from "../domain/plain-text.ts";

/** A text that somebody else chose, as a company's name or an invoice's number: text only, of its own direction, breaking where it must. */
export function UntrustedText({ children }: { children: string }) {
  return <bdi className="min-w-0 wrap-anywhere">{visibleText(children)}</bdi>;
}
