import { useQuery } from "@tanstack/react-query";
import type { TransactionReceipt } from "viem";
import { getBlock } from "viem/actions";
import { useClient } from "wagmi";
import { Copyable } from "../../ui/Copyable.tsx";
import { type ActivityRow, useStepsOfTransaction } from "../data/lists/lists.ts";
import { useUtcOffset } from "../data/queries/policy.ts";
import { useIndexHead } from "../data/useIndexHead.ts";
import { tellingOrder } from "../history/tellingOrder.ts";
import { useStepText } from "../history/useStepText.ts";
import { useCommonText } from "../i18n/useCommonText.ts";
import { useFormat } from "../i18n/useFormat.ts";

/** What a signed transaction has done: where it stands on the chain, and its events in words once the index has them. */
export function Receipt({ receipt }: { receipt: TransactionReceipt }) {
  const t = useCommonText();
  const { transactionHash: hash, blockNumber } = receipt;
  return (
    <section aria-label={t("receipt.label")} data-testid="receipt" className="grid gap-2 border-t border-line pt-3">
      <Steps receipt={receipt} />
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 text-sm text-muted">
        <dt>{t("receipt.transaction")}</dt>
        <dd className="text-ink">
          <Copyable value={hash} shown={`${hash.slice(0, 18)}…`} />
        </dd>
        <dt>{t("receipt.block")}</dt>
        <dd className="figures text-ink">{blockNumber.toString()}</dd>
        <dt>{t("receipt.time")}</dt>
        <dd className="figures text-ink">
          <Time blockNumber={blockNumber} />
        </dd>
      </dl>
    </section>
  );
}

/** Blocks are a second or more apart; the index follows within another. Until then it says so. */
function Steps({ receipt: { transactionHash, blockNumber } }: { receipt: TransactionReceipt }) {
  const t = useCommonText();
  const { data: indexed, isError } = useIndexHead();
  const isIndexed = indexed !== undefined && indexed.number >= blockNumber;
  const { data, error } = useStepsOfTransaction(transactionHash, isIndexed);
  if (data)
    return data.rows.length > 0 ? <Told steps={data.rows} /> : <p className="text-sm">{t("receipt.noSteps")}</p>;
  return <p className="text-sm text-muted">{t(isError || error ? "receipt.unreadable" : "receipt.indexing")}</p>;
}

function Told({ steps }: { steps: readonly ActivityRow[] }) {
  const t = useCommonText();
  const stepText = useStepText(useUtcOffset());
  return (
    <div className="grid gap-1">
      <p className="text-sm text-muted">{t("receipt.steps")}</p>
      <ul className="grid list-disc gap-1 ps-5 text-sm">
        {tellingOrder(steps).map((step) => (
          <li key={step.id} data-testid="receipt-step" data-kind={step.kind}>
            {stepText(step, step.currency ?? 0)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Time({ blockNumber }: { blockNumber: bigint }) {
  const format = useFormat();
  const client = useClient();
  const utcOffsetHours = useUtcOffset();
  const { data: timestamp } = useQuery({
    queryKey: ["chain", "block", blockNumber.toString(), "time"],
    enabled: client !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => (client ? (await getBlock(client, { blockNumber })).timestamp : null),
  });
  return timestamp == null ? "…" : format.time(timestamp, utcOffsetHours);
}
