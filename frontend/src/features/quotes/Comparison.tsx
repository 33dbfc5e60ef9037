import { Loaded } from "../../app/data/Loaded.tsx";
import { type StandingOfferRow, useStandingOffers } from "../../app/data/queries/offers.ts";
import { useParticipants } from "../../app/data/queries/participants.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useSheetValues } from "../../app/data/useSheetValues.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { byWorth } from "../../app/financing/offer-fit.ts";
import type { PaperCheck } from "../../app/financing/usePaperCheck.ts";
import { useStandingFits } from "../../app/financing/useStandingFits.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { accountInForce } from "../../domain/account-in-force.ts";
import type { Quote } from "../../domain/signed-paper.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Table } from "../../ui/Table.tsx";
import { type Alternative, bestOfEachKind, verdictOf } from "./comparison-rows.ts";
import { priceOf } from "./quote-form.ts";
import { useText } from "./text.ts";

interface ComparisonProps {
  quote: Quote;
  check: PaperCheck;
  clock: LedgerClock;
}

/** The quote beside the best standing offer of each recourse kind that could be taken now. */
export function Comparison(props: ComparisonProps) {
  const { obligor } = props.check.slice.receivable;
  const { data: participants = [] } = useParticipants();
  const obligors = [...new Set([obligor, accountInForce(obligor, participants)])];
  const offers = useStandingOffers({ obligors });
  return <Loaded query={offers}>{(rows) => <Rows {...props} offers={rows} obligors={obligors} />}</Loaded>;
}

interface RowsProps extends ComparisonProps {
  offers: readonly StandingOfferRow[];
  obligors: readonly string[];
}

function Rows({ quote, check, clock, offers, obligors }: RowsProps) {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const { nameOf } = useDirectory();
  const values = useSheetValues();
  const { slice, currency } = check;
  const fits = useStandingFits({ slice, clock, need: null, offers, obligors, currency });
  const { face, receivable } = slice;
  const { yearlyCostPpm } = priceOf(quote.net, { face, ...currency, dueDay: receivable.dueDay, today: clock.today });
  const own: Alternative = { key: "quote", bank: quote.bank, recourse: quote.recourse, net: quote.net, yearlyCostPpm };
  const others = bestOfEachKind(byWorth(fits));
  const amount = (minor: bigint, strong = false) => <Amount strong={strong} text={money(minor, currency.index)} />;
  const whoOf = ({ key, bank }: Alternative) =>
    t(key === "quote" ? "compare.quote" : "compare.standing", { bank: nameOf(bank) });
  const { kind, difference } = verdictOf(own, others);
  return (
    <div className="grid gap-2">
      <p data-testid="quote-verdict">{t(`compare.${kind}`, { difference: money(difference, currency.index) })}</p>
      <Table
        exportAs={t("compare.file")}
        caption={t("compare.caption")}
        hideCaption
        rows={[own, ...others]}
        rowKey={({ key }) => key}
        isCurrent={({ key }) => key === "quote"}
        columns={[
          {
            key: "who",
            header: t("compare.who"),
            isRowHeader: true,
            cell: whoOf,
            value: whoOf,
          },
          {
            key: "recourse",
            header: t("fact.recourse"),
            cell: ({ recourse }) => t(recourse ? "recourse.with" : "recourse.without"),
            value: ({ recourse }) => t(recourse ? "recourse.with" : "recourse.without"),
          },
          {
            key: "net",
            header: t("fact.net"),
            numeric: true,
            cell: ({ net }) => amount(net, true),
            value: ({ net }) => values.amount(net, currency.index),
          },
          {
            key: "discount",
            header: t("fact.discount"),
            numeric: true,
            cell: ({ net }) => amount(face - net),
            value: ({ net }) => values.amount(face - net, currency.index),
          },
          {
            key: "cost",
            header: t("fact.cost"),
            numeric: true,
            cell: ({ yearlyCostPpm: cost }) => (cost === null ? "–" : format.percent(cost)),
            value: ({ yearlyCostPpm: cost }) => (cost === null ? null : values.percent(cost)),
          },
        ]}
      />
    </div>
  );
}
