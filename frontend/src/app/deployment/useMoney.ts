import { useCallback } from "react";
import { useFormat } from "../i18n/useFormat.ts";
import { useDeployment } from "./useDeployment.ts";

/** Writes minor units of a currency given by its index in the rulebook. */
export function useMoney(): (minor: bigint, currencyIndex: number) => string {
  const { currencies } = useDeployment();
  const format = useFormat();
  return useCallback(
    (minor, currencyIndex) => {
      const currency = currencies.find(({ index }) => index === currencyIndex);
      return currency ? format.amount(minor, currency.code) : format.count(minor);
    },
    [currencies, format],
  );
}
