import { type ReactNode, useState } from "react";
import type { Address } from "viem";
import type { Paper, PaperKind } from "../../domain/signed-paper.ts";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { Card } from "../../ui/Card.tsx";
import { DescriptionList, type Fact } from "../../ui/DescriptionList.tsx";
import { Loaded } from "../data/Loaded.tsx";
import { useDirectory } from "../data/useDirectory.ts";
import type { LedgerClock } from "../data/useLedgerClock.ts";
import type { ContractCall } from "../transaction/action.ts";
import { PaperVerdict } from "./PaperVerdict.tsx";
import { useText } from "./text.ts";
import type { PaperBasics } from "./useMyPapers.ts";
import { type PaperCheck, usePaperCheck } from "./usePaperCheck.ts";
import { digestOf } from "./usePapers.ts";

interface PaperForMeProps {
  kind: PaperKind;
  paper: Paper<PaperBasics & { limited: boolean }>;
  bank: Address;
  /** What the bank would pay, in minor units. */
  cash: bigint;
  account: Address;
  clock: LedgerClock;
  desk: Address;
  /** It takes the paper. */
  call: ContractCall;
  /** What came of the papers taken so far, by their digests. */
  taken: readonly { digest: string }[];
  factsOf: (check: PaperCheck) => Fact[];
  /** What else helps to decide, shown while the paper can be taken. */
  besides?: (check: PaperCheck) => ReactNode;
  review: (check: PaperCheck, onClose: () => void) => ReactNode;
}

/** A bank's paper as its reader sees it: what it says, whether it holds, and the way to take it. */
export function PaperForMe(props: PaperForMeProps) {
  const { kind, paper, bank, cash, account, clock, desk, call } = props;
  const t = useText();
  const { message, signature } = paper;
  const check = usePaperCheck({ ...message, bank, cash, signature }, account, clock, desk, call);
  return (
    <Loaded query={check}>
      {(found) =>
        found ? (
          <Checked {...props} check={found} />
        ) : (
          <Callout tone="danger">{t(`${kind.kind}.forMe.unknownSlice`)}</Callout>
        )
      }
    </Loaded>
  );
}

function Checked({ check, ...props }: PaperForMeProps & { check: PaperCheck }) {
  const { paper, bank, clock } = props;
  const { kind } = props.kind;
  const t = useText();
  const { nameOf } = useDirectory();
  // What is being taken is kept: its receipt is still read when the slice is the bank's, or locked.
  const [chosen, setChosen] = useState<PaperCheck | null>(null);
  const digest = digestOf(props.kind, paper).toLowerCase();
  const isTaken = props.taken.some((each) => each.digest.toLowerCase() === digest);
  const holds = check.flaws.length === 0 && check.refusal === null && !isTaken;
  const { utcOffsetHours } = clock.policy;
  return (
    <Card className="grid gap-4">
      <h3 className="font-semibold">{t(`${kind}.forMe.from`, { bank: nameOf(bank) })}</h3>
      {isTaken ? (
        <Callout tone="positive">{t(`${kind}.forMe.taken`)}</Callout>
      ) : (
        <PaperVerdict check={check} bank={bank} expiresAt={paper.message.expiresAt} utcOffsetHours={utcOffsetHours} />
      )}
      <DescriptionList facts={props.factsOf(check)} />
      {holds && props.besides?.(check)}
      {holds && (
        <Button variant="primary" className="justify-self-end" onClick={() => setChosen(check)}>
          {t(`${kind}.forMe.take`)}
        </Button>
      )}
      {chosen && props.review(chosen, () => setChosen(null))}
    </Card>
  );
}
