import { useState } from "react";
import { erc20Abi, getAddress, zeroAddress } from "viem";
import { Loaded } from "../../app/data/Loaded.tsx";
import { type CashPosition, useCash } from "../../app/data/queries/cash.ts";
import type { StandingOfferRow } from "../../app/data/queries/offers.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import type { Currency } from "../../app/deployment/deployment.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { useMe } from "../../app/session/useMe.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { uint48 } from "../../app/transaction/uint48.ts";
import { dayOf } from "../../domain/day-count.ts";
import { tokenToMinor } from "../../domain/token-to-minor.ts";
import { discountDeskAbi } from "../../generated/contracts.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Callout } from "../../ui/Callout.tsx";
import type { Fact } from "../../ui/DescriptionList.tsx";
import { allowanceFor } from "./allowance.ts";
import type { OfferTerms } from "./offer-form.ts";
import { useText } from "./useText.ts";

interface PostReviewProps {
  terms: OfferTerms;
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
  const { terms, currency, posted, clock, onPosted, onClose } = props;
  const t = useText();
  const money = useMoney();
  const { addresses } = useDeployment();
  const { nameOf } = useDirectory();
  // As it was when the review opened: the steps must not change while they are signed.
  const [needed] = useState(() => allowanceFor(terms.limit, posted, currency, clock.timestamp));
  const [before] = useState(position);
  const mustApprove = before.discountAllowance < needed;
  const allowed = money(tokenToMinor(needed, currency), currency.index);
  const approve = contractCall({
    address: currency.token,
    abi: erc20Abi,
    functionName: "approve",
    args: [addresses.discountDesk, needed],
  });
  const post = contractCall({
    address: addresses.discountDesk,
    abi: discountDeskAbi,
    functionName: "postOffer",
    args: [offerArgument(terms)],
  });
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("post.title")}
      facts={usePostFacts(terms, before, clock)}
      confirmLabel={t("post.post")}
      steps={[
        ...(mustApprove ? [{ name: t("post.approve", { amount: allowed }), call: approve }] : []),
        { name: t("post.post"), call: post },
      ]}
      onConfirmed={onPosted}
      outcome={() => t("post.done", { obligor: nameOf(terms.obligor) })}
    >
      <p>{t("post.effect")}</p>
      {mustApprove && <Callout>{t("post.approveWhy", { amount: allowed, currency: currency.code })}</Callout>}
      {tokenToMinor(before.balance, currency) < terms.limit && <Callout tone="warning">{t("post.lowCash")}</Callout>}
    </ActionReview>
  );
}

/** `bank`, `used` and `withdrawn` are the desk's own; it ignores what is given. */
function offerArgument({ obligor, limit, smallestFace, ...terms }: OfferTerms) {
  const own = { bank: zeroAddress, used: 0, withdrawn: false };
  return { ...terms, ...own, obligor: getAddress(obligor), limit: uint48(limit), smallestFace: uint48(smallestFace) };
}

function usePostFacts(
  terms: OfferTerms,
  { currency, balance, discountAllowance }: CashPosition,
  clock: LedgerClock,
): Fact[] {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const { nameOf } = useDirectory();
  const amount = (minor: bigint) => money(minor, currency.index);
  const rate = format.percent(BigInt(terms.ratePpm));
  const day = format.day(dayOf(BigInt(terms.expiresAt), clock.policy.utcOffsetHours));
  const tenor = format.count(terms.longestTenor);
  return [
    {
      label: t("post.buy"),
      value: t("post.buyText", { obligor: nameOf(terms.obligor), rate, limit: amount(terms.limit) }),
    },
    { label: t("post.conditions"), value: t("post.conditionsText", { smallest: amount(terms.smallestFace), tenor }) },
    { label: t("post.until"), value: t("post.untilText", { day }) },
    { label: t("post.balance"), value: <Amount text={amount(tokenToMinor(balance, currency))} /> },
    { label: t("post.allowed"), value: <Amount text={amount(tokenToMinor(discountAllowance, currency))} /> },
  ];
}
