import type { ReactNode } from "react";
import type { ReceivableRow, RegistryRow } from "../../app/data/queries/receivables.ts";
import type { SliceRow } from "../../app/data/queries/slices.ts";
import { useJudgeReceivable } from "../../app/history/useJudgeReceivable.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { QrCode } from "../../ui/QrCode.tsx";
import { addressOf } from "./address-of.ts";
import { FactList } from "./FactList.tsx";
import { HolderList } from "./HolderList.tsx";
import { useText } from "./text.ts";
import { useAsOf } from "./useAsOf.ts";
import { useProofFacts } from "./useProofFacts.tsx";
import { useSliceFacts, useTermFacts } from "./useTermFacts.tsx";

interface CertificateSheetProps {
  row: ReceivableRow;
  /** All live slices of it. */
  slices: readonly SliceRow[];
  /** The one that is certified; without, the whole receivable is. */
  slice: SliceRow | undefined;
  /** Its entries in the registry. */
  records: readonly RegistryRow[];
}

/** One A4 page, unless the slices are many. */
export function CertificateSheet({ row, slices, slice, records }: CertificateSheetProps) {
  const t = useText();
  const termFacts = useTermFacts(row);
  const sliceFacts = useSliceFacts(row);
  const proofFacts = useProofFacts(row, slice, records);
  return (
    <article
      aria-labelledby="certificate-title"
      className="card mx-auto grid w-full max-w-[210mm] gap-5 p-4 sm:p-10 print:max-w-none print:gap-2 print:border-0 print:p-0 print:text-[9pt] print:leading-tight"
    >
      <Head row={row} slice={slice} />
      {row.confirmedAt === null && <p className="font-medium text-warning">{t("sheet.unconfirmed")}</p>}
      {slice && (
        <Part title={t("sheet.certified")}>
          <FactList facts={sliceFacts(slice)} />
        </Part>
      )}
      <Part title={t("sheet.terms")}>
        <FactList facts={termFacts} />
      </Part>
      {row.confirmedAt !== null && (
        <Part title={t("sheet.slices")}>
          <HolderList row={row} slices={slices} current={slice?.id} />
        </Part>
      )}
      <Part title={t("sheet.proof")}>
        <FactList facts={proofFacts} />
      </Part>
      <p className="text-sm text-muted print:text-[8.5pt]">{t("sheet.note")}</p>
    </article>
  );
}

function Head({ row, slice }: Pick<CertificateSheetProps, "row" | "slice">) {
  const t = useText();
  return (
    <header className="flex flex-wrap items-start justify-between gap-4 border-b border-line-strong pb-4 print:pb-2">
      <div className="grid gap-1">
        <p className="font-semibold">
          Tallystick <span className="text-muted">· 符契</span>
        </p>
        <h1 id="certificate-title" className="text-2xl font-semibold tracking-tight print:text-[16pt]">
          {t(slice ? "sheet.titleSlice" : "sheet.titleReceivable")}
        </h1>
        <AsOf row={row} />
      </div>
      <div className="grid w-28 justify-items-center gap-1">
        <QrCode text={addressOf(row.id, slice?.id)} label={t("sheet.qr")} className="size-28" />
        <p className="text-center text-xs text-muted">{t("sheet.scan")}</p>
      </div>
    </header>
  );
}

function AsOf({ row }: { row: ReceivableRow }) {
  const t = useText();
  const format = useFormat();
  const asOf = useAsOf();
  const judged = useJudgeReceivable()(row);
  if (!asOf || !judged) return <p className="text-muted">{t("sheet.asOfUnknown")}</p>;
  const time = format.time(asOf.timestamp, judged.policy.utcOffsetHours);
  return <p data-testid="as-of">{t("sheet.asOf", { block: asOf.number.toString(), time })}</p>;
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-2 print:gap-0.5">
      <h2 className="text-lg font-semibold print:text-[11pt]">{title}</h2>
      {children}
    </section>
  );
}
