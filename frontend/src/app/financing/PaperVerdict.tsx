import { Callout } from "../../ui/Callout.tsx";
import { useDirectory } from "../data/useDirectory.ts";
import { useMoney } from "../deployment/useMoney.ts";
import { useFormat } from "../i18n/useFormat.ts";
import { useFailureText } from "../transaction/useFailureText.ts";
import type { PaperFlaw } from "./paper-flaws.ts";
import { useText } from "./text.ts";
import type { PaperCheck } from "./usePaperCheck.ts";

interface PaperVerdictProps {
  check: PaperCheck;
  bank: string;
  expiresAt: bigint;
  utcOffsetHours: number;
}

/** Whether a paper holds now, and if not, every reason. */
export function PaperVerdict({ check, bank, expiresAt, utcOffsetHours }: PaperVerdictProps) {
  const t = useText();
  const format = useFormat();
  const flawText = useFlawText(check, bank, utcOffsetHours);
  const failureText = useFailureText();
  const { flaws, refusal } = check;
  if (flaws.length > 0) {
    return (
      <Callout tone="warning" title={t("verdict.fails")}>
        <ul className="list-disc ps-5">
          {flaws.map((flaw) => (
            <li key={flaw.reason}>{flawText(flaw)}</li>
          ))}
        </ul>
      </Callout>
    );
  }
  if (refusal) {
    const { advice, detail } = failureText(refusal);
    return (
      <Callout tone="warning" title={t("verdict.refused")}>
        <p>{advice}</p>
        {detail && <p className="font-mono text-sm break-all text-muted">{detail}</p>}
      </Callout>
    );
  }
  return <Callout tone="positive">{t("verdict.holds", { at: format.time(expiresAt, utcOffsetHours) })}</Callout>;
}

function useFlawText({ slice }: PaperCheck, bank: string, utcOffsetHours: number): (flaw: PaperFlaw) => string {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const { nameOf } = useDirectory();
  return (flaw) => {
    switch (flaw.reason) {
      case "expired":
        return t("flaw.expired", { at: format.time(flaw.expiresAt, utcOffsetHours) });
      case "exposure":
        return t("flaw.exposure", { left: money(flaw.left, slice.receivable.currency) });
      case "notHolder":
        return t("flaw.notHolder", { holder: nameOf(slice.holder) });
      case "forged":
        return t("flaw.forged", { bank: nameOf(bank) });
      default:
        return t(`flaw.${flaw.reason}`);
    }
  };
}
