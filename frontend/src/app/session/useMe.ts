import type { Address } from "viem";
import { useConnection } from "wagmi";
import { type Role, rolesFromBits } from "../../domain/roles.ts";
import { type Participant, useParticipant } from "../data/queries/participants.ts";

interface Me {
  account: Address | undefined;
  /** Null when the account was never admitted, undefined while that is being read. */
  participant: Participant | null | undefined;
  roles: readonly Role[];
  error: Error | null;
}

/** The connected account and its standing on the ledger. */
export function useMe(): Me {
  const { address } = useConnection();
  const { data: participant, error } = useParticipant(address);
  return { account: address, participant, roles: participant ? rolesFromBits(participant.roles) : [], error };
}
