import { shortAddress } from "../../ui/Party.tsx";
import { useLanguage } from "../i18n/useLanguage.ts";
import { nameIn } from "./directory.ts";
import { useDirectory } from "./useDirectory.ts";

/** Names an organisation by its identity; by the identity's ends where the directory does not tell it. */
export function useOrganisationName(): (identity: string) => string {
  const language = useLanguage();
  const { byIdentity } = useDirectory();
  return (identity) => {
    const entry = byIdentity(identity);
    return entry ? nameIn(entry, language) : shortAddress(identity);
  };
}
