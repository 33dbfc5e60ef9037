import { useParticipants } from "../../app/data/queries/participants.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { shortAddress } from "../../ui/Party.tsx";

/** The name of an organisation by its identity; before a sign-in its account, or at least its identity, shortened. */
export function useOrganisationName(): (identity: string) => string {
  const { data: participants = [] } = useParticipants();
  const { nameOf } = useDirectory();
  return (identity) => {
    const own = participants.filter((each) => each.identity.toLowerCase() === identity.toLowerCase());
    const inForce = own.find(({ replaced }) => !replaced) ?? own[0];
    return inForce ? nameOf(inForce.account) : shortAddress(identity);
  };
}
