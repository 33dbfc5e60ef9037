import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { type Hex, numberToHex } from "viem";
import { Loaded } from "../../app/data/Loaded.tsx";
import { useParticipants } from "../../app/data/queries/participants.ts";
import { type ReceivableRow, useReceivable } from "../../app/data/queries/receivables.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { type LedgerClock, useLedgerClock } from "../../app/data/useLedgerClock.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { receivableId } from "../../domain/ids.ts";
import type { SignedConfirmation } from "../../domain/signed-confirmation.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Button, buttonClass } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { Card } from "../../ui/Card.tsx";
import { Copyable } from "../../ui/Copyable.tsx";
import { DescriptionList } from "../../ui/DescriptionList.tsx";
import { Party } from "../../ui/Party.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { type Obstacle, obstacleTo } from "./obstacle.ts";
import { SubmitReview } from "./SubmitReview.tsx";
import { useText } from "./useText.ts";

/** What was signed, held against what is registered now. */
export function SignedTerms({ signed }: { signed: SignedConfirmation }) {
  const t = useText();
  const participants = useParticipants();
  const clock = useLedgerClock();
  return (
    <Loaded query={participants}>
      {(known) => {
        const identityOf = (account: string): Hex =>
          known.find((each) => each.account === account.toLowerCase())?.identity ?? "0x";
        const [owing, owed] = [identityOf(signed.terms.obligor), identityOf(signed.creditor)];
        if (!clock) return <Skeleton label={t("title")} />;
        if (owing === "0x" || owed === "0x") return <Checked signed={signed} row={null} clock={clock} />;
        const id = numberToHex(receivableId(owing, owed, signed.terms.invoiceKey), { size: 24 });
        return <Registered id={id} signed={signed} clock={clock} />;
      }}
    </Loaded>
  );
}

interface CheckedProps {
  signed: SignedConfirmation;
  row: ReceivableRow | null;
  clock: LedgerClock;
}

function Registered({ id, ...rest }: Omit<CheckedProps, "row"> & { id: Hex }) {
  const receivable = useReceivable(id);
  return <Loaded query={receivable}>{(row) => <Checked {...rest} row={row} />}</Loaded>;
}

function Checked({ signed, row, clock }: CheckedProps) {
  const t = useText();
  const [isReviewing, setIsReviewing] = useState(false);
  const { chainId, addresses } = useDeployment();
  const obstacle = obstacleTo(signed, row, { chainId, ledger: addresses.ledger, timestamp: clock.timestamp });
  return (
    <div className="grid gap-4">
      {obstacle && !isReviewing && <ObstacleCallout obstacle={obstacle} signed={signed} row={row} clock={clock} />}
      <Card>
        <Facts signed={signed} clock={clock} />
      </Card>
      {obstacle === null && (
        <Button variant="primary" className="justify-self-end" onClick={() => setIsReviewing(true)}>
          {t("submit")}
        </Button>
      )}
      {isReviewing && <SubmitReview signed={signed} onClose={() => setIsReviewing(false)} />}
    </div>
  );
}

function ObstacleCallout({ obstacle, signed, row, clock }: CheckedProps & { obstacle: Obstacle }) {
  const t = useText();
  const format = useFormat();
  const told = {
    chain: signed.chainId,
    ledger: signed.ledger,
    time: format.time(signed.deadline, clock.policy.utcOffsetHours),
  };
  return (
    <Callout
      tone={obstacle === "notWaiting" ? "neutral" : "danger"}
      title={t(obstacle)}
      live
      actions={
        row && (
          <Link to="/receivables/$id" params={{ id: row.id }} className={buttonClass("secondary", "sm")}>
            {t("open")}
          </Link>
        )
      }
    >
      {t(`${obstacle}Advice`, told)}
    </Callout>
  );
}

function Facts({ signed, clock }: Omit<CheckedProps, "row">) {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const { findName } = useDirectory();
  const { terms, creditor, policy, deadline } = signed;
  return (
    <DescriptionList
      facts={[
        { label: t("obligor"), value: <Party name={findName(terms.obligor)} address={terms.obligor} /> },
        { label: t("creditor"), value: <Party name={findName(creditor)} address={creditor} /> },
        { label: t("amount"), value: <Amount strong text={money(terms.face, terms.currency)} /> },
        { label: t("due"), value: format.day(terms.dueDay) },
        { label: t("policy"), value: t("policyText", { version: policy }) },
        { label: t("deadline"), value: format.time(deadline, clock.policy.utcOffsetHours) },
        {
          label: t("document"),
          value: <Copyable value={terms.documentRoot} shown={`${terms.documentRoot.slice(0, 14)}…`} />,
        },
      ]}
    />
  );
}
