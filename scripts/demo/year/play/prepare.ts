import { bitsFromRoles } from "../../../../frontend/src/domain/roles.ts";
import { BANKS, OBLIGORS } from "../plan/cast.ts";
import { YEAR_DAYS } from "../plan/steps.ts";
import type { Call } from "./Chain.ts";
import { type Actor, actorOf, send, type YearStage } from "./stage.ts";

const ETHER = 10n ** 18n;
const PLENTY_OF_ETHER = 100n * ETHER;
const TRANSFER_GAS = 21_000n;
const KYC_DAYS = YEAR_DAYS + 365;
/** Cents that each has of each currency; the obligors and banks a thousand times as much. */
const CASH = 20_000_000_00n;
const DEEP_POCKETS = 1_000n;
const ALL = 2n ** 256n - 1n;
/** The bank that keeps limits in the exposure book, and in which currency. */
export const LIMITED = { bank: BANKS[0], currency: 1 } as const;
const LIMIT = 10n ** 13n;
const [OF_OBLIGOR, OF_SELLER] = [0, 1];

/** Everybody is admitted, has cash, and has let the desks act. */
export async function prepare(stage: YearStage): Promise<void> {
  const { chain } = stage;
  const everybody = [...stage.actors.values()];
  const operator = actorOf(stage, "operator");
  for (const actor of everybody) actor.nonce = await chain.provider.getTransactionCount(actor.address);
  await chain.execute(everybody.filter((each) => each !== operator).map((each) => etherFor(operator, each)));
  await chain.execute(await Promise.all(everybody.map((each) => admission(stage, operator, each))));
  const calls = everybody.flatMap((each) => [
    ...cash(stage, operator, each),
    ...consents(stage, each),
    ...approvals(stage, each),
  ]);
  await chain.execute(await Promise.all(calls));
  await chain.execute(await Promise.all(limits(stage)));
}

function etherFor(by: Actor, { address }: Actor): Call {
  return { by, to: address, data: "0x", gas: TRANSFER_GAS, value: PLENTY_OF_ETHER, what: "ether for transactions" };
}

function admission(
  { contracts: { ledger }, firstDay }: YearStage,
  operator: Actor,
  { address, identity, player }: Actor,
) {
  const roles = bitsFromRoles([player.role]);
  return send(operator, "admits", ledger.admit.populateTransaction(address, identity, roles, firstDay + KYC_DAYS));
}

function cash({ purses }: YearStage, operator: Actor, { address, player: { role } }: Actor): Promise<Call>[] {
  if (role === "operator" || role === "supervisor") return [];
  const amount = role === "supplier" ? CASH : CASH * DEEP_POCKETS;
  return purses.map(({ token, scale }) =>
    send(operator, "mints", token.mint.populateTransaction(address, amount * scale)),
  );
}

/** Suppliers and banks say in one transaction whether they receive at once, and which desks may move their slices. */
function consents({ contracts }: YearStage, by: Actor): Promise<Call>[] {
  const { role, consents: receivesAtOnce } = by.player;
  if (role !== "supplier" && role !== "bank") return [];
  const { ledger, discountDesk, pledgeDesk, earlyPaymentDesk, recourseDesk } = contracts;
  const desks = role === "bank" ? [discountDesk, recourseDesk] : [discountDesk, pledgeDesk, earlyPaymentDesk];
  const enabled = desks.map(({ target }) =>
    ledger.interface.encodeFunctionData("setDeskEnabled", [target.toString(), true]),
  );
  const consent = ledger.interface.encodeFunctionData("setStandingConsent", [true]);
  const data = receivesAtOnce ? [consent, ...enabled] : enabled;
  return [send(by, "says what it consents to", ledger.multicall.populateTransaction(data))];
}

function approvals({ contracts, purses }: YearStage, by: Actor): Promise<Call>[] {
  const { settlementDesk, earlyPaymentDesk, discountDesk, pledgeDesk, recourseDesk } = contracts;
  const spenders = {
    obligor: [settlementDesk, earlyPaymentDesk],
    bank: [discountDesk, pledgeDesk, recourseDesk],
    supplier: [pledgeDesk, recourseDesk],
    supervisor: [],
    operator: [],
  }[by.player.role];
  return purses.flatMap(({ token }) =>
    spenders.map((desk) => send(by, "approves", token.approve.populateTransaction(desk, ALL))),
  );
}

function limits(stage: YearStage): Promise<Call>[] {
  const bank = actorOf(stage, LIMITED.bank);
  const book = stage.contracts.exposureBook;
  const others = [...stage.actors.values()].filter(
    ({ player }) => player.role === "supplier" || player.role === "bank",
  );
  const set = (kind: number, { identity }: Actor) =>
    send(bank, "sets a limit", book.setLimit.populateTransaction(kind, identity, LIMITED.currency, LIMIT));
  return [
    ...OBLIGORS.map((key) => set(OF_OBLIGOR, actorOf(stage, key))),
    ...others.filter((each) => each !== bank).map((each) => set(OF_SELLER, each)),
  ];
}
