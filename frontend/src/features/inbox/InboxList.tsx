import { Link } from "@tanstack/react-router";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Section } from "../../ui/Section.tsx";
import { StatusPill } from "../../ui/StatusPill.tsx";
import type { Tone } from "../../ui/tone.ts";
import { ItemAction, leadsToReceivable } from "./ItemAction.tsx";
import { type InboxItem, URGENCIES, type Urgency } from "./items.ts";
import en from "./messages.en.json";
import { useText } from "./useText.ts";

const TONES: Readonly<Record<Urgency, Tone>> = { late: "danger", today: "warning", act: "accent", watch: "neutral" };

/** Everything that waits, under a heading for each urgency. */
export function InboxList({ items }: { items: readonly InboxItem[] }) {
  const t = useText();
  const groups = URGENCIES.map((urgency) => ({ urgency, group: items.filter((item) => item.urgency === urgency) }));
  return groups
    .filter(({ group }) => group.length > 0)
    .map(({ urgency, group }) => (
      <Section
        key={urgency}
        title={t(`urgency.${urgency}`)}
        actions={<StatusPill tone={TONES[urgency]}>{group.length}</StatusPill>}
      >
        <ul className="card divide-y divide-line">
          {group.map((item) => (
            <Item key={item.key} item={item} />
          ))}
        </ul>
      </Section>
    ));
}

function Item({ item }: { item: InboxItem }) {
  const t = useText();
  const format = useFormat();
  const { nameOf } = useDirectory();
  const { kind, party, day, receivableId, refusalReason } = item;
  const reason = t(`reason.${knownReason(refusalReason)}`);
  const title = t(`item.${kind}.title`, { party: party === null ? t("several") : nameOf(party), reason });
  return (
    <li data-kind={kind} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-60 flex-1">
        <p className="font-medium">{title}</p>
        <p className="text-sm text-muted">
          {day !== null && t(`item.${kind}.day`, { day: format.day(day) })}
          {receivableId !== null && !leadsToReceivable(kind) && (
            <>
              {" · "}
              <Link
                to="/receivables/$id"
                params={{ id: receivableId }}
                aria-label={`${t("why")} ${title}`}
                className="underline"
              >
                {t("why")}
              </Link>
            </>
          )}
        </p>
      </div>
      <ItemMoney item={item} />
      <ItemAction item={item} name={title} />
    </li>
  );
}

function ItemMoney({ item: { kind, money } }: { item: InboxItem }) {
  const t = useText();
  const format = useMoney();
  if (!money) return null;
  const amount = format(money.amount, money.currency);
  const isOffer = kind === "offerExpiring" || kind === "offerUsedUp";
  return <Amount strong text={isOffer ? t("left", { amount }) : amount} />;
}

type Reason = keyof typeof en.reason;

function knownReason(code: number | null): Reason {
  const isKnown = (text: string): text is Reason => text in en.reason;
  const text = String(code);
  return isKnown(text) ? text : "none";
}
