import { useEffect, useRef } from "react";
import type { MovementRow } from "../../app/data/queries/receivables.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { rangeText } from "../../app/history/rangeText.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { chainsOf } from "../../domain/provenance.ts";
import { Button } from "../../ui/Button.tsx";
import { Copyable } from "../../ui/Copyable.tsx";
import { Section } from "../../ui/Section.tsx";
import type { LookThrough, Range } from "./look-through.ts";
import { MovementLine } from "./MovementLine.tsx";
import { useText } from "./text.ts";

interface WaySectionProps {
  tree: LookThrough;
  movements: readonly MovementRow[];
}

/** From the chosen range back to the invoice: all holders its cents ever had. */
export function WaySection({ tree, movements }: WaySectionProps) {
  const t = useText();
  if (!tree.chosen) return <p className="text-muted">{t("way.none")}</p>;
  return <Way tree={tree} movements={movements} chosen={tree.chosen} />;
}

function Way({ tree, movements, chosen }: WaySectionProps & { chosen: Range }) {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const place = useRef<HTMLDivElement>(null);
  const { start, end } = chosen;
  useEffect(() => {
    // Where the choice was made may be far away, in the tree below.
    if (start < end) place.current?.scrollIntoView({ block: "nearest" });
  }, [start, end]);
  return (
    <div ref={place} data-testid="look-through-way">
      <Section
        title={t("way.title", { range: rangeText(start, end, format.count) })}
        description={t("way.description")}
        actions={
          <Button size="sm" onClick={() => tree.choose(null)}>
            {t("way.whole")}
          </Button>
        }
      >
        {chainsOf(movements, start, end).map((chain) => (
          <div key={String(chain.start)} className="card grid gap-2 p-4">
            <h3 className="figures font-medium">
              {t("way.chain", {
                range: rangeText(chain.start, chain.end, format.count),
                amount: money(chain.end - chain.start, tree.currency),
              })}
            </h3>
            <ol className="grid list-decimal gap-1.5 ps-6">
              {chain.movements.map((movement) => (
                <li key={movement.id}>
                  <MovementLine tree={tree} movement={movement} range={chain} />
                  <span className="text-sm text-muted">
                    <Copyable value={movement.txHash} shown={`${movement.txHash.slice(0, 10)}…`} />
                  </span>
                </li>
              ))}
            </ol>
          </div>
        ))}
      </Section>
    </div>
  );
}
