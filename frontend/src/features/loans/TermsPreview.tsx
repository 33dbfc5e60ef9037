import { useMoney } from "../../app/deployment/useMoney.ts";
import { DomainError } from "../../domain/domain-error.ts";
import { maxLoan } from "../../domain/max-loan.ts";
import { PPM } from "../../domain/money.ts";
import { parseRate } from "../../domain/rate.ts";
import { Amount } from "../../ui/Amount.tsx";
import { interestByThen, type LoanContext, type LoanDraft, type readLoanOffer } from "./loan-offer-form.ts";
import { useText } from "./text.ts";

interface TermsPreviewProps {
  draft: LoanDraft;
  read: ReturnType<typeof readLoanOffer>;
  context: LoanContext;
  currency: number;
}

/** What the terms come to, while they are typed. */
export function TermsPreview({ draft, read, context, currency }: TermsPreviewProps) {
  const t = useText();
  const money = useMoney();
  const terms = "principal" in read ? read : null;
  const most = mostOf(draft.haircut, context.face);
  const interest = terms && interestByThen(terms, context);
  const facts = [
    ["face", context.face],
    ["most", most],
    ["principal", terms?.principal ?? null],
    ["interest", interest],
    ["total", terms && interest !== null ? terms.principal + interest : null],
  ] as const;
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-2 rounded-md bg-sunken px-4 py-3 sm:grid-cols-5">
      {facts.map(([key, minor]) => (
        <div key={key}>
          <dt className="text-sm text-muted">{t(`preview.${key}`)}</dt>
          <dd>
            <Amount
              strong={key === "principal"}
              data-testid={`preview-${key}`}
              text={minor === null ? "–" : money(minor, currency)}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Null while the haircut can't be read; the field says so. */
function mostOf(haircut: string, face: bigint): bigint | null {
  try {
    const ppm = parseRate(haircut);
    return ppm < PPM ? maxLoan(face, ppm) : null;
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
