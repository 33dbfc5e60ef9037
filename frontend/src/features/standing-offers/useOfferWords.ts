import { useDirectory } from "../../app/data/useDirectory.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { MAX_FACE_MINOR } from "../../domain/money.ts";
import type { RateTier } from "../../domain/standing-offer.ts";
import { useText } from "./useText.ts";

interface Faces {
  currency: number;
  smallestFace: bigint;
  largestFace: bigint;
}

/** An offer's lists and bounds in words. */
export function useOfferWords() {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const { nameOf } = useDirectory();
  return {
    names: (obligors: readonly string[]) => obligors.map(nameOf).join(t("words.and")),
    rates: (tiers: readonly RateTier[]) => tiers.map(({ ratePpm }) => format.percent(BigInt(ratePpm))).join(" / "),
    tier: ({ longestDays, ratePpm }: RateTier) =>
      t("words.tier", { rate: format.percent(BigInt(ratePpm)), count: longestDays }),
    faces: ({ currency, smallestFace, largestFace }: Faces) => {
      const smallest = money(smallestFace, currency);
      if (largestFace >= MAX_FACE_MINOR) return t("words.from", { smallest });
      return t("words.between", { smallest, largest: money(largestFace, currency) });
    },
    recourse: (withRecourse: boolean) => t(withRecourse ? "words.withRecourse" : "words.withoutRecourse"),
  };
}
