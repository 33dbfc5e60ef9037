import { Link } from "@tanstack/react-router";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Section } from "../../ui/Section.tsx";
import { StatusPill } from "../../ui/StatusPill.tsx";
import type { Tone } from "../../ui/tone.ts";
import { ItemAction, leadsToReceivable } from "./ItemAction.tsx";
import type { Act } from "./ItemDialog.tsx";
import { type InboxItem, type ItemKind, URGENCIES, type Urgency } from "./item.ts";
import en from "./messages.en.json";
import { ACTION, MONEY, ROW, ROWS } from "./rows.ts";
import { useText } from "./useText.ts";

const TONES: Readonly<Record<Urgency, Tone>> = { late: "danger", today: "warning", act: "accent", watch: "neutral" };

interface InboxListProps {
  items: readonly InboxItem[];
  onAct: (act: Act) => void;
}

/** Everything that waits, under a heading for each urgency. */
export function InboxList({ items, onAct }: InboxListProps) {
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
        <ul className={ROWS}>
          {group.map((item) => (
            <Item key={item.key} item={item} onAct={onAct} />
          ))}
        </ul>
      </Section>
    ));
}

function Item({ item, onAct }: { item: InboxItem; onAct: InboxListProps["onAct"] }) {
  const t = useText();
  const format = useFormat();
  const { nameOf } = useDirectory();
  const { kind, party, obligor, day, nextDay, receivableId, refusalReason } = item;
  const reason = t(`reason.${knownReason(refusalReason)}`);
  const who = {
    party: party === null ? t("several") : nameOf(party),
    obligor: obligor === null ? "" : nameOf(obligor),
  };
  const title = t(`item.${kind}.title`, { ...who, reason });
  const days = { day: day === null ? "" : format.day(day), next: nextDay === null ? "" : format.day(nextDay) };
  return (
    <li data-kind={kind} className={ROW}>
      <div className="min-w-60 flex-1">
        <p className="font-medium">{title}</p>
        <p className="text-sm text-muted">
          {t(`item.${kind}.day`, days)}
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
      <span className={ACTION}>
        <ItemAction item={item} name={title} onAct={onAct} />
      </span>
    </li>
  );
}

/** Their amount is what is left of an offer. */
const LEFT_KINDS: ReadonlySet<ItemKind> = new Set([
  "offerExpiring",
  "offerUsedUp",
  "programmeExpiring",
  "programmeUsedUp",
]);

function ItemMoney({ item: { kind, money } }: { item: InboxItem }) {
  const t = useText();
  const format = useMoney();
  if (!money) return null;
  const amount = format(money.amount, money.currency);
  const isOffer = LEFT_KINDS.has(kind);
  return (
    <span className={MONEY}>
      <Amount strong text={isOffer ? t("left", { amount }) : amount} />
    </span>
  );
}

type Reason = keyof typeof en.reason;

function knownReason(code: number | null): Reason {
  const isKnown = (text: string): text is Reason => text in en.reason;
  const text = String(code);
  return isKnown(text) ? text : "none";
}
