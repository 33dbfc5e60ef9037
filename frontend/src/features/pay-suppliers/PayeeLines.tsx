import { ClipboardPaste, Plus } from "lucide-react";
import { useState } from "react";
import { useDirectory } from "../../app/data/useDirectory.ts";
import type { Payee } from "../../app/holdings/payees.ts";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { Section } from "../../ui/Section.tsx";
import { findPayee } from "./find-payee.ts";
import { emptyLine, type Line, type ReadLine } from "./lines.ts";
import { PasteDialog } from "./PasteDialog.tsx";
import { PayeeLine } from "./PayeeLine.tsx";
import type { PastedLine } from "./pasted.ts";
import { useText } from "./text.ts";

interface PayeeLinesProps {
  lines: readonly Line[];
  read: readonly ReadLine[];
  payees: readonly Payee[];
  unit: string;
  showMissing: boolean;
  onLines: (change: (now: readonly Line[]) => readonly Line[]) => void;
}

/** Whom to pay, and how much: typed, or pasted from a spreadsheet. */
export function PayeeLines({ lines, read, payees, unit, showMissing, onLines }: PayeeLinesProps) {
  const t = useText();
  const [isPasting, setPasting] = useState(false);
  const toLine = useLineOf(payees);
  const paste = (pasted: readonly PastedLine[]) => {
    onLines((now) => [...now.filter(({ to, amount }) => to !== "" || amount !== ""), ...pasted.map(toLine)]);
    setPasting(false);
  };
  const change = (key: string, part: Partial<Line>) =>
    onLines((now) => now.map((line) => (line.key === key ? { ...line, ...part } : line)));
  return (
    <Section
      title={t("lines.title")}
      actions={
        <Button onClick={() => setPasting(true)}>
          <ClipboardPaste aria-hidden className="size-4" />
          {t("paste.open")}
        </Button>
      }
    >
      {payees.length === 0 && <Callout tone="warning">{t("lines.none")}</Callout>}
      {lines.map((line, index) => (
        <PayeeLine
          key={line.key}
          number={index + 1}
          line={line}
          read={read[index] ?? { payee: "payeeMissing", amountProblem: "amountMissing", amount: null }}
          payees={payees}
          unit={unit}
          showMissing={showMissing}
          onChange={(part) => change(line.key, part)}
          onRemove={lines.length > 1 ? () => onLines((now) => now.filter(({ key }) => key !== line.key)) : undefined}
        />
      ))}
      <Button className="justify-self-start" onClick={() => onLines((now) => [...now, emptyLine()])}>
        <Plus aria-hidden className="size-4" />
        {t("lines.add")}
      </Button>
      {isPasting && <PasteDialog onPaste={paste} onClose={() => setPasting(false)} />}
    </Section>
  );
}

/** A pasted line becomes one of the list; whoever is not known stays to be chosen. */
function useLineOf(payees: readonly Payee[]): (pasted: PastedLine) => Line {
  const { entryOf } = useDirectory();
  const known = payees.map(({ account, mayReceive }) => {
    const { name = "", nameZh = null, number = "" } = entryOf(account) ?? {};
    return { account, name, nameZh, number, mayReceive };
  });
  return ({ company, amount }) => {
    // A company whose key was lost has two accounts; the one that may receive is meant.
    const to =
      findPayee(
        company,
        known.filter((each) => each.mayReceive),
      ) ?? findPayee(company, known);
    return { ...emptyLine(), amount, ...(to === null ? { unknown: company } : { to }) };
  };
}
