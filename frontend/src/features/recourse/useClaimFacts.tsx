import { useDirectory } from "../../app/data/useDirectory.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { Amount } from "../../ui/Amount.tsx";
import type { Fact } from "../../ui/DescriptionList.tsx";
import { useText } from "./text.ts";
import type { RecourseLine } from "./useRecourse.ts";

/** A line in words, and how its claim adds up. */
export function useClaimFacts({ link, slice, receivable, claim }: RecourseLine): Fact[] {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const { nameOf } = useDirectory();
  const { start, end } = slice ?? link;
  const shown = (minor: bigint, strong = false) => <Amount strong={strong} text={money(minor, receivable.currency)} />;
  const figures: Fact[] = claim
    ? [
        { label: t("fact.recovered"), value: shown(claim.recovered) },
        { label: t("fact.penalty"), value: shown(claim.penalty) },
        { label: t("fact.amount"), value: shown(claim.amount, true) },
      ]
    : [];
  return [
    { label: t("table.seller"), value: nameOf(link.seller) },
    { label: t("table.bank"), value: nameOf(link.bank) },
    {
      label: t("fact.owed"),
      value: t("fact.owedText", { obligor: nameOf(receivable.obligor), day: format.day(receivable.dueDay) }),
    },
    { label: t("fact.face"), value: shown(end - start) },
    ...figures,
  ];
}
