import { Link, useParams, useSearch } from "@tanstack/react-router";
import { isHex } from "viem";
import { Loaded } from "../../app/data/Loaded.tsx";
import { type ReceivableRow, useMovements, useReceivable } from "../../app/data/queries/receivables.ts";
import { FlagPills } from "../../app/history/FlagPills.tsx";
import { ReceivableViews } from "../../app/history/ReceivableViews.tsx";
import { StatePill } from "../../app/history/StatePill.tsx";
import { useJudgeReceivable } from "../../app/history/useJudgeReceivable.ts";
import { shortReceivableId } from "../../domain/ids.ts";
import { holdersOf } from "../../domain/provenance.ts";
import { buttonClass } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { holderMarks } from "../../ui/holderMarks.ts";
import { Page } from "../../ui/Page.tsx";
import { DocumentSection } from "./DocumentSection.tsx";
import { EvidenceSection } from "./EvidenceSection.tsx";
import { HistorySection } from "./HistorySection.tsx";
import { SlicesSection } from "./SlicesSection.tsx";
import { TermsSection } from "./TermsSection.tsx";
import { useText } from "./text.ts";

/** One receivable with all there is to know of it, for everybody. */
export function ReceivableScreen() {
  const t = useText();
  const { id } = useParams({ from: "/receivables/$id" });
  const { slice } = useSearch({ from: "/receivables/$id" });
  const receivable = useReceivable(isHex(id) ? id : "0x");
  return (
    <Loaded query={receivable}>
      {(row) =>
        row ? (
          <Receivable row={row} sliceId={slice} />
        ) : (
          <EmptyState title={t("missing.title")}>{t("missing.text")}</EmptyState>
        )
      }
    </Loaded>
  );
}

function Receivable({ row, sliceId }: { row: ReceivableRow; sliceId: string | undefined }) {
  const t = useText();
  const judged = useJudgeReceivable()(row);
  const { data: movements } = useMovements(row.id);
  const marks = holderMarks(holdersOf(movements ?? []));
  return (
    <Page
      title={t("title", { id: shortReceivableId(BigInt(row.id)) })}
      actions={
        <>
          {judged && (
            <>
              <StatePill state={judged.state} />
              <FlagPills row={row} timestamp={judged.timestamp} />
            </>
          )}
          <Link
            to="/receivables/$id/certificate"
            params={{ id: row.id }}
            search={sliceId === undefined ? {} : { slice: sliceId }}
            className={buttonClass("secondary", "sm")}
          >
            {t("certificate")}
          </Link>
        </>
      }
    >
      <ReceivableViews id={row.id} />
      <TermsSection row={row} judged={judged} />
      {row.confirmedAt !== null && (
        <SlicesSection row={row} judged={judged} marks={marks} sliceId={sliceId?.toLowerCase()} />
      )}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <DocumentSection row={row} />
        <EvidenceSection row={row} />
      </div>
      <HistorySection row={row} judged={judged} movements={movements ?? []} />
    </Page>
  );
}
