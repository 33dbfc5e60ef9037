import { useState } from "react";
import type { Address, Hex } from "viem";
import { type PaperKind, typedDataOf, writePaper } from "../../domain/signed-paper.ts";
import { tokenToMinor } from "../../domain/token-to-minor.ts";
import { Callout } from "../../ui/Callout.tsx";
import type { Fact } from "../../ui/DescriptionList.tsx";
import type { Currency } from "../deployment/deployment.ts";
import { useDeployment } from "../deployment/useDeployment.ts";
import { useMoney } from "../deployment/useMoney.ts";
import { useApproveStep, useSpendable } from "../transaction/useApproveStep.ts";
import { Handover } from "./Handover.tsx";
import { SignReview } from "./SignReview.tsx";
import type { PickedSlice } from "./SlicePicker.tsx";
import { useText } from "./text.ts";
import type { PaperBasics } from "./useMyPapers.ts";
import { useSeries } from "./usePaperTruth.ts";
import { useSliceText } from "./useSliceText.ts";

interface SignPaperProps<Message> {
  kind: PaperKind;
  bank: Address;
  desk: Address;
  slice: PickedSlice;
  currency: Currency;
  /** What the bank would pay, in minor units. */
  cash: bigint;
  /** What the desk must be allowed to take for this paper and all else that it serves, in units of the token; undefined while it is read. */
  needed: bigint | undefined;
  messageIn: (series: bigint) => Message;
  factsOf: (message: Message) => Fact[];
  /** Given the text of the paper's file. */
  onSigned: (text: string) => void;
  onClose: () => void;
}

/** A paper before the bank signs it, with the permission for its cash; then how it gets to the holder. */
export function SignPaper<Message extends PaperBasics>(props: SignPaperProps<Message>) {
  const series = useSeries(props.kind.kind, props.bank);
  const spendable = useSpendable(props.currency, props.desk);
  const { needed } = props;
  if (series === undefined || !spendable || needed === undefined) return null;
  return <Review {...props} series={series} spendable={spendable} needed={needed} />;
}

interface ReviewProps<Message> extends SignPaperProps<Message> {
  series: bigint;
  /** In units of the token. */
  spendable: { balance: bigint; allowance: bigint };
  needed: bigint;
}

function Review<Message extends PaperBasics>(props: ReviewProps<Message>) {
  const { desk, slice, currency, spendable } = props;
  const { kind } = props.kind;
  const t = useText();
  const money = useMoney();
  const sliceText = useSliceText();
  const { chainId } = useDeployment();
  const [text, setText] = useState<string | null>(null);
  // As they were when the review opened: the steps must not change while they are signed.
  const [message] = useState(() => props.messageIn(props.series));
  const [amount] = useState(props.needed);
  const approve = useApproveStep({ currency, spender: desk, amount }, spendable.allowance, t(`${kind}.sign.approve`));
  const keep = (signature: Hex) => {
    const written = writePaper(props.kind, { chainId, desk, message, signature });
    setText(written);
    props.onSigned(written);
  };
  return (
    <SignReview
      title={t(`${kind}.sign.title`)}
      facts={props.factsOf(message)}
      confirmLabel={t(`${kind}.sign.confirm`)}
      before={approve}
      typedData={typedDataOf(props.kind, { chainId, desk }, message)}
      onSigned={keep}
      onClose={props.onClose}
      outcome={
        text !== null && (
          <div className="grid gap-2">
            <p className="font-semibold">{t("sign.done")}</p>
            <Handover kind={kind} slice={message.id} text={text} about={sliceText(slice)} />
          </div>
        )
      }
    >
      <p>{t(`${kind}.sign.effect`)}</p>
      {approve.length > 0 && (
        <Callout>
          {t(`${kind}.sign.approveWhy`, { amount: money(tokenToMinor(amount, currency), currency.index) })}
        </Callout>
      )}
      {tokenToMinor(spendable.balance, currency) < props.cash && (
        <Callout tone="warning">{t(`${kind}.sign.lowCash`)}</Callout>
      )}
    </SignReview>
  );
}
