import en from "./messages.en.json" with { type: "json" };

type UnavailableCode = keyof typeof en.check.unavailableReason;

/** The vault's refusals that have words of their own. */
export function unavailableCode(code: string): UnavailableCode {
  const codes = en.check.unavailableReason;
  const isKnown = (text: string): text is UnavailableCode => text in codes;
  return isKnown(code) ? code : "other";
}
