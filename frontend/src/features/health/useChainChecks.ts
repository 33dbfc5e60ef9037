import { useQuery } from "@tanstack/react-query";
import { formatGwei } from "viem";
import { getBlock, getChainId, getGasPrice } from "viem/actions";
import { useClient } from "wagmi";
import { useUtcOffset } from "../../app/data/queries/policy.ts";
import { useDeployment, useIsLocalChain } from "../../app/deployment/useDeployment.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import type { Check } from "./check.ts";
import { judgeBlockTime, judgeGas } from "./judge.ts";
import { useText } from "./text.ts";

const POLL_MS = 2_000;

/** What the node says of the chain. */
export function useChainChecks(): Check[] {
  const t = useText();
  const format = useFormat();
  const utcOffsetHours = useUtcOffset();
  const isLocal = useIsLocalChain();
  const { chainId: expected, genesisHash } = useDeployment();
  const { data, isError } = useNode();
  if (isError)
    return [
      { key: "node", label: t("chain.node"), verdict: "fail", found: t("chain.lost"), advice: t("chain.lostAdvice") },
    ];
  if (!data) return [{ key: "node", label: t("chain.node"), verdict: "unknown", found: t("asking") }];
  const { chainId, genesis, block, gasPrice, askedAt } = data;
  const isSame = chainId === expected && genesis === genesisHash;
  const age = askedAt - block.timestamp;
  const timeVerdict = judgeBlockTime(block.timestamp, askedAt, isLocal);
  const gasVerdict = judgeGas(block.gasUsed, block.gasLimit);
  const share = block.gasLimit === 0n ? 0n : (block.gasUsed * 1_000_000n) / block.gasLimit;
  return [
    {
      key: "node",
      label: t("chain.node"),
      verdict: isSame ? "ok" : "fail",
      found: t("chain.id", { id: chainId }),
      ...(!isSame && { advice: t("chain.other", { expected }) }),
    },
    {
      key: "block",
      label: t("chain.block"),
      verdict: timeVerdict,
      found: t("chain.blockAt", {
        number: format.count(block.number),
        time: format.time(block.timestamp, utcOffsetHours),
      }),
      ...(isLocal
        ? { advice: t("chain.localTime") }
        : timeVerdict !== "ok" && {
            advice: t(age < 0n ? "chain.ahead" : "chain.old", { seconds: format.count(age) }),
          }),
    },
    {
      key: "gas",
      label: t("chain.gas"),
      verdict: gasVerdict,
      found: t("chain.gasPrice", { price: formatGwei(gasPrice), percent: format.percent(share) }),
      ...(gasVerdict !== "ok" && { advice: t("chain.full") }),
    },
  ];
}

function useNode() {
  const client = useClient();
  return useQuery({
    queryKey: ["chain", "health"],
    enabled: client !== undefined,
    refetchInterval: POLL_MS,
    retry: false,
    queryFn: async () => {
      if (!client) throw new Error("No client for this chain.");
      const [chainId, first, block, gasPrice] = await Promise.all([
        getChainId(client),
        getBlock(client, { blockNumber: 0n }),
        getBlock(client),
        getGasPrice(client),
      ]);
      return { chainId, genesis: first.hash, block, gasPrice, askedAt: BigInt(Math.floor(Date.now() / 1_000)) };
    },
  });
}
