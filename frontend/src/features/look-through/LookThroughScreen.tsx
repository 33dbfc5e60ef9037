import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { isHex } from "viem";
import { Loaded } from "../../app/data/Loaded.tsx";
import { useSlicePayments } from "../../app/data/queries/offers.ts";
import {
  type MovementRow,
  type ReceivableRow,
  useMovements,
  useReceivable,
} from "../../app/data/queries/receivables.ts";
import { ReceivableViews } from "../../app/history/ReceivableViews.tsx";
import { StatePill } from "../../app/history/StatePill.tsx";
import { useJudgeReceivable } from "../../app/history/useJudgeReceivable.ts";
import { useMe } from "../../app/session/useMe.ts";
import { shortReceivableId } from "../../domain/ids.ts";
import { holdersOf, provenance } from "../../domain/provenance.ts";
import { movementSteps, type SliceBar, sliceBars } from "../../domain/slice-bars.ts";
import { buttonClass } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { holderMarks } from "../../ui/holderMarks.ts";
import { Page } from "../../ui/Page.tsx";
import { Section } from "../../ui/Section.tsx";
import { BranchList } from "./BranchList.tsx";
import type { LookThrough, Range } from "./look-through.ts";
import { ProvenancePicture } from "./ProvenancePicture.tsx";
import { useText } from "./text.ts";
import { WaySection } from "./WaySection.tsx";

/** A receivable's whole tree: who held which cents, when, for what. */
export function LookThroughScreen() {
  const t = useText();
  const { id } = useParams({ from: "/receivables/$id/tree" });
  const { slice } = useSearch({ from: "/receivables/$id/tree" });
  const receivable = useReceivable(isHex(id) ? id : "0x");
  const movements = useMovements(isHex(id) ? id : "0x");
  return (
    <Loaded query={receivable}>
      {(row) =>
        row ? (
          <Page
            title={t("title", { id: shortReceivableId(BigInt(row.id)) })}
            lead={t("lead")}
            actions={
              <>
                <State row={row} />
                <OrderLink row={row} />
              </>
            }
          >
            <ReceivableViews id={row.id} />
            <Loaded query={movements}>
              {(rows) =>
                rows.length > 0 ? (
                  <Tree key={slice} row={row} movements={rows} sliceId={slice} />
                ) : (
                  <EmptyState title={t("unconfirmed.title")}>{t("unconfirmed.text")}</EmptyState>
                )
              }
            </Loaded>
          </Page>
        ) : (
          <EmptyState title={t("missing.title")}>{t("missing.text")}</EmptyState>
        )
      }
    </Loaded>
  );
}

function State({ row }: { row: ReceivableRow }) {
  const judged = useJudgeReceivable()(row);
  return judged && <StatePill state={judged.state} />;
}

/** For the supervisor: from what it sees to an order on it. */
function OrderLink({ row }: { row: ReceivableRow }) {
  const t = useText();
  const { roles } = useMe();
  if (!roles.includes("supervisor") || (row.status !== "confirmed" && row.status !== "defaulted")) return null;
  return (
    <Link to="/supervise/orders" search={{ receivable: row.id }} className={buttonClass("secondary", "sm")}>
      {t("order")}
    </Link>
  );
}

interface TreeProps {
  row: ReceivableRow;
  movements: readonly MovementRow[];
  sliceId: string | undefined;
}

function Tree({ row, movements, sliceId }: TreeProps) {
  const t = useText();
  const judged = useJudgeReceivable()(row);
  const { data: payments } = useSlicePayments(row.id);
  const steps = movementSteps(movements);
  const bars = sliceBars(steps);
  const [chosen, setChosen] = useState<Range | null>(() => rangeOf(sliceId, bars));
  const tree: LookThrough = {
    face: row.face,
    currency: row.currency,
    utcOffsetHours: judged?.policy.utcOffsetHours ?? 0,
    marks: holderMarks(holdersOf(movements)),
    paidFor: (id) => payments?.find((payment) => payment.sliceId === id)?.amount ?? null,
    chosen,
    choose: setChosen,
  };
  return (
    <>
      <Section title={t("picture.title")} description={t("picture.description")}>
        <ProvenancePicture tree={tree} steps={steps} bars={bars} />
      </Section>
      <WaySection tree={tree} movements={movements} />
      <Section title={t("tree.title")} description={t("tree.description")}>
        <div className="card p-4">
          <BranchList tree={tree} branches={provenance(movements, 0n, row.face)} depth={0} />
        </div>
      </Section>
    </>
  );
}

const START_MASK = (1n << 64n) - 1n;

/** The cents of a slice that somebody came here to see, as it stands or stood last. */
function rangeOf(sliceId: string | undefined, bars: readonly SliceBar<MovementRow>[]): Range | null {
  if (!sliceId || !isHex(sliceId, { strict: true })) return null;
  const start = BigInt(sliceId) & START_MASK;
  const last = bars.filter((bar) => bar.start === start).at(-1);
  return last ? { start: last.start, end: last.end } : null;
}
