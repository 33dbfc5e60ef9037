import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import type { TransactionReceipt } from "viem";
import { useConfig, useConnection } from "wagmi";
import { getPublicClient, getWalletClient } from "wagmi/actions";
import { useDeployment } from "../deployment/useDeployment.ts";
import { type ActionStatus, type ActionStep, isBusy } from "./action.ts";
import { failureOf } from "./failureOf.ts";
import { runAction } from "./runAction.ts";

interface Action {
  status: ActionStatus;
  /** Runs the steps; a second call while one is under way does nothing. */
  run: (steps: readonly ActionStep[]) => Promise<TransactionReceipt | null>;
  reset: () => void;
}

/** The one way to write to the chain: simulate, sign, wait for the block, read anew. */
export function useAction(): Action {
  const config = useConfig();
  const { chainId } = useDeployment();
  const { address: account } = useConnection();
  const queries = useQueryClient();
  const [status, setStatus] = useState<ActionStatus>({ state: "idle" });
  const latest = useRef(status);

  const onStatus = useCallback((next: ActionStatus) => {
    latest.current = next;
    setStatus(next);
  }, []);

  const run = useCallback<Action["run"]>(
    async (steps) => {
      if (isBusy(latest.current)) return null;
      onStatus({ state: "simulating", step: 0 });
      try {
        const publicClient = getPublicClient(config, { chainId });
        if (!publicClient || !account) throw new Error("No account is connected.");
        const walletClient = await getWalletClient(config, { chainId, account });
        return await runAction(steps, { publicClient, walletClient, account, onStatus });
      } catch (error) {
        onStatus({ state: "failed", step: 0, failure: failureOf(error) });
        return null;
      } finally {
        // Also after a failure: an earlier step may have been confirmed.
        void queries.invalidateQueries();
      }
    },
    [config, chainId, account, queries, onStatus],
  );

  const reset = useCallback(() => {
    if (!isBusy(latest.current)) onStatus({ state: "idle" });
  }, [onStatus]);

  return { status, run, reset };
}
