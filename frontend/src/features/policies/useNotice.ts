import { toFunctionSelector } from "viem";
import { useReadContract } from "wagmi";
import { answerOf } from "../../app/data/answerOf.ts";
import type { Answer } from "../../app/data/Loaded.tsx";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMe } from "../../app/session/useMe.ts";
import { authorityAbi, ledgerAbi } from "../../generated/contracts.ts";

export interface Notice {
  /** The connected account has the role that adds policies. */
  mayPropose: boolean;
  /** Seconds for which it must announce a change; 0: it may act at once. */
  delay: bigint;
}

/** Asks the AccessManager what the connected account may do to the rulebook. */
export function useNotice(): Answer<Notice> {
  const { addresses } = useDeployment();
  const { account } = useMe();
  const asked = useReadContract({
    address: addresses.accessManager,
    abi: authorityAbi,
    functionName: "canCall",
    args: account && [account, addresses.ledger, ADD_POLICY],
    query: { enabled: account !== undefined },
  });
  if (!asked.data) return answerOf<Notice>(undefined, [asked]);
  const [immediate, delay] = asked.data;
  return answerOf({ mayPropose: immediate || delay > 0, delay: BigInt(delay) }, [asked]);
}

function selectorOf(name: "addPolicy") {
  const item = ledgerAbi.find((candidate) => candidate.type === "function" && candidate.name === name);
  if (item?.type !== "function") throw new Error(`The ledger has no ${name}.`);
  return toFunctionSelector(item);
}

const ADD_POLICY = selectorOf("addPolicy");
