import type { PolicyVersion } from "../../app/data/queries/policy.ts";
import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { useLanguage } from "../../app/i18n/useLanguage.ts";
import { capitalAmount } from "../../domain/capital-amount.ts";
import { Copyable } from "../../ui/Copyable.tsx";
import type { Fact } from "../../ui/DescriptionList.tsx";
import { Party } from "../../ui/Party.tsx";
import { useText } from "./useText.ts";

/** What confirming promises, in words. */
export function useUndertaking(receivable: ReceivableRow, policy: PolicyVersion): Fact[] {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const language = useLanguage();
  const { currencies } = useDeployment();
  const { findName } = useDirectory();
  const { face, currency, creditor, documentRoot } = receivable;
  const isRenminbi = currencies.find(({ index }) => index === currency)?.code === "CNY";
  const amount = money(face, currency);
  const words = { label: t("confirm.inWords"), value: capitalAmount(face) };
  const rules = {
    version: policy.version,
    grace: policy.graceDays,
    penalty: format.percent(BigInt(policy.penaltyPpmPerDay)),
  };
  return [
    { label: t("confirm.promise"), value: t("confirm.promiseText", { amount, day: format.day(receivable.dueDay) }) },
    ...(isRenminbi && language === "zh-CN" ? [words] : []),
    { label: t("confirm.creditor"), value: <Party name={findName(creditor)} address={creditor} /> },
    { label: t("confirm.policy"), value: t("confirm.policyText", rules) },
    { label: t("confirm.document"), value: <Copyable value={documentRoot} shown={`${documentRoot.slice(0, 14)}…`} /> },
  ];
}
