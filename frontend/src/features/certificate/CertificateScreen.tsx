import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Printer } from "lucide-react";
import { isHex } from "viem";
import { Loaded } from "../../app/data/Loaded.tsx";
import { type ReceivableRow, useReceivable, useRegistryRecords } from "../../app/data/queries/receivables.ts";
import { type SliceRow, useLiveSlices } from "../../app/data/queries/slices.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { rangeText } from "../../app/history/rangeText.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { useSession } from "../../app/session/useSession.ts";
import { Button, buttonClass } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { CertificateSheet } from "./CertificateSheet.tsx";
import { useText } from "./text.ts";

/** A receivable, or one slice of it, on a sheet of paper. */
export function CertificateScreen() {
  const t = useText();
  const { id } = useParams({ from: "/receivables/$id/certificate" });
  const receivable = useReceivable(isHex(id) ? id : "0x");
  return (
    <Loaded query={receivable}>
      {(row) =>
        row ? <Certificate row={row} /> : <EmptyState title={t("missing.title")}>{t("missing.text")}</EmptyState>
      }
    </Loaded>
  );
}

function Certificate({ row }: { row: ReceivableRow }) {
  const t = useText();
  const { isReadable } = useDirectory();
  const { status } = useSession();
  const { slice: sliceId } = useSearch({ from: "/receivables/$id/certificate" });
  const slices = useLiveSlices(row.id);
  const registry = useRegistryRecords(row.id);
  return (
    <Loaded query={slices}>
      {(live) => (
        <div className="grid gap-6">
          <div className="grid gap-4 print:hidden">
            {!isReadable && status !== "signing-in" && <Callout tone="warning">{t("signIn")}</Callout>}
            <div className="flex flex-wrap items-end justify-between gap-4">
              <Chooser row={row} slices={live} sliceId={sliceId} />
              <Actions row={row} />
            </div>
          </div>
          {/* What could not be read must not be certified as missing. */}
          <Loaded query={registry}>
            {(records) => (
              <CertificateSheet
                row={row}
                slices={live}
                slice={live.find(({ id }) => id === sliceId?.toLowerCase())}
                records={records}
              />
            )}
          </Loaded>
        </div>
      )}
    </Loaded>
  );
}

function Actions({ row }: { row: ReceivableRow }) {
  const t = useText();
  return (
    <div className="flex flex-wrap gap-2">
      <Link to="/receivables/$id" params={{ id: row.id }} className={buttonClass()}>
        {t("back")}
      </Link>
      <Button variant="primary" onClick={() => window.print()}>
        <Printer aria-hidden className="size-4" />
        {t("print")}
      </Button>
    </div>
  );
}

interface ChooserProps {
  row: ReceivableRow;
  slices: readonly SliceRow[];
  sliceId: string | undefined;
}

/** Which of it is certified. */
function Chooser({ row, slices, sliceId }: ChooserProps) {
  const t = useText();
  const format = useFormat();
  const money = useMoney();
  const navigate = useNavigate();
  const { nameOf } = useDirectory();
  const choose = (slice: string) =>
    void navigate({
      to: "/receivables/$id/certificate",
      params: { id: row.id },
      search: slice === "" ? {} : { slice },
      replace: true,
    });
  return (
    <SelectField
      label={t("about")}
      className="min-w-0 max-sm:w-full"
      value={sliceId?.toLowerCase() ?? ""}
      placeholder={t("whole")}
      options={slices.map(({ id, start, end, holder, face }) => ({
        value: id,
        label: t("slice", {
          range: rangeText(start, end, format.count),
          holder: nameOf(holder),
          amount: money(face, row.currency),
        }),
      }))}
      onChange={({ target }) => choose(target.value)}
    />
  );
}
