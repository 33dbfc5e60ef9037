import { type FormEvent, useState } from "react";
import type { Address } from "viem";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { DomainError } from "../../domain/domain-error.ts";
import { minorToToken, parseMinor } from "../../domain/money.ts";
import { testTokenAbi } from "../../generated/contracts.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { MoneyField } from "../../ui/MoneyField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { useText } from "./useText.ts";

/** A development control: the local chain's tokens let anybody mint. */
export function MintTestMoney({ account }: { account: Address }) {
  const t = useText();
  const money = useMoney();
  const { currencies } = useDeployment();
  const { nameOf } = useDirectory();
  const [index, setIndex] = useState(currencies[0]?.index);
  const [text, setText] = useState("");
  const [isTried, setIsTried] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  const currency = currencies.find((candidate) => candidate.index === index);
  if (!currency) return null;
  const minor = amountIn(text, currency.minorDigits);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    setIsOpen(minor > 0n);
  };
  const units = minorToToken(minor, currency.minorDigits, currency.tokenDecimals);
  const call = contractCall({
    address: currency.token,
    abi: testTokenAbi,
    functionName: "mint",
    args: [account, units],
  });
  const amount = money(minor, currency.index);
  return (
    <Card className="border-dashed border-line-strong">
      <form noValidate onSubmit={submit} className="flex flex-wrap items-start gap-4">
        <SelectField
          label={t("mint.currency")}
          value={currency.index}
          onChange={(event) => setIndex(Number(event.target.value))}
          options={currencies.map((option) => ({ value: option.index.toString(), label: option.code }))}
        />
        <MoneyField
          label={t("mint.amount")}
          value={text}
          onValueChange={setText}
          unit={currency.code}
          error={isTried && minor === 0n ? t("mint.invalid") : undefined}
        />
        <Button type="submit" className="sm:mt-6">
          {t("mint.button")}
        </Button>
      </form>
      <ActionReview
        open={isOpen}
        onOpenChange={setIsOpen}
        title={t("mint.review")}
        facts={[
          { label: t("mint.amount"), value: <Amount strong text={amount} /> },
          { label: t("mint.to"), value: nameOf(account) },
        ]}
        confirmLabel={t("mint.confirm")}
        steps={[{ name: t("mint.confirm"), call }]}
        outcome={() => t("mint.done", { amount, name: nameOf(account) })}
      />
    </Card>
  );
}

/** Zero while nothing sensible is typed. */
function amountIn(text: string, digits: number): bigint {
  try {
    return parseMinor(text, digits);
  } catch (error) {
    if (error instanceof DomainError) return 0n;
    throw error;
  }
}
