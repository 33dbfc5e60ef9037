import type { ProgrammeRow } from "../../app/data/queries/earlyPayment.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useSheetValues } from "../../app/data/useSheetValues.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
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
  const format = useFormat();
  const values = useSheetValues();
  const words = useProgrammeWords();
  const stateOf = (row: ProgrammeRow) => t(`state.${programmeState(row, timestamp)}`);
  const forWhom = ({ forAll }: ProgrammeRow) => t(forAll ? "words.forAll" : "words.invited");
  const lastDay = ({ expiresAt }: ProgrammeRow) => dayOf(expiresAt, policy.utcOffsetHours);
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
    {
      key: "smallest",
      header: t("list.smallest"),
      numeric: true,
      cell: ({ smallestFace, currency }) => <Amount text={money(smallestFace, currency)} />,
      value: ({ smallestFace, currency }) => values.amount(smallestFace, currency),
    },
    {
      key: "spent",
      header: t("list.spent"),
      numeric: true,
      cell: ({ spent, currency }) => <Amount data-testid="programme-spent" text={money(spent, currency)} />,
      value: ({ spent, currency }) => values.amount(spent, currency),
    },
    {
      key: "budget",
      header: t("list.budget"),
      numeric: true,
      cell: ({ budget, currency }) => <Amount text={money(budget, currency)} />,
      value: ({ budget, currency }) => values.amount(budget, currency),
    },
    {
      key: "until",
      header: t("list.until"),
      numeric: true,
      cell: (row) => format.day(lastDay(row)),
      value: (row) => values.day(lastDay(row)),
    },
  ];
}
