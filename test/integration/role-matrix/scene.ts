import { Wallet } from "ethers";
import {
  confirmedReceivable,
  createNetwork,
  identityOf,
  type Network,
  sliceId,
  termsFor,
} from "../../helpers/network.ts";
import { signConfirmation } from "../../helpers/signConfirmation.ts";
import { type Caller, callers, HOLDING } from "./callers.ts";
import { disable, grantOffices } from "./standing.ts";

const DAY = 86_400;
const KYC_UNTIL = 40_000;
const PART = 100_000n;
const FAR = 5_000_000_000;
export const DOCUMENT = `0x${"d0".repeat(32)}`;

/** What one caller could act on, were it the right one. Callers without slices of their own are given the supplier's. */
export interface Belongings {
  /** Two adjacent slices. */
  left: bigint;
  right: bigint;
  /** A slice offered to the caller. */
  offered: bigint;
  /** An invoice in which the caller owes, registered by the supplier. */
  owed: Awaited<ReturnType<typeof termsFor>>;
  /** An invoice which the caller has registered. */
  registered: Awaited<ReturnType<typeof termsFor>>;
}

export type Scene = Awaited<ReturnType<typeof setScene>>;

/** A network in which each function of the ledger has something to succeed on, for whoever may call it. */
export async function setScene() {
  const net = await createNetwork();
  const { ledger, supervisor, supplier } = net;
  const everybody = callers();
  await grantOffices(net, everybody);
  const unpaid = await overdueReceivables(net);
  const main = await confirmedReceivable(net, { number: "main", face: 20_000_000n });
  const expiring = sliceId(main.id, 0n);
  await ledger.connect(supervisor).freeze(expiring, 0n, PART, 1, DOCUMENT, (await now(net)) + DAY);
  const head = sliceId(main.id, PART);
  await ledger.connect(supervisor).freeze(head, PART, 2n * PART, 1, DOCUMENT, FAR);
  const rest = sliceId(main.id, 2n * PART);
  const replacement = await replaceableAccounts(net, rest);
  await net.networkHelpers.time.increase(8 * DAY);
  await ledger.replaceKey(replacement.replaced);
  const payee = net.suppliers[0]?.address ?? "";
  const frozenWord = await ledger.sliceWordOf(head);
  await ledger.connect(supervisor).orderTransfer(head, frozenWord, payee, DOCUMENT);
  const belongings = new Map<string, Belongings>();
  for (const caller of everybody) belongings.set(caller.label, await equip(net, caller, rest));
  for (const caller of everybody) await disable(net, caller);
  const held = await confirmedReceivable(net, { number: "held" });
  await ledger.connect(supervisor).hold(held.id, DOCUMENT);
  const signatures = new Map<string, Awaited<ReturnType<typeof signFor>>>();
  for (const caller of everybody) signatures.set(caller.label, await signFor(net, caller));
  const signed = await termsFor(net, { number: "signed" });
  await ledger.connect(supplier).register(signed);
  const free = await confirmedReceivable(net, { number: "free" });
  return {
    net,
    everybody,
    belongings,
    free,
    held: held.id,
    ...unpaid,
    frozen: { id: head, word: frozenWord, payee, expired: expiring },
    replacement,
    confirmation: { terms: signed, ...(await signConfirmation(net, signed, 1, { deadline: FAR })) },
    signatures,
    bankIdentity: identityOf(net.bank.address),
    newcomer: { account: Wallet.createRandom().address, identity: identityOf("newcomer") },
  };
}

/** The obligor's word for an invoice that the caller is about to register. */
async function signFor(net: Network, { label, address }: Caller) {
  const terms = await termsFor(net, { number: `signed for ${label}` });
  return { terms, ...(await signConfirmation(net, terms, 1, { deadline: FAR, creditor: address })) };
}

async function now({ networkHelpers }: Network) {
  return networkHelpers.time.latest();
}

/** Owed by an obligor of its own, so that nobody else's standing suffers: one not reported, one reported, one in default. */
async function overdueReceivables(net: Network) {
  const debtor = await net.ethers.getImpersonatedSigner(Wallet.createRandom().address);
  await net.networkHelpers.setBalance(debtor.address, 10n ** 18n);
  await net.ledger.admit(debtor.address, identityOf("debtor"), 1, KYC_UNTIL);
  const today = Number((await termsFor(net)).dueDay) - 90;
  const stages = { overdue: 0n, reported: 0n, defaulted: 0n };
  for (const stage of ["overdue", "reported", "defaulted"] as const) {
    const terms = await termsFor(net, { number: stage, obligor: debtor.address, dueDay: today + 2 });
    stages[stage] = await net.ledger.connect(net.supplier).register.staticCall(terms);
    await net.ledger.connect(net.supplier).register(terms);
    await net.ledger.connect(debtor).confirm(net.supplier.address, terms, 1);
  }
  await net.networkHelpers.time.increase(40 * DAY);
  for (const id of [stages.reported, stages.defaulted]) await net.ledger.reportOverdue(id);
  await net.ledger.declareDefault(stages.defaulted);
  return stages;
}

/** Accounts at each stage of a replacement: proposed, agreed and soon ready, and one to be replaced that holds a slice. */
async function replaceableAccounts(net: Network, source: bigint) {
  const { ledger, supervisor, supplier } = net;
  const stages = { proposed: "", ready: "", replaced: "" };
  const successors = { proposed: "", ready: "", replaced: "" };
  for (const stage of ["proposed", "ready", "replaced"] as const) {
    stages[stage] = Wallet.createRandom().address;
    successors[stage] = Wallet.createRandom().address;
    await ledger.admit(stages[stage], identityOf(stages[stage]), 2, KYC_UNTIL);
    await ledger.proposeReplacement(stages[stage], successors[stage]);
    if (stage !== "proposed") await ledger.connect(supervisor).agreeReplacement(stages[stage], successors[stage]);
  }
  const lost = await net.ethers.getImpersonatedSigner(stages.replaced);
  await net.networkHelpers.setBalance(lost.address, 10n ** 18n);
  await ledger.connect(lost).setStandingConsent(true);
  const parts = [{ to: stages.replaced, amount: PART }];
  const slice = await ledger.connect(supplier).splitAndTransfer.staticCall(source, parts, 0);
  await ledger.connect(supplier).splitAndTransfer(source, parts, 0);
  return { ...stages, successor: successors.proposed, slice };
}

/** Admits the caller while all is well with it, and gives it whatever its role can have. */
async function equip(net: Network, caller: Caller, source: bigint): Promise<Belongings> {
  const { ledger, supplier } = net;
  const none = { left: source, right: 0n, offered: source };
  const terms = await termsFor(net, { number: caller.label });
  if (caller.role === null) return { ...none, owed: terms, registered: terms };
  await ledger.admit(caller.address, identityOf(caller.address), caller.role, KYC_UNTIL);
  await ledger.proposeReplacement(caller.address, Wallet.createRandom().address);
  const owed = { ...terms, obligor: caller.roleName === "obligor" ? caller.address : terms.obligor };
  if (caller.roleName === "obligor") await ledger.connect(supplier).register(owed);
  const signer = await net.ethers.getImpersonatedSigner(caller.address);
  await net.networkHelpers.setBalance(caller.address, 10n ** 18n);
  if (caller.roleName === "supplier") await ledger.connect(signer).register(terms);
  if (!HOLDING.has(caller.roleName)) return { ...none, owed, registered: terms };
  const pay = async (amounts: bigint[]) => {
    const parts = amounts.map((amount) => ({ to: caller.address, amount }));
    const first = await ledger.connect(supplier).splitAndTransfer.staticCall(source, parts, FAR);
    await ledger.connect(supplier).splitAndTransfer(source, parts, FAR);
    return first;
  };
  await ledger.connect(signer).setStandingConsent(true);
  const left = await pay([2n * PART, 2n * PART]);
  await ledger.connect(signer).setStandingConsent(false);
  return { left, right: left + 2n * PART, offered: await pay([PART]), owed, registered: terms };
}
