import { useCommonColumns } from "../../app/columns/useCommonColumns.tsx";
import type { ProgrammeRow } from "../../app/data/queries/earlyPayment.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useSheetValues } from "../../app/data/useSheetValues.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { dayOf } from "../../domain/day-count.ts";
import { type ProgrammeState, programmeState } from "../../domain/programme-state.ts";
import { Amount } from "../../ui/Amount.tsx";
import { StatusPill } from "../../ui/StatusPill.tsx";
import type { Column } from "../../ui/Table.tsx";
import type { Tone } from "../../ui/tone.ts";
import { useProgrammeWords } from "./useProgrammeWords.ts";
import { useText } from "./useText.ts";

const TONES: Readonly<Record<ProgrammeState, Tone>> = {
  open: "positive",
  paused: "warning",
  notStarted: "neutral",
  usedUp: "warning",
  expired: "neutral",
  withdrawn: "neutral",
};

export function useProgrammeColumns({ timestamp, policy }: LedgerClock): Column<ProgrammeRow>[] {
  const t = useText();
  const money = useMoney();
  const common = useCommonColumns<ProgrammeRow>();
  const values = useSheetValues();
  const words = useProgrammeWords();
  const stateOf = (row: ProgrammeRow) => t(`state.${programmeState(row, timestamp)}`);
  const forWhom = ({ forAll }: ProgrammeRow) => t(forAll ? "words.forAll" : "words.invited");
  return [
    {
      key: "scale",
      header: t("list.scale"),
      isRowHeader: true,
      cell: ({ tiers }) => (
        <ul>
          {tiers.map((tier) => (
            <li key={tier.longestDays}>{words.tier(tier)}</li>
          ))}
        </ul>
      ),
      value: ({ tiers }) => words.scale(tiers),
    },
    {
      key: "state",
      header: t("list.state"),
      cell: (row) => <StatusPill tone={TONES[programmeState(row, timestamp)]}>{stateOf(row)}</StatusPill>,
      value: stateOf,
    },
    { key: "for", header: t("list.for"), cell: forWhom, value: forWhom },
    common.amount({ key: "smallest", header: t("list.smallest") }, (row) => [row.smallestFace, row.currency]),
    {
      key: "spent",
      header: t("list.spent"),
      numeric: true,
      cell: ({ spent, currency }) => <Amount data-testid="programme-spent" text={money(spent, currency)} />,
      value: ({ spent, currency }) => values.amount(spent, currency),
    },
    common.amount({ key: "budget", header: t("list.budget") }, (row) => [row.budget, row.currency]),
    common.day({ key: "until", header: t("list.until") }, (row) => dayOf(row.expiresAt, policy.utcOffsetHours)),
  ];
}
