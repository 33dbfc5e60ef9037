import { useFormat } from "../../app/i18n/useFormat.ts";
import { useText } from "./useText.ts";

interface Tier {
  longestDays: number;
  ratePpm: number;
}

/** A sliding scale in words. */
export function useProgrammeWords() {
  const t = useText();
  const format = useFormat();
  const tier = ({ longestDays, ratePpm }: Tier) =>
    t("words.tier", { rate: format.percent(BigInt(ratePpm)), count: longestDays });
  return {
    tier,
    rates: (tiers: readonly Tier[]) => tiers.map(({ ratePpm }) => format.percent(BigInt(ratePpm))).join(" / "),
    scale: (tiers: readonly Tier[]) => tiers.map(tier).join("; "),
  };
}
