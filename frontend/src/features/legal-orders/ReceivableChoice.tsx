import { useReceivablesLike } from "../../app/data/queries/findReceivable.ts";
import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { StatePill } from "../../app/history/StatePill.tsx";
import { useJudgeReceivable } from "../../app/history/useJudgeReceivable.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { shortReceivableId } from "../../domain/ids.ts";
import { TextField } from "../../ui/TextField.tsx";
import { useText } from "./text.ts";

interface ReceivableChoiceProps {
  text: string;
  onText: (text: string) => void;
  found: FoundReceivable;
  isTried: boolean;
}

/** The receivable meant, or why it is not known. */
type FoundReceivable = { row: ReceivableRow } | { problem: "none" | "several" | "unconfirmed" };

const IN_FORCE: readonly ReceivableRow["status"][] = ["confirmed", "defaulted", "writtenOff"];

/** @param text An id or its beginning. */
export function useFoundReceivable(text: string): FoundReceivable {
  const { data: rows = [] } = useReceivablesLike(text);
  const [row] = rows;
  if (!row) return { problem: "none" };
  if (rows.length > 1) return { problem: "several" };
  return IN_FORCE.includes(row.status) ? { row } : { problem: "unconfirmed" };
}

export function ReceivableChoice({ text, onText, found, isTried }: ReceivableChoiceProps) {
  const t = useText();
  const format = useFormat();
  const money = useMoney();
  const judge = useJudgeReceivable();
  const { nameOf } = useDirectory();
  const isWrong = "problem" in found && (isTried || found.problem !== "none");
  const judged = "row" in found ? judge(found.row) : null;
  return (
    <div className="grid gap-2">
      <TextField
        label={t("choice.label")}
        hint={t("choice.hint")}
        value={text}
        spellCheck={false}
        autoComplete="off"
        error={isWrong ? t(`choice.${found.problem}`) : undefined}
        onChange={({ target }) => onText(target.value)}
      />
      {"row" in found && (
        <p role="status" className="flex flex-wrap items-baseline gap-x-3 rounded-md bg-sunken px-3 py-2">
          <span className="font-mono text-sm">{shortReceivableId(BigInt(found.row.id))}</span>
          <span>
            {t("choice.parties", { obligor: nameOf(found.row.obligor), creditor: nameOf(found.row.creditor) })}
          </span>
          <span className="figures font-medium">{money(found.row.face, found.row.currency)}</span>
          <span className="text-sm text-muted">{t("choice.due", { day: format.day(found.row.dueDay) })}</span>
          {judged && <StatePill state={judged.state} />}
        </p>
      )}
    </div>
  );
}
