import type { Hex } from "viem";
import {
  type IdentityScheme,
  identityHash,
  isIdentityScheme,
  isValidIdentifier,
  normaliseIdentifier,
} from "../identifiers.ts";
import type { Party, PartyId } from "./invoice.ts";
import type { XmlElement } from "./xml-tree.ts";

/** Scheme codes of UBL, CII and ISO 6523 for the numbers that can be an identity. */
const KNOWN_SCHEMES: ReadonlyMap<string, IdentityScheme> = new Map([
  ["USCC", "USCC"],
  ["CN:USCC", "USCC"],
  ["LEI", "LEI"],
  ["0199", "LEI"],
  ["VAT", "VAT"],
  ["VA", "VAT"],
]);

/** Where a 统一社会信用代码 is written in lack of a code of its own: as a tax number, or with no scheme at all. */
const USCC_GUISES: readonly (string | null)[] = [null, "VAT", "VA", "FC", "TAX"];

export function partyId(scheme: string | null, id: string): PartyId {
  if (USCC_GUISES.includes(scheme) && isValidIdentifier("USCC", id)) return { scheme: "USCC", id };
  return { scheme: KNOWN_SCHEMES.get(scheme ?? "") ?? scheme, id };
}

/** Reads an id element whose scheme is its attribute. */
export function partyIdOf(element: XmlElement): PartyId {
  return partyId(element.attributes.get("schemeID") || null, element.text);
}

/** Without the empty ones, each once. */
export function distinctIds(ids: readonly PartyId[]): PartyId[] {
  return [...new Map(ids.filter(({ id }) => id !== "").map((each) => [`${each.scheme}|${each.id}`, each])).values()];
}

export interface PartyIdentity {
  scheme: IdentityScheme;
  number: string;
  hash: Hex;
}

/** The identities on the ledger that a party may have: its sound numbers of the schemes that make one. */
export function identitiesOf(party: Party): PartyIdentity[] {
  return party.ids.flatMap(({ scheme, id }) => {
    if (!isIdentityScheme(scheme) || !isValidIdentifier(scheme, id)) return [];
    return [{ scheme, number: normaliseIdentifier(scheme, id), hash: identityHash(scheme, id) }];
  });
}
