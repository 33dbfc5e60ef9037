import { dayFromIso } from "../../domain/day-count.ts";
import { DomainError } from "../../domain/domain-error.ts";
import { differences, NUMBERS, type NumberName, type Parameters, SWITCHES, type SwitchName } from "./parameters.ts";

/** What was typed: whole numbers as text. */
export interface PolicyDraft {
  numbers: Readonly<Record<NumberName, string>>;
  switches: Readonly<Record<SwitchName, boolean>>;
  /** First day of the version as an ISO date; empty: at once when it is carried out. */
  effectiveDay: string;
}

type Problem =
  | "missing"
  | "malformed"
  | "outOfRange"
  | "softAboveHard"
  | "defaultBeforeGrace"
  | "tooEarly"
  | "notAfterLast";

export interface DraftProblems extends Partial<Record<NumberName, Problem>> {
  effectiveDay?: Problem;
  /** Nothing differs from the version in force. */
  unchanged?: true;
}

interface DraftContext {
  inForce: Parameters & { utcOffsetHours: number };
  /** Second in which the latest version begins. */
  latestFrom: bigint;
  /** First second in which the draft can be carried out: now and the notice. */
  earliest: bigint;
}

export interface NewPolicy {
  parameters: Parameters;
  /** Seconds; 0: at once when it is carried out. */
  effectiveFrom: number;
}

export function draftOf(parameters: Parameters): PolicyDraft {
  const numbers = Object.fromEntries(NUMBERS.map(({ name }) => [name, parameters[name].toString()]));
  const switches = Object.fromEntries(SWITCHES.map((name) => [name, parameters[name]]));
  return {
    numbers: numbers as PolicyDraft["numbers"],
    switches: switches as PolicyDraft["switches"],
    effectiveDay: "",
  };
}

/** Reads a draft as the ledger would (`_isSound` and the bounds of its fields in Rulebook.sol). */
export function readDraft(
  draft: PolicyDraft,
  context: DraftContext,
): { policy: NewPolicy } | { problems: DraftProblems } {
  const problems: DraftProblems = {};
  const values = new Map<NumberName, bigint>();
  for (const { name, least, most } of NUMBERS) {
    const read = readWhole(draft.numbers[name], least, most);
    if (typeof read === "bigint") values.set(name, read);
    else problems[name] = read;
  }
  const of = (name: NumberName) => values.get(name) ?? null;
  if (isAbove(of("tenorSoftDays"), of("tenorHardDays"))) problems.tenorSoftDays = "softAboveHard";
  if (isAbove(of("graceDays"), of("defaultDays"))) problems.defaultDays = "defaultBeforeGrace";
  const effective = readEffective(draft.effectiveDay, context);
  if (typeof effective !== "number") problems.effectiveDay = effective;
  if (Object.keys(problems).length > 0 || typeof effective !== "number") return { problems };
  const parameters = parametersOf(values, draft.switches);
  return differences(parameters, context.inForce).length === 0
    ? { problems: { unchanged: true } }
    : { policy: { parameters, effectiveFrom: effective } };
}

function isAbove(a: bigint | null, b: bigint | null): boolean {
  return a !== null && b !== null && a > b;
}

function readWhole(text: string, least: bigint, most: bigint): bigint | Problem {
  const plain = text.trim().replace("−", "-");
  if (plain === "") return "missing";
  if (!/^-?\d{1,15}$/.test(plain)) return "malformed";
  const value = BigInt(plain);
  return value < least || value > most ? "outOfRange" : value;
}

/** The first second of the day, in the zone of the version in force. */
function readEffective(iso: string, { inForce, latestFrom, earliest }: DraftContext): number | Problem {
  if (iso === "") return 0;
  try {
    const second = BigInt(dayFromIso(iso)) * 86_400n - BigInt(inForce.utcOffsetHours) * 3_600n;
    if (second < earliest) return "tooEarly";
    return second <= latestFrom ? "notAfterLast" : Number(second);
  } catch (error) {
    if (error instanceof DomainError) return "malformed";
    throw error;
  }
}

function parametersOf(values: ReadonlyMap<NumberName, bigint>, switches: PolicyDraft["switches"]): Parameters {
  const small = (name: NumberName) => Number(values.get(name));
  const large = (name: NumberName) => values.get(name) ?? 0n;
  return {
    tenorSoftDays: small("tenorSoftDays"),
    tenorHardDays: small("tenorHardDays"),
    maxHops: small("maxHops"),
    minSlice: large("minSlice"),
    maxSlices: small("maxSlices"),
    graceDays: small("graceDays"),
    defaultDays: small("defaultDays"),
    penaltyPpmPerDay: small("penaltyPpmPerDay"),
    utcOffsetHours: small("utcOffsetHours"),
    contractAbove: large("contractAbove"),
    ...switches,
  };
}
