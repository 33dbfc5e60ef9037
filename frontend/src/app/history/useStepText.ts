import { useDirectory } from "../data/useDirectory.ts";
import { useDeployment } from "../deployment/useDeployment.ts";
import { useFormat } from "../i18n/useFormat.ts";
import { failureOfRevert } from "../transaction/failureOf.ts";
import { useFailureText } from "../transaction/useFailureText.ts";
import { describeStep, type Step } from "./describeStep.ts";
import en from "./messages.en.json";
import { rangeText } from "./rangeText.ts";
import { useActorName } from "./useActorName.ts";
import { useHistoryText } from "./useHistoryText.ts";

/**
 * Says a step of the history in the reader's words.
 * @param utcOffsetHours Of the policy: the zone in which times are told.
 */
export function useStepText(utcOffsetHours: number): (step: Step, currencyIndex: number) => string {
  const t = useHistoryText();
  const format = useFormat();
  const name = useActorName();
  const failureText = useFailureText();
  const { byIdentity } = useDirectory();
  const { currencies } = useDeployment();
  const organisationName = (identity: string) => name(byIdentity(identity)?.account ?? identity);
  return (step, currencyIndex) => {
    const amount = (minor: bigint, index = currencyIndex) => {
      const currency = currencies.find((candidate) => candidate.index === index);
      return currency ? format.amount(minor, currency.code) : format.count(minor);
    };
    const { kind, reason, values } = describeStep(step, {
      name,
      list: (items) => new Intl.ListFormat(format.locale, { type: "conjunction" }).format(items),
      amount,
      range: (start, end) => rangeText(start, end, format.count),
      day: format.day,
      time: (timestamp) => format.time(timestamp, utcOffsetHours),
      percent: format.percent,
      organisation: (identity) => organisationName(identity),
      refusal: (data) => failureText(failureOfRevert(data)).advice,
      document: (kind) => (isIn(en.document, kind) ? t(`document.${kind}`) : kind),
      order: (code) => t(isIn(en.order, code) ? `order.${code}` : "order.255"),
    });
    const told = isIn(en.reason, reason) ? t(`reason.${reason}`) : (reason ?? "");
    return isIn(en.step, kind)
      ? t(`step.${kind}`, { ...values, reason: told })
      : t("step.unknown", { ...values, kind });
  };
}

function isIn<Texts extends object>(texts: Texts, key: string | undefined): key is keyof Texts & string {
  return key !== undefined && key in texts;
}
