import { useChainHead } from "../../app/data/useChainHead.ts";
import { useIndexHead } from "../../app/data/useIndexHead.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import type { Check } from "./check.ts";
import { judgeLag } from "./judge.ts";
import { useText } from "./text.ts";

/** How far the index has read. */
export function useIndexChecks(): Check[] {
  const t = useText();
  const format = useFormat();
  const { data: index, isError, isPending } = useIndexHead();
  const { data: chain } = useChainHead();
  const label = t("index.head");
  if (isError) {
    return [{ key: "index", label, verdict: "fail", found: t("index.lost"), advice: t("index.lostAdvice") }];
  }
  if (isPending) return [{ key: "index", label, verdict: "unknown", found: t("asking") }];
  const head: Check = {
    key: "index",
    label,
    verdict: "ok",
    found: t("index.at", { number: format.count(index.number) }),
  };
  if (!chain) return [head, { key: "lag", label: t("index.lag"), verdict: "unknown", found: t("asking") }];
  const blocks = chain.number > index.number ? chain.number - index.number : 0n;
  const seconds = chain.timestamp > index.timestamp ? chain.timestamp - index.timestamp : 0n;
  const verdict = judgeLag(chain.number, index.number);
  return [
    head,
    {
      key: "lag",
      label: t("index.lag"),
      verdict,
      found: t("index.behind", { blocks: format.count(blocks), seconds: format.count(seconds) }),
      ...(verdict !== "ok" && { advice: t("index.behindAdvice") }),
    },
  ];
}
