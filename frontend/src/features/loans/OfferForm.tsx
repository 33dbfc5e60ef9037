import { type FormEvent, useState } from "react";
import type { Address } from "viem";
import { usePolicies } from "../../app/data/queries/policy.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useCurrency, useDeployment } from "../../app/deployment/useDeployment.ts";
import type { PickedSlice } from "../../app/financing/SlicePicker.tsx";
import { SliceWarnings } from "../../app/financing/SliceWarnings.tsx";
import type { MyPaper } from "../../app/financing/useMyPapers.ts";
import { isoFromDay } from "../../domain/day-count.ts";
import type { LoanOffer } from "../../domain/signed-paper.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import {
  type LoanContext,
  type LoanDraft,
  type LoanField,
  type LoanTerms,
  latestRepayBy,
  readLoanOffer,
} from "./loan-offer-form.ts";
import { OfferFields } from "./OfferFields.tsx";
import { OfferReview } from "./OfferReview.tsx";
import { TermsPreview } from "./TermsPreview.tsx";
import { useText } from "./text.ts";

export interface OfferFormProps {
  slice: PickedSlice;
  account: Address;
  clock: LedgerClock;
  draft: LoanDraft;
  onDraft: (draft: LoanDraft) => void;
  /** The bank's offers so far. */
  others: readonly MyPaper<LoanOffer>[];
  /** Given the text of the offer's file. */
  onSigned: (text: string) => void;
}

/** Terms for a loan, with what they come to, then reviewed and signed. */
export function OfferForm(props: OfferFormProps) {
  const { slice, account, clock, onDraft } = props;
  const t = useText();
  const { pledgeDesk } = useDeployment().addresses;
  const currency = useCurrency(slice.receivable.currency);
  const context = useLoanContext(slice, clock);
  const [isTried, setIsTried] = useState(false);
  const [terms, setTerms] = useState<LoanTerms | null>(null);
  if (!currency || !context) return null;
  const { repayBy } = props.draft;
  // Unless the bank says otherwise, the loan is to be repaid when the obligor's money is there.
  const draft = repayBy === "" ? { ...props.draft, repayBy: isoFromDay(slice.receivable.dueDay) } : props.draft;
  const read = readLoanOffer(draft, context);
  const change = (changed: Partial<LoanDraft>) => onDraft({ ...props.draft, ...changed });
  const errorOf = (field: LoanField) => {
    const problem = isTried && "problems" in read ? read.problems[field] : undefined;
    return problem && t(`problem.${problem}`);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if ("principal" in read) setTerms(read);
  };
  return (
    <Card>
      <form noValidate onSubmit={submit} className="grid gap-5">
        <SliceWarnings slice={slice} account={account} clock={clock} desk={pledgeDesk} limited={draft.limited} />
        <OfferFields
          draft={draft}
          unit={currency.code}
          today={clock.today}
          latest={latestRepayBy(context)}
          dueDay={slice.receivable.dueDay}
          errorOf={errorOf}
          onChange={change}
        />
        <TermsPreview draft={draft} read={read} context={context} currency={currency.index} />
        <Checkbox
          label={t("form.limited")}
          hint={t("form.limitedHint")}
          checked={draft.limited}
          onChange={(event) => change({ limited: event.target.checked })}
        />
        <Button type="submit" variant="primary" className="justify-self-end">
          {t("form.submit")}
        </Button>
      </form>
      {terms && <OfferReview {...props} terms={terms} currency={currency} onClose={() => setTerms(null)} />}
    </Card>
  );
}

function useLoanContext(slice: PickedSlice, clock: LedgerClock): LoanContext | undefined {
  const { face, receivable } = slice;
  const currency = useCurrency(receivable.currency);
  const { data: policies } = usePolicies();
  const policy = policies?.find(({ version }) => version === receivable.policy);
  if (!currency || !policy) return undefined;
  const { minorDigits, dayCount, dayBase } = currency;
  return {
    ...{ face, dueDay: receivable.dueDay, policyGraceDays: policy.graceDays, minorDigits, dayCount, dayBase },
    ...{ today: clock.today, utcOffsetHours: policy.utcOffsetHours },
  };
}
