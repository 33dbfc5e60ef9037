import { useParams } from "@tanstack/react-router";
import { isHex } from "viem";
import { Loaded } from "../../app/data/Loaded.tsx";
import { usePledges } from "../../app/data/queries/pledges.ts";
import { useMovements, useReceivable } from "../../app/data/queries/receivables.ts";
import { ReceivableViews } from "../../app/history/ReceivableViews.tsx";
import { StatePill } from "../../app/history/StatePill.tsx";
import { useJudgeReceivable } from "../../app/history/useJudgeReceivable.ts";
import { shortReceivableId } from "../../domain/ids.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { toldMovements } from "./movements.ts";
import { ReceivableGraph } from "./ReceivableGraph.tsx";
import { useText } from "./text.ts";

/** A receivable as a graph: who held its cents, and how they went from one to another. */
export function ReceivableGraphScreen() {
  const t = useText();
  const { id } = useParams({ from: "/receivables/$id/graph" });
  const key = isHex(id) ? id : "0x";
  const receivable = useReceivable(key);
  const movements = useMovements(key);
  const pledges = usePledges(key);
  const judge = useJudgeReceivable();
  return (
    <Loaded query={receivable}>
      {(row) => {
        if (!row) return <EmptyState title={t("missing.title")}>{t("missing.text")}</EmptyState>;
        const judged = judge(row);
        return (
          <Page
            title={t("receivable.title", { id: shortReceivableId(BigInt(row.id)) })}
            lead={t("receivable.lead")}
            actions={judged && <StatePill state={judged.state} />}
          >
            <ReceivableViews id={row.id} />
            <Loaded query={movements}>
              {(moves) => (
                <Loaded query={pledges}>
                  {(pledged) =>
                    moves.length === 0 ? (
                      <EmptyState title={t("unconfirmed.title")}>{t("unconfirmed.text")}</EmptyState>
                    ) : (
                      judged && <ReceivableGraph row={row} judged={judged} movements={toldMovements(moves, pledged)} />
                    )
                  }
                </Loaded>
              )}
            </Loaded>
          </Page>
        );
      }}
    </Loaded>
  );
}
