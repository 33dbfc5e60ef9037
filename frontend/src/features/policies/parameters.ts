import type { PolicyVersion } from "../../app/data/queries/policy.ts";

/** A whole number of a policy, with the bounds of its field in the ledger's word (IRulebook.sol). */
interface NumberParameter {
  name:
    | "tenorSoftDays"
    | "tenorHardDays"
    | "maxHops"
    | "minSlice"
    | "maxSlices"
    | "graceDays"
    | "defaultDays"
    | "penaltyPpmPerDay"
    | "utcOffsetHours"
    | "contractAbove";
  unit: "days" | "payments" | "minorUnits" | "slices" | "ppmADay" | "hours";
  least: bigint;
  most: bigint;
}

export type NumberName = NumberParameter["name"];
export type SwitchName = "requireRegistry" | "stopIssuance" | "consentAllowed";
export type ParameterName = NumberName | SwitchName;

/** The parameters of one version, without when and why it was added. */
export type Parameters = Pick<PolicyVersion, ParameterName>;

const bits = (count: bigint) => (1n << count) - 1n;

export const NUMBERS: readonly NumberParameter[] = [
  { name: "tenorSoftDays", unit: "days", least: 0n, most: bits(16n) },
  { name: "tenorHardDays", unit: "days", least: 1n, most: bits(16n) },
  { name: "maxHops", unit: "payments", least: 0n, most: bits(8n) },
  { name: "minSlice", unit: "minorUnits", least: 1n, most: bits(24n) },
  { name: "maxSlices", unit: "slices", least: 1n, most: bits(16n) },
  { name: "graceDays", unit: "days", least: 0n, most: bits(8n) },
  { name: "defaultDays", unit: "days", least: 0n, most: bits(8n) },
  { name: "penaltyPpmPerDay", unit: "ppmADay", least: 0n, most: bits(24n) },
  { name: "utcOffsetHours", unit: "hours", least: -12n, most: 14n },
  { name: "contractAbove", unit: "minorUnits", least: 0n, most: bits(40n) },
];

export const SWITCHES: readonly SwitchName[] = ["requireRegistry", "stopIssuance", "consentAllowed"];

/** In the order in which they are read. */
export const PARAMETERS: readonly ParameterName[] = [...NUMBERS.map(({ name }) => name), ...SWITCHES];

/** The parameters in which two versions differ. */
export function differences(a: Parameters, b: Parameters): ParameterName[] {
  return PARAMETERS.filter((name) => a[name] !== b[name]);
}
