import { useFormat } from "../../app/i18n/useFormat.ts";
import { NUMBERS, type ParameterName, type Parameters } from "./parameters.ts";
import { useText } from "./text.ts";

/** Writes a parameter's value with its unit. */
export function useParameterWords(): (name: ParameterName, parameters: Parameters) => string {
  const t = useText();
  const format = useFormat();
  return (name, parameters) => {
    const value = parameters[name];
    if (typeof value === "boolean") return t(value ? "switch.on" : "switch.off");
    if (name === "contractAbove" && value === 0n) return t("parameter.contractAbove.never");
    const unit = NUMBERS.find((parameter) => parameter.name === name)?.unit ?? "minorUnits";
    if (unit === "hours") return `UTC${Number(value) < 0 ? "−" : "+"}${Math.abs(Number(value))}`;
    if (unit === "ppmADay")
      return t("unit.ppmADay", { value: format.count(value), percent: format.percent(BigInt(value)) });
    return t(`unit.${unit}`, { value: format.count(value), count: Number(value) });
  };
}
