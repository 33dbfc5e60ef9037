import { zeroAddress } from "viem";
import { Loaded } from "../../app/data/Loaded.tsx";
import type { ProgrammeRow } from "../../app/data/queries/earlyPayment.ts";
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
import { earlyPaymentDeskAbi } from "../../generated/contracts.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Callout } from "../../ui/Callout.tsx";
import type { Fact } from "../../ui/DescriptionList.tsx";
import { allowanceFor } from "./allowance.ts";
import type { NewProgramme } from "./programme-form.ts";
import { useAllowanceStep } from "./useAllowanceStep.ts";
import { type DeskCash, useDeskCash } from "./useDeskCash.ts";
import { useProgrammeWords } from "./useProgrammeWords.ts";
import { useText } from "./useText.ts";

interface PostReviewProps {
  programme: NewProgramme;
  currency: Currency;
  posted: readonly ProgrammeRow[];
  clock: LedgerClock;
  onPosted: () => void;
  onClose: () => void;
}

export function PostReview(props: PostReviewProps) {
  const { account } = useMe();
  const cash = useDeskCash(account, props.currency);
  return <Loaded query={cash}>{(known) => <Review {...props} cash={known} />}</Loaded>;
}

function Review({ programme, posted, clock, cash, onPosted, onClose }: PostReviewProps & { cash: DeskCash }) {
  const t = useText();
  const { addresses } = useDeployment();
  const { tiers, budget } = programme;
  const needed = allowanceFor(budget, posted, cash.currency, clock.timestamp);
  const { steps, why } = useAllowanceStep(needed, cash);
  const post = contractCall({
    address: addresses.earlyPaymentDesk,
    abi: earlyPaymentDeskAbi,
    functionName: "post",
    args: [programmeTerms(programme), tiers],
  });
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("post.title")}
      facts={usePostFacts(programme, cash, clock)}
      confirmLabel={t("post.confirm")}
      steps={[...steps, { name: t("post.confirm"), call: post }]}
      onConfirmed={onPosted}
      outcome={() => t(programme.forAll ? "post.done" : "post.doneInvite")}
    >
      <p>{t("post.effect")}</p>
      {why && <Callout>{why}</Callout>}
      {tokenToMinor(cash.balance, cash.currency) < budget && <Callout tone="warning">{t("post.lowCash")}</Callout>}
    </ActionReview>
  );
}

/** As the desk takes it; it sets obligor, spent, paused and withdrawn itself. */
function programmeTerms({ startsAt, expiresAt, currency, forAll, budget, smallestFace }: NewProgramme) {
  return {
    ...{ obligor: zeroAddress, startsAt: Number(startsAt), expiresAt: Number(expiresAt), currency, forAll },
    ...{ paused: false, withdrawn: false, budget, spent: 0n, smallestFace: uint48(smallestFace) },
  };
}

function usePostFacts(programme: NewProgramme, { currency, balance }: DeskCash, clock: LedgerClock): Fact[] {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const words = useProgrammeWords();
  const amount = (minor: bigint) => money(minor, currency.index);
  const day = (timestamp: bigint) => format.day(dayOf(timestamp, clock.policy.utcOffsetHours));
  const first = programme.startsAt === 0n ? t("post.atOnce") : day(programme.startsAt);
  return [
    {
      label: t("list.scale"),
      value: programme.tiers.map((tier) => <div key={tier.longestDays}>{words.tier(tier)}</div>),
    },
    { label: t("list.budget"), value: <Amount strong text={amount(programme.budget)} /> },
    { label: t("list.smallest"), value: <Amount text={amount(programme.smallestFace)} /> },
    { label: t("list.for"), value: t(programme.forAll ? "words.forAll" : "words.invited") },
    { label: t("post.from"), value: first },
    { label: t("list.until"), value: day(programme.expiresAt) },
    { label: t("post.balance"), value: <Amount text={amount(tokenToMinor(balance, currency))} /> },
  ];
}
