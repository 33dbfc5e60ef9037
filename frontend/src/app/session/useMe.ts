import type { Address } from "viem";
import { useConnection } from "wagmi";
import { type Role, rolesFromBits } from "../../domain/roles.ts";
import { type Participant, useParticipant, useParticipants } from "../data/queries/participants.ts";

interface Me {
  account: Address | undefined;
  /** Null when the account was never admitted, undefined while that is being read. */
  participant: Participant | null | undefined;
  roles: readonly Role[];
  error: Error | null;
  refetch: () => unknown;
}

/** The connected account and its standing on the ledger. */
export function useMe(): Me {
  const { address } = useConnection();
  const { data: participant, error, refetch } = useParticipant(address);
  const roles = participant ? rolesFromBits(participant.roles) : [];
  return { account: address, participant, roles, error, refetch };
}

/** The connected organisation's accounts in lower case: the one in force, and those it had before a key was lost. */
export function useMyAccounts(): readonly string[] {
  const { account, participant } = useMe();
  const { data: participants = [] } = useParticipants();
  const own = participants.filter(({ identity }) => identity === participant?.identity).map((each) => each.account);
  return [...new Set([...(account ? [account] : []), ...own].map((each) => each.toLowerCase()))];
}
