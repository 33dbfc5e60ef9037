import { useState } from "react";
import type { Address } from "viem";
import { Loaded } from "../../app/data/Loaded.tsx";
import { useSlicesOf } from "../../app/data/queries/slices.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useSliceText } from "../../app/financing/useSliceText.ts";
import { sliceState } from "../../domain/slice-state.ts";
import { Card } from "../../ui/Card.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Section } from "../../ui/Section.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { RequestForm } from "./RequestForm.tsx";
import { useText } from "./text.ts";

/** How a holder asks a bank for a price of one slice. Nothing is stored: the link or file goes by mail or message. */
export function AskForQuote({ account, clock, isBank }: { account: Address; clock: LedgerClock; isBank: boolean }) {
  const t = useText();
  const sliceText = useSliceText();
  const slices = useSlicesOf(account);
  const [chosen, setChosen] = useState("");
  // A bank asks for quotes only when it has something to sell on.
  if (isBank && slices.data?.length === 0) return null;
  return (
    <Section title={t("ask.title")} description={t("ask.hint")}>
      <Loaded query={slices}>
        {(held) => {
          const free = held.filter((slice) => sliceState(slice, slice.receivable, null, clock) === "free");
          const slice = free.find(({ id }) => id === chosen);
          if (free.length === 0) return <EmptyState title={t("ask.empty")}>{t("ask.emptyHint")}</EmptyState>;
          return (
            <Card className="grid gap-4">
              <SelectField
                className="max-w-2xl"
                label={t("ask.slice")}
                placeholder={t("ask.choose")}
                value={slice?.id ?? ""}
                options={free.map((each) => ({ value: each.id, label: sliceText(each) }))}
                onChange={(event) => setChosen(event.target.value)}
              />
              {slice && <RequestForm slice={slice} clock={clock} />}
            </Card>
          );
        }}
      </Loaded>
    </Section>
  );
}
