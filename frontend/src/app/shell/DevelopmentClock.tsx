import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Clock } from "lucide-react";
import { type SubmitEvent, useId, useState } from "react";
import { useClient } from "wagmi";
import { dayFromIso, dayOf, isoFromDay } from "../../domain/day-count.ts";
import { Button } from "../../ui/Button.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { useToast } from "../../ui/Toast.tsx";
import { useDueDays } from "../data/queries/dueDays.ts";
import { useUtcOffset } from "../data/queries/policy.ts";
import { useChainHead } from "../data/useChainHead.ts";
import { useCommonText } from "../i18n/useCommonText.ts";
import { useFormat } from "../i18n/useFormat.ts";
import { morningOf, moveClock } from "./moveClock.ts";

/** Moves the local chain's time, so that due days can be tried. Only where the chain is a development node. */
export function DevelopmentClock() {
  const t = useCommonText();
  const format = useFormat();
  const headingId = useId();
  const client = useClient();
  const queries = useQueryClient();
  const toast = useToast();
  const utcOffsetHours = useUtcOffset();
  const { data: head } = useChainHead();
  const today = head && dayOf(head.timestamp, utcOffsetHours);
  const { data: dueDays } = useDueDays(today);
  const [date, setDate] = useState("");

  const move = useMutation({
    mutationFn: async (timestamp: bigint) => {
      if (!client) throw new Error(t("chain.unreachable"));
      await moveClock(client, timestamp);
    },
    onSuccess: (_, timestamp) => {
      toast({ tone: "positive", title: t("clock.moved"), detail: format.time(timestamp, utcOffsetHours) });
      void queries.invalidateQueries();
    },
    onError: (error) => toast({ tone: "danger", title: t("clock.failed"), detail: error.message }),
  });
  if (!head || today === undefined) return null;

  const moveToDay = (day: number) => move.mutate(morningOf(day, utcOffsetHours));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const day = dayFromIso(date);
    if (day > today) moveToDay(day);
    else toast({ tone: "warning", title: t("clock.past") });
  };
  return (
    <section
      aria-labelledby={headingId}
      className="grid gap-2 rounded-md border border-dashed border-line-strong bg-surface p-3 text-ink"
    >
      <h2 id={headingId} className="flex items-center gap-2 font-semibold">
        <Clock aria-hidden className="size-4" />
        {t("clock.title")}
      </h2>
      <p className="text-muted">
        {t("clock.now", { time: format.time(head.timestamp, utcOffsetHours) })} · {t("clock.hint")}
      </p>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <Button disabled={move.isPending} onClick={() => move.mutate(head.timestamp + 86_400n)}>
          {t("clock.nextDay")}
        </Button>
        <form onSubmit={submit} className="flex items-end gap-2">
          <DateField
            label={t("clock.toDate")}
            required
            min={isoFromDay(today + 1)}
            value={date}
            onChange={(event) => setDate(event.target.value)}
          />
          <Button type="submit" disabled={move.isPending}>
            {t("clock.move")}
          </Button>
        </form>
        {dueDays && dueDays.length > 0 && (
          <SelectField
            label={t("clock.toDueDay")}
            placeholder="—"
            value=""
            disabled={move.isPending}
            onChange={(event) => event.target.value && moveToDay(Number(event.target.value))}
            options={dueDays.map((day) => ({ value: String(day), label: format.day(day) }))}
          />
        )}
      </div>
    </section>
  );
}
