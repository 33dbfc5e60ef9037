import { useState } from "react";
import type { Address, Hex } from "viem";
import { Loaded } from "../../app/data/Loaded.tsx";
import { useEarlyPayments, useInvitations, useProgrammes } from "../../app/data/queries/earlyPayment.ts";
import { type Participant, useParticipants } from "../../app/data/queries/participants.ts";
import { type SliceRow, useSlicesOf, type WithReceivable } from "../../app/data/queries/slices.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useMe } from "../../app/session/useMe.ts";
import { accountInForce } from "../../domain/account-in-force.ts";
import { Section } from "../../ui/Section.tsx";
import { AcceptReview } from "./AcceptReview.tsx";
import { EarlyOffers } from "./EarlyOffers.tsx";
import { EarlyPaymentTable } from "./EarlyPaymentTable.tsx";
import type { AcceptedOffer } from "./useEarlyQuotes.ts";
import { useText } from "./useText.ts";

interface HolderSideProps {
  account: Address;
  clock: LedgerClock;
}

/** What a holder would be paid now for the slices it holds, and what it was paid. */
export function HolderSide({ account, clock }: HolderSideProps) {
  const t = useText();
  const { participant } = useMe();
  const slices = useSlicesOf(account);
  const participants = useParticipants();
  // Kept above the lists: a slice that is paid leaves them, its receipt must not.
  const [accepted, setAccepted] = useState<AcceptedOffer | null>(null);
  return (
    <>
      <Section title={t("offers.title")} description={t("offers.hint")}>
        <Loaded query={participants}>
          {(known) => (
            <Loaded query={slices}>
              {(held) =>
                participant && (
                  <Offers
                    slices={held}
                    participants={known}
                    identity={participant.identity}
                    clock={clock}
                    onAccept={setAccepted}
                  />
                )
              }
            </Loaded>
          )}
        </Loaded>
      </Section>
      {accepted && <AcceptReview {...accepted} onClose={() => setAccepted(null)} />}
      <Received account={account} clock={clock} />
    </>
  );
}

interface OffersProps {
  slices: readonly WithReceivable<SliceRow>[];
  participants: readonly Participant[];
  identity: Hex;
  clock: LedgerClock;
  onAccept: (accepted: AcceptedOffer) => void;
}

function Offers({ slices, participants, identity, clock, onAccept }: OffersProps) {
  const owing = slices.map((slice) => ({ slice, obligor: accountInForce(slice.receivable.obligor, participants) }));
  const programmes = useProgrammes(owing.map(({ obligor }) => obligor));
  const invitations = useInvitations({ identity });
  return (
    <Loaded query={programmes}>
      {(rows) => (
        <Loaded query={invitations}>
          {(invited) => {
            const ids = new Set(invited.filter((row) => row.invited).map(({ programmeId }) => programmeId));
            const mine = rows.filter(({ id, forAll }) => forAll || ids.has(id));
            return <EarlyOffers owing={owing} programmes={mine} clock={clock} onAccept={onAccept} />;
          }}
        </Loaded>
      )}
    </Loaded>
  );
}

function Received({ account, clock }: HolderSideProps) {
  const t = useText();
  const payments = useEarlyPayments({ holder: account });
  const programmes = useProgrammes(payments.data?.map(({ obligor }) => obligor) ?? [], payments.data !== undefined);
  return (
    <Section title={t("received.title")}>
      <Loaded query={payments}>
        {(rows) => (
          <Loaded query={programmes}>
            {(posted) => <EarlyPaymentTable payments={rows} programmes={posted} side="holder" clock={clock} />}
          </Loaded>
        )}
      </Loaded>
    </Section>
  );
}
