import { Download } from "lucide-react";
import { useState } from "react";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { fileNameOf } from "../../app/financing/file-name.ts";
import type { PickedSlice } from "../../app/financing/SlicePicker.tsx";
import { isoFromDay } from "../../domain/day-count.ts";
import { buttonClass } from "../../ui/Button.tsx";
import { Copyable } from "../../ui/Copyable.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { MoneyField } from "../../ui/MoneyField.tsx";
import { type RequestDraft, readWish, requestPath, writeRequest } from "./quote-request.ts";
import { useText } from "./text.ts";

/** What the holder wishes, and the link and file that carry it to the bank. */
export function RequestForm({ slice, clock }: { slice: PickedSlice; clock: LedgerClock }) {
  const t = useText();
  const { chainId } = useDeployment();
  const [draft, setDraft] = useState<RequestDraft>({ most: "", until: "" });
  const { dueDay } = slice.receivable;
  const read = readWish(draft, { today: clock.today, dueDay });
  const errorOf = (field: keyof RequestDraft) => {
    const problem = "problems" in read ? read.problems[field] : undefined;
    return problem && t(`problem.${problem}`);
  };
  const request = "problems" in read ? null : { slice: slice.id, ...read };
  const loanLink = `${window.location.origin}/loans?slice=${slice.id}`;
  return (
    <>
      <div className="grid max-w-2xl gap-4 sm:grid-cols-2">
        <MoneyField
          label={t("ask.most")}
          hint={t("ask.mostHint")}
          unit="%"
          value={draft.most}
          onValueChange={(most) => setDraft({ ...draft, most })}
          error={errorOf("most")}
        />
        <DateField
          label={t("ask.until")}
          hint={t("ask.untilHint")}
          min={isoFromDay(clock.today)}
          max={isoFromDay(dueDay - 1)}
          value={draft.until}
          onChange={(event) => setDraft({ ...draft, until: event.target.value })}
          error={errorOf("until")}
        />
      </div>
      <p className="flex flex-wrap items-center gap-x-6 gap-y-2">
        {request && (
          <>
            <Copyable value={`${window.location.origin}${requestPath(request)}`} shown={t("ask.link")} />
            <a
              href={`data:application/json;charset=utf-8,${encodeURIComponent(writeRequest(request, chainId))}`}
              download={fileNameOf("quoteRequest", BigInt(slice.id))}
              className={buttonClass("secondary", "sm")}
            >
              <Download aria-hidden className="size-4" />
              {t("ask.file")}
            </a>
          </>
        )}
        <Copyable value={loanLink} shown={t("ask.loanLink")} />
      </p>
    </>
  );
}
