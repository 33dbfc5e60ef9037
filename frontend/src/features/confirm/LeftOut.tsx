import { InvoiceLines } from "./InvoiceLines.tsx";
import { unavailableCode } from "./unavailable-code.ts";
import type { CheckedBatch, Obstacle } from "./useCheckMany.ts";
import { useText } from "./useText.ts";

/** Invoices whose documents are not what would be signed, each with the reason. */
export function LeftOut({ leftOut }: { leftOut: CheckedBatch["leftOut"] }) {
  const obstacles = new Map(leftOut.map(({ row, obstacle }) => [row.id, obstacle]));
  return (
    <InvoiceLines
      rows={leftOut.map(({ row }) => row)}
      note={({ id }) => {
        const obstacle = obstacles.get(id);
        return obstacle && <Reason obstacle={obstacle} />;
      }}
    />
  );
}

function Reason({ obstacle }: { obstacle: Obstacle }) {
  const t = useText();
  if ("failed" in obstacle) return obstacle.failed.map((check) => <p key={check}>{t(`check.reason.${check}`)}</p>);
  return t(`check.unavailableReason.${unavailableCode(obstacle.code)}`, { reason: obstacle.message });
}
