import { useDirectory } from "../../app/data/useDirectory.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { dayFromIso } from "../../domain/day-count.ts";
import { parseRate } from "../../domain/rate.ts";
import { Callout } from "../../ui/Callout.tsx";
import type { QuoteRequest } from "./quote-request.ts";
import { useText } from "./text.ts";

/** What the holder of a slice has asked for. @param request As it was read, so its rate and day are sound. */
export function Wish({ request: { most, until }, holder }: { request: QuoteRequest; holder: string }) {
  const t = useText();
  const format = useFormat();
  const { nameOf } = useDirectory();
  if (most === null && until === null) return null;
  const wishes = [
    ...(most === null ? [] : [t("wish.most", { rate: format.percent(parseRate(most)) })]),
    ...(until === null ? [] : [t("wish.until", { day: format.day(dayFromIso(until)) })]),
  ];
  return (
    <Callout tone="accent" title={t("wish.title", { holder: nameOf(holder) })}>
      {wishes.join(t("wish.and"))}
    </Callout>
  );
}
