import { type ReactNode, useState } from "react";
import { type Address, getAddress } from "viem";
import { ROLE_BITS } from "../../domain/roles.ts";
import { sliceState } from "../../domain/slice-state.ts";
import { Callout } from "../../ui/Callout.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { Loaded } from "../data/Loaded.tsx";
import { type Participant, useParticipants } from "../data/queries/participants.ts";
import { type SliceRow, useSlicesById, useSlicesOf, type WithReceivable } from "../data/queries/slices.ts";
import { useDirectory } from "../data/useDirectory.ts";
import type { LedgerClock } from "../data/useLedgerClock.ts";
import { useText } from "./text.ts";
import { useSliceText } from "./useSliceText.ts";

export type PickedSlice = WithReceivable<SliceRow>;

interface SlicePickerProps {
  /** Who looks for a slice: not one of its own. */
  me: Address;
  clock: LedgerClock;
  /** A slice that a link asks for. */
  wanted: string | undefined;
  /** What is done with the slice, once there is one. */
  children: (slice: PickedSlice) => ReactNode;
}

/** Any free slice of another company: whose, then which. A link may have chosen it already. */
export function SlicePicker(props: SlicePickerProps) {
  const asked = useSlicesById(props.wanted ? [props.wanted] : []);
  const participants = useParticipants();
  return (
    <Loaded query={asked}>
      {([slice]) => (
        <Loaded query={participants}>{(known) => <Holder {...props} asked={slice} participants={known} />}</Loaded>
      )}
    </Loaded>
  );
}

interface HolderProps extends SlicePickerProps {
  asked: PickedSlice | undefined;
  participants: readonly Participant[];
}

function Holder({ me, clock, wanted, asked, participants, children }: HolderProps) {
  const t = useText();
  const [holder, setHolder] = useState<string>(() => (asked ? getAddress(asked.holder) : ""));
  const holders = useHolders(participants, me);
  return (
    <div className="grid gap-5">
      {wanted && !asked && <Callout tone="warning">{t("picker.unknown")}</Callout>}
      <SelectField
        className="max-w-2xl"
        label={t("picker.holder")}
        placeholder={t("picker.chooseHolder")}
        hint={t("picker.holderHint")}
        value={holder}
        options={holders}
        onChange={(event) => setHolder(event.target.value)}
      />
      {holder !== "" && (
        <SliceOf key={holder} holder={getAddress(holder)} clock={clock} wanted={asked?.id}>
          {children}
        </SliceOf>
      )}
    </div>
  );
}

interface SliceOfProps extends Pick<SlicePickerProps, "clock" | "wanted" | "children"> {
  holder: Address;
}

function SliceOf({ holder, clock, wanted, children }: SliceOfProps) {
  const t = useText();
  const sliceText = useSliceText();
  const slices = useSlicesOf(holder);
  const [chosen, setChosen] = useState(wanted ?? "");
  return (
    <Loaded query={slices}>
      {(held) => {
        const free = held.filter((slice) => sliceState(slice, slice.receivable, null, clock) === "free");
        const slice = free.find(({ id }) => id === chosen);
        if (free.length === 0) return <EmptyState title={t("picker.none")}>{t("picker.noneHint")}</EmptyState>;
        return (
          <>
            <SelectField
              className="max-w-2xl"
              label={t("picker.slice")}
              placeholder={t("picker.chooseSlice")}
              value={slice?.id ?? ""}
              options={free.map((each) => ({ value: each.id, label: sliceText(each) }))}
              onChange={(event) => setChosen(event.target.value)}
            />
            {chosen !== "" && !slice && <Callout tone="warning">{t("picker.notFree")}</Callout>}
            {slice && children(slice)}
          </>
        );
      }}
    </Loaded>
  );
}

const HOLDING_ROLES = ROLE_BITS.supplier | ROLE_BITS.bank;

function useHolders(participants: readonly Participant[], me: string): { value: string; label: string }[] {
  const { nameOf } = useDirectory();
  return participants
    .filter(({ account, roles, suspended, replaced }) => {
      const mayHold = (roles & HOLDING_ROLES) !== 0 && !suspended && !replaced;
      return mayHold && account.toLowerCase() !== me.toLowerCase();
    })
    .map(({ account }) => ({ value: getAddress(account), label: nameOf(account) }))
    .sort((a, b) => a.label.localeCompare(b.label));
}
