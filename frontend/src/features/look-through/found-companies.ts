import { IDENTITY_SCHEMES, identityHash, isValidIdentifier } from "../../domain/identifiers.ts";
import { matchesText } from "../../domain/text-match.ts";

interface Named {
  identity: string;
  name: string;
  nameZh: string | null;
  number: string;
}

interface Admitted {
  account: string;
  identity: string;
}

interface Known<Entry> {
  /** The directory of names, as far as it is readable. */
  entries: readonly Entry[];
  participants: readonly Admitted[];
}

interface Wanted {
  text: string;
  /** Digits that an account may begin with. */
  accountPrefix: string | null;
}

/** An organisation with every account it has or had; without an entry its name is not readable. */
export interface FoundCompany<Entry> {
  identity: string;
  accounts: readonly string[];
  entry: Entry | null;
}

/** By name, by its number in full or in part, or by an account it has or had. The whole number finds it without a readable name. */
export function foundCompanies<Entry extends Named>(
  { text, accountPrefix }: Wanted,
  { entries, participants }: Known<Entry>,
): FoundCompany<Entry>[] {
  const named = entries.filter(({ name, nameZh, number }) => matchesText(text, [name, nameZh, number]));
  const numbers = IDENTITY_SCHEMES.filter((scheme) => isValidIdentifier(scheme, text));
  const wanted = new Set([
    ...named.map(({ identity }) => identity.toLowerCase()),
    ...numbers.map((scheme) => identityHash(scheme, text).toLowerCase()),
    ...participants
      .filter(({ account }) => accountPrefix !== null && account.toLowerCase().startsWith(accountPrefix))
      .map(({ identity }) => identity.toLowerCase()),
  ]);
  return [...wanted].flatMap((identity): FoundCompany<Entry>[] => {
    const accounts = participants.filter((each) => each.identity.toLowerCase() === identity);
    const entry = entries.find((each) => each.identity.toLowerCase() === identity) ?? null;
    return accounts.length === 0 ? [] : [{ identity, accounts: accounts.map(({ account }) => account), entry }];
  });
}
