import { useState } from "react";
import { Loaded } from "../../app/data/Loaded.tsx";
import { type CashPosition, useCash } from "../../app/data/queries/cash.ts";
import type { StandingOfferRow } from "../../app/data/queries/offers.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { AmountDialog } from "../../app/forms/AmountDialog.tsx";
import { useMe } from "../../app/session/useMe.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { uint48 } from "../../app/transaction/uint48.ts";
import { allowanceFor } from "../../domain/offer-allowance.ts";
import { discountDeskAbi } from "../../generated/contracts.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { readRaisedLimit } from "./offer-form.ts";
import { useAllowanceStep } from "./useAllowanceStep.ts";
import { useOfferWords } from "./useOfferWords.ts";
import { useText } from "./useText.ts";

interface RaiseEditorProps {
  offer: StandingOfferRow;
  posted: readonly StandingOfferRow[];
  clock: LedgerClock;
  onClose: () => void;
}

/** A higher limit for an offer: typed, then reviewed and signed. */
export function RaiseEditor(props: RaiseEditorProps) {
  const { offer, onClose } = props;
  const t = useText();
  const money = useMoney();
  const { account } = useMe();
  const cash = useCash(account);
  return (
    <AmountDialog
      title={t("raise.title")}
      description={t("raise.hint", { limit: money(offer.limit, offer.currency) })}
      label={t("raise.limit")}
      confirmLabel={t("raise.continue")}
      currency={offer.currency}
      read={(text, minorDigits) => readRaisedLimit(text, minorDigits, offer.limit)}
      problemText={(problem) => t(`problem.${problem}`)}
      onClose={onClose}
      review={(limit) => (
        <Loaded query={cash}>
          {(positions) => {
            const position = positions.find(({ currency }) => currency.index === offer.currency);
            return position && <Review {...props} limit={limit} position={position} />;
          }}
        </Loaded>
      )}
    />
  );
}

function Review({
  offer,
  posted,
  clock,
  limit,
  position,
  onClose,
}: RaiseEditorProps & { limit: bigint; position: CashPosition }) {
  const t = useText();
  const money = useMoney();
  const words = useOfferWords();
  const { addresses } = useDeployment();
  // As it was when the review opened: afterwards the offer has the new one.
  const [before] = useState(offer.limit);
  const left = limit - offer.used;
  const needed = allowanceFor({ id: offer.id, left }, posted, position.currency, clock.timestamp);
  const { steps, explanation } = useAllowanceStep(needed, position);
  const call = contractCall({
    address: addresses.discountDesk,
    abi: discountDeskAbi,
    functionName: "raiseOffer",
    args: [offer.id, uint48(limit)],
  });
  const told = { obligors: words.names(offer.obligors), rates: words.rates(offer.tiers) };
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("raise.title")}
      facts={[
        { label: t("act.offer"), value: t("act.offerText", told) },
        { label: t("raise.before"), value: <Amount text={money(before, offer.currency)} /> },
        { label: t("raise.limit"), value: <Amount strong text={money(limit, offer.currency)} /> },
      ]}
      confirmLabel={t("raise.confirm")}
      steps={[...steps, { name: t("raise.confirm"), call }]}
      outcome={() => t("raise.done")}
    >
      <p>{t("raise.effect")}</p>
      {explanation && <Callout>{explanation}</Callout>}
    </ActionReview>
  );
}
