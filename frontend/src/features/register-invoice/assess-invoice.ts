import type { Invoice, Party } from "../../domain/invoice/invoice.ts";
import { identitiesOf, type PartyIdentity } from "../../domain/invoice/party-ids.ts";
import { ROLE_BITS } from "../../domain/roles.ts";

/** A participant as the index knows it. */
export interface AdmittedParty {
  account: string;
  identity: string;
  roles: number;
  suspended: boolean;
  replaced: boolean;
  kycUntil: number;
}

export interface AcceptedCurrency {
  code: string;
  index: number;
}

/** Why an invoice that can be read is not registered. The values go into the message. */
export type Refusal =
  | { code: "sellerUnidentified"; name: string }
  | { code: "sellerNotYou"; name: string; number: string }
  | { code: "sellerMayNotAct" }
  | { code: "buyerUnidentified"; name: string }
  | { code: "buyerNotAdmitted"; name: string; scheme: string; number: string }
  | { code: "buyerIsSeller"; name: string }
  | { code: "buyerMayNotAct"; name: string; number: string }
  | { code: "currencyNotAccepted"; currency: string; accepted: string };

export interface Matched<Participant> {
  participant: Participant;
  identity: PartyIdentity;
}

export type Assessment<Participant> =
  | { kind: "refused"; refusal: Refusal }
  | { kind: "ready"; seller: Matched<Participant>; buyer: Matched<Participant>; currency: AcceptedCurrency };

/** Holds an invoice against the network: who the parties are here, and whether the ledger would take it from this account. */
export function assessInvoice<Participant extends AdmittedParty>(
  invoice: Invoice,
  network: {
    me: Participant;
    participants: readonly Participant[];
    currencies: readonly AcceptedCurrency[];
    today: number;
  },
): Assessment<Participant> {
  const { me, participants, currencies, today } = network;
  const seller = match(invoice.seller, [me]);
  if (!seller) return refused(unmatchedSeller(invoice.seller));
  if (!mayAct(me, ROLE_BITS.supplier, today)) return refused({ code: "sellerMayNotAct" });
  const buyer = match(invoice.buyer, participants);
  if (!buyer) return refused(unmatchedBuyer(invoice.buyer));
  const { name } = invoice.buyer;
  if (buyer.participant.account === me.account) return refused({ code: "buyerIsSeller", name });
  if (!mayAct(buyer.participant, ROLE_BITS.obligor, today)) {
    return refused({ code: "buyerMayNotAct", name, number: buyer.identity.number });
  }
  const currency = currencies.find(({ code }) => code === invoice.currency);
  if (currency) return { kind: "ready", seller, buyer, currency };
  const accepted = currencies.map(({ code }) => code).join(", ");
  return refused({ code: "currencyNotAccepted", currency: invoice.currency, accepted });
}

export type DueDateProblem = "missing" | "malformed" | "past" | "tooFar";

/** @param dueDay The day, or null when none was given; undefined when it can't be read. */
export function dueDayProblem(
  dueDay: number | null | undefined,
  today: number,
  longestTenor: number,
): DueDateProblem | null {
  if (dueDay === null) return "missing";
  if (dueDay === undefined) return "malformed";
  if (dueDay <= today) return "past";
  return dueDay - today > longestTenor ? "tooFar" : null;
}

function refused(refusal: Refusal): { kind: "refused"; refusal: Refusal } {
  return { kind: "refused", refusal };
}

function match<Participant extends AdmittedParty>(
  party: Party,
  among: readonly Participant[],
): Matched<Participant> | null {
  for (const identity of identitiesOf(party)) {
    const found = among.filter((each) => each.identity.toLowerCase() === identity.hash.toLowerCase());
    const participant = found.find(({ replaced }) => !replaced) ?? found[0];
    if (participant) return { participant, identity };
  }
  return null;
}

function unmatchedSeller(party: Party): Refusal {
  const [identity] = identitiesOf(party);
  if (!identity) return { code: "sellerUnidentified", name: party.name };
  return { code: "sellerNotYou", name: party.name, number: identity.number };
}

function unmatchedBuyer(party: Party): Refusal {
  const [identity] = identitiesOf(party);
  if (!identity) return { code: "buyerUnidentified", name: party.name };
  return { code: "buyerNotAdmitted", name: party.name, scheme: identity.scheme, number: identity.number };
}

function mayAct({ roles, suspended, replaced, kycUntil }: AdmittedParty, role: number, today: number): boolean {
  return (roles & role) !== 0 && !suspended && !replaced && today <= kycUntil;
}
