import { useDirectory } from "../../app/data/useDirectory.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import type { Misfit } from "../../app/financing/offer-fit.ts";
import type { FittedOffer } from "../../app/financing/useStandingFits.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { useText } from "./text.ts";

interface MisfitListProps {
  fits: readonly FittedOffer[];
  currency: number;
  clock: LedgerClock;
}

/** Offers for the same obligor that can't be taken, each with every condition that fails. */
export function MisfitList({ fits, currency, clock }: MisfitListProps) {
  const t = useText();
  const format = useFormat();
  const { nameOf } = useDirectory();
  const misfitText = useMisfitText(currency, clock);
  if (fits.length === 0) return null;
  return (
    <details className="card px-4 py-3">
      <summary className="cursor-pointer font-medium">{t("misfits.title", { count: fits.length })}</summary>
      <ul className="mt-2 grid gap-2">
        {fits.map(({ offer, misfits }) => (
          <li key={String(offer.id)}>
            <p>
              {t("misfits.offer", {
                bank: nameOf(offer.bank),
                rate: offer.tiers.map(({ ratePpm }) => format.percent(BigInt(ratePpm))).join(" / "),
                id: String(offer.id),
              })}
            </p>
            <ul className="ms-4 list-disc text-sm text-muted">
              {misfits.map((misfit) => (
                <li key={misfit.reason}>{misfitText(misfit)}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  );
}

function useMisfitText(currency: number, clock: LedgerClock): (misfit: Misfit) => string {
  const t = useText();
  const format = useFormat();
  const money = useMoney();
  return (misfit) => {
    switch (misfit.reason) {
      case "expired":
        return t("misfits.expired", { at: format.time(misfit.expiresAt, clock.policy.utcOffsetHours) });
      case "notStarted":
        return t("misfits.notStarted", { at: format.time(misfit.startsAt, clock.policy.utcOffsetHours) });
      case "cash":
        return t("misfits.cash", { net: money(misfit.net, currency) });
      case "tenor":
        return t("misfits.tenor", { days: misfit.days, longest: misfit.longest });
      case "tooSmall":
        return t("misfits.tooSmall", { smallest: money(misfit.smallest, currency) });
      case "tooLarge":
        return t("misfits.tooLarge", { largest: money(misfit.largest, currency) });
      case "limit":
      case "sellerLimit":
      case "exposure":
        return t(`misfits.${misfit.reason}`, { left: money(misfit.left, currency) });
      default:
        return t(`misfits.${misfit.reason}`);
    }
  };
}
