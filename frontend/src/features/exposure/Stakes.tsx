import type { Address } from "viem";
import { Loaded } from "../../app/data/Loaded.tsx";
import { useLoans } from "../../app/data/queries/loans.ts";
import { useReceivablesById } from "../../app/data/queries/receivables.ts";
import { useSlicesOf } from "../../app/data/queries/slices.ts";
import { useSheetValues } from "../../app/data/useSheetValues.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { useMyAccounts } from "../../app/session/useMe.ts";
import { dayFromIso, isoFromDay } from "../../domain/day-count.ts";
import { PPM } from "../../domain/money.ts";
import { isRetired } from "../../domain/slice-state.ts";
import { Amount } from "../../ui/Amount.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Section } from "../../ui/Section.tsx";
import { ShareBar } from "../../ui/ShareBar.tsx";
import { Table } from "../../ui/Table.tsx";
import { concentration, type Stake, type StakeGroup } from "./concentration.ts";
import { useText } from "./text.ts";
import { useOrganisationName } from "./useOrganisationName.ts";

interface Position {
  obligor: string;
  dueDay: number;
  currency: number;
  held: bigint;
  lent: bigint;
}

/** Where the bank's money is: by who owes it and by the month in which it is due. */
export function Stakes({ account }: { account: Address }) {
  const t = useText();
  const nameOf = useOrganisationName();
  const positions = usePositions(account);
  const format = useFormat();
  const grouped = (rows: readonly Position[], groupOf: (position: Position) => string) =>
    concentration(rows.map((position): Stake => ({ ...position, group: groupOf(position) })));
  return (
    <Loaded query={positions}>
      {(rows) => (
        <>
          <Section title={t("stakes.byObligor")} description={t("stakes.hint")}>
            <Groups
              head={t("kind.obligor")}
              caption={t("stakes.byObligor")}
              file={t("stakes.byObligorFile")}
              groups={grouped(rows, ({ obligor }) => nameOf(obligor))}
            />
          </Section>
          <Section title={t("stakes.byMonth")}>
            <Groups
              head={t("stakes.month")}
              caption={t("stakes.byMonth")}
              file={t("stakes.byMonthFile")}
              labelOf={(month) => format.month(dayFromIso(`${month}-01`))}
              groups={grouped(rows, ({ dueDay }) => isoFromDay(dueDay).slice(0, 7)).toSorted((a, b) =>
                a.group.localeCompare(b.group),
              )}
            />
          </Section>
        </>
      )}
    </Loaded>
  );
}

interface GroupsProps {
  head: string;
  caption: string;
  file: string;
  groups: readonly StakeGroup[];
  /** As the screen shows a group; a file has it as it is. */
  labelOf?: (group: string) => string;
}

function Groups({ head, caption, file, groups, labelOf = (group) => group }: GroupsProps) {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const values = useSheetValues();
  if (groups.length === 0) return <EmptyState title={t("stakes.empty")}>{t("stakes.emptyHint")}</EmptyState>;
  const amount = (minor: bigint, currency: number, strong = false) => (
    <Amount strong={strong} text={money(minor, currency)} />
  );
  return (
    <Table
      exportAs={file}
      caption={caption}
      hideCaption
      rows={groups}
      rowKey={({ group, currency }) => `${group}/${currency}`}
      columns={[
        {
          key: "group",
          header: head,
          isRowHeader: true,
          cell: ({ group }) => <span className="figures">{labelOf(group)}</span>,
          value: ({ group }) => group,
        },
        {
          key: "held",
          header: t("stakes.held"),
          numeric: true,
          cell: ({ held, currency }) => amount(held, currency),
          value: ({ held, currency }) => values.amount(held, currency),
        },
        {
          key: "lent",
          header: t("stakes.lent"),
          numeric: true,
          cell: ({ lent, currency }) => amount(lent, currency),
          value: ({ lent, currency }) => values.amount(lent, currency),
        },
        {
          key: "total",
          header: t("stakes.total"),
          numeric: true,
          cell: ({ total, currency }) => amount(total, currency, true),
          value: ({ total, currency }) => values.amount(total, currency),
        },
        {
          key: "share",
          header: t("stakes.share"),
          cell: ({ total, whole }) => {
            // Two decimals of a per cent are enough to compare.
            const share = format.percent(whole === 0n ? 0n : ((total * PPM) / whole / 100n) * 100n);
            return (
              <span className="grid min-w-32 gap-1">
                <ShareBar label={share} part={total} whole={whole} />
                <span className="figures text-sm text-muted">{share}</span>
              </span>
            );
          },
          value: ({ total, whole }) => values.percent(whole === 0n ? 0n : (total * PPM) / whole),
        },
      ]}
    />
  );
}

/** Slices held at their face, and what is left of loans given. */
function usePositions(account: Address) {
  const accounts = useMyAccounts();
  const slices = useSlicesOf(account);
  const loans = useLoans(accounts);
  const given = (loans.data ?? []).filter(
    ({ lender, principal }) => accounts.includes(lender.toLowerCase()) && principal > 0n,
  );
  const receivables = useReceivablesById(given.map(({ receivableId }) => receivableId));
  const error = slices.error ?? loans.error ?? receivables.error;
  const refetch = () => Promise.all([slices.refetch(), loans.refetch(), receivables.refetch()]);
  if (!slices.data || !loans.data || !receivables.data) return { data: undefined, error, refetch };
  const held = slices.data
    .filter((slice) => !isRetired(slice))
    .map(({ face, receivable: { obligorIdentity, dueDay, currency } }): Position => {
      return { obligor: obligorIdentity, dueDay, currency, held: face, lent: 0n };
    });
  const lent = given.flatMap(({ receivableId, principal, dueDay, currency }): Position[] => {
    const receivable = receivables.data.find(({ id }) => id === receivableId);
    return receivable ? [{ obligor: receivable.obligorIdentity, dueDay, currency, held: 0n, lent: principal }] : [];
  });
  return { data: [...held, ...lent], error, refetch };
}
