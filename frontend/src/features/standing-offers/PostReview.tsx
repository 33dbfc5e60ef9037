import { Loaded } from "../../app/data/Loaded.tsx";
import { type CashPosition, useCash } from "../../app/data/queries/cash.ts";
import type { StandingOfferRow } from "../../app/data/queries/offers.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import type { Currency } from "../../app/deployment/deployment.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { useMe } from "../../app/session/useMe.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { offerTerms } from "../../app/transaction/offerTerms.ts";
import { uint48 } from "../../app/transaction/uint48.ts";
import { dayOf } from "../../domain/day-count.ts";
import { allowanceFor } from "../../domain/offer-allowance.ts";
import { tokenToMinor } from "../../domain/token-to-minor.ts";
import { discountDeskAbi } from "../../generated/contracts.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Callout } from "../../ui/Callout.tsx";
import type { Fact } from "../../ui/DescriptionList.tsx";
import type { NewOffer } from "./offer-form.ts";
import { useAllowanceStep } from "./useAllowanceStep.ts";
import { useOfferWords } from "./useOfferWords.ts";
import { useText } from "./useText.ts";

interface PostReviewProps {
  offer: NewOffer;
  currency: Currency;
  posted: readonly StandingOfferRow[];
  clock: LedgerClock;
  onPosted: () => void;
  onClose: () => void;
}

export function PostReview(props: PostReviewProps) {
  const { account } = useMe();
  const cash = useCash(account);
  return (
    <Loaded query={cash}>
      {(positions) => {
        const position = positions.find(({ currency }) => currency.index === props.currency.index);
        return position && <Review {...props} position={position} />;
      }}
    </Loaded>
  );
}

function Review({ position, ...props }: PostReviewProps & { position: CashPosition }) {
  const { offer, currency, posted, clock, onPosted, onClose } = props;
  const t = useText();
  const { addresses } = useDeployment();
  const words = useOfferWords();
  const { terms, limit } = offer;
  const needed = allowanceFor({ id: null, left: limit }, posted, currency, clock.timestamp);
  const { steps, explanation, before } = useAllowanceStep(needed, position);
  const post = contractCall({
    address: addresses.discountDesk,
    abi: discountDeskAbi,
    functionName: "postOffer",
    args: [offerTerms(terms), uint48(limit)],
  });
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("post.title")}
      facts={usePostFacts(offer, before, clock)}
      confirmLabel={t("post.post")}
      steps={[...steps, { name: t("post.post"), call: post }]}
      onConfirmed={onPosted}
      outcome={() => t("post.done", { obligors: words.names(terms.obligors) })}
    >
      <p>{t("post.effect")}</p>
      {explanation && <Callout>{explanation}</Callout>}
      {terms.limited && <Callout>{t("post.limitedWhy")}</Callout>}
      {tokenToMinor(before.balance, currency) < limit && <Callout tone="warning">{t("post.lowCash")}</Callout>}
    </ActionReview>
  );
}

function usePostFacts(
  { terms, limit }: NewOffer,
  { currency, balance, discountAllowance }: CashPosition,
  clock: LedgerClock,
): Fact[] {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const words = useOfferWords();
  const amount = (minor: bigint) => money(minor, currency.index);
  const day = format.day(dayOf(terms.expiresAt, clock.policy.utcOffsetHours));
  const perSeller = terms.sellerLimit === 0n ? t("words.noSellerLimit") : amount(terms.sellerLimit);
  return [
    { label: t("post.buy"), value: t("post.buyText", { obligors: words.names(terms.obligors), limit: amount(limit) }) },
    {
      label: t("post.rates"),
      value: terms.tiers.map((tier) => <div key={tier.longestDays}>{words.tier(tier)}</div>),
    },
    { label: t("post.days"), value: t(`dayCount.${terms.dayCount}`, { year: terms.dayBase }) },
    { label: t("post.faces"), value: words.faces(terms) },
    { label: t("post.perSeller"), value: perSeller },
    { label: t("post.recourse"), value: words.recourse(terms.withRecourse) },
    { label: t("post.until"), value: t("post.untilText", { day }) },
    { label: t("post.balance"), value: <Amount text={amount(tokenToMinor(balance, currency))} /> },
    { label: t("post.allowed"), value: <Amount text={amount(tokenToMinor(discountAllowance, currency))} /> },
  ];
}
