import { keccak256, toUtf8Bytes } from "ethers";
import { isoFromDay } from "../../../../frontend/src/domain/day-count.ts";
import { receivableId, sliceId } from "../../../../frontend/src/domain/ids.ts";
import { invoiceKey } from "../../../../frontend/src/domain/invoice-key.ts";
import type { TermsStruct } from "../../../../types/contracts/interfaces/ILedger.js";
import { CONFIRMATION, signMessage } from "../../typedData.ts";
import type { Cut, Invoice, Step } from "../plan/steps.ts";
import type { Call } from "./Chain.ts";
import { actorOf, send, type YearStage } from "./stage.ts";

const POLICY = 1;
const REASON_DISPUTED = 4;
const HOUR = 3_600;
const BATCH_GAS = { least: 200_000n, each: 200_000n };
const FIRST_ROUND = 1;

export function invoiceAt({ plan }: Pick<YearStage, "plan">, index: number): Invoice {
  const found = plan.invoices[index];
  if (!found) throw new Error(`The plan has no invoice ${index}.`);
  return found;
}

export function receivableOf(stage: YearStage, index: number): bigint {
  const { obligor, creditor } = invoiceAt(stage, index);
  const key = keyOf(stage, index);
  return receivableId(actorOf(stage, obligor).identity, actorOf(stage, creditor).identity, key);
}

export function sliceAt(stage: YearStage, { invoice, start }: Cut): bigint {
  return sliceId(receivableOf(stage, invoice), start);
}

type InvoiceStep = Extract<Step, { kind: "register" | "confirmSigned" | "refuse" | "cancel" | "recordEntry" }>;

export async function invoiceCall(stage: YearStage, { kind, invoice }: InvoiceStep, today: number): Promise<Call> {
  const { ledger } = stage.contracts;
  const planned = invoiceAt(stage, invoice);
  const [obligor, creditor] = [actorOf(stage, planned.obligor), actorOf(stage, planned.creditor)];
  const terms = termsOf(stage, invoice);
  const name = `${kind} ${planned.number}`;
  switch (kind) {
    case "register":
      return send(creditor, name, ledger.register.populateTransaction(terms));
    case "confirmSigned":
      return registerConfirmed(stage, invoice);
    case "refuse":
      return send(obligor, name, ledger.refuse.populateTransaction(creditor.address, terms, REASON_DISPUTED));
    case "cancel":
      return send(creditor, name, ledger.cancel.populateTransaction(terms));
    case "recordEntry": {
      const first = sliceAt(stage, { invoice, start: 0n });
      const entry = keccak256(toUtf8Bytes(`tallystick.registry.v1|${planned.number}`));
      return send(creditor, name, ledger.recordRegistryEntry.populateTransaction(first, entry, stage.firstDay + today));
    }
  }
}

/** What lies in an obligor's inbox, confirmed in one transaction. */
export function confirmMany(stage: YearStage, obligor: string, invoices: readonly number[]): Promise<Call> {
  const items = invoices.map((index) => ({
    creditor: actorOf(stage, invoiceAt(stage, index).creditor).address,
    terms: termsOf(stage, index),
  }));
  const gas = BATCH_GAS.least + BATCH_GAS.each * BigInt(items.length);
  const populated = stage.contracts.ledger.confirmMany.populateTransaction(items, POLICY);
  return send(actorOf(stage, obligor), `confirms ${items.length} invoices`, populated, gas);
}

/** The creditor brings the obligor's signature. */
async function registerConfirmed(stage: YearStage, index: number): Promise<Call> {
  const { ledger } = stage.contracts;
  const planned = invoiceAt(stage, index);
  const [obligor, creditor] = [actorOf(stage, planned.obligor), actorOf(stage, planned.creditor)];
  const terms = termsOf(stage, index);
  const place = { chainId: stage.record.chainId, verifyingContract: stage.record.addresses.ledger };
  const deadline = (stage.firstDay + planned.registeredOn + 1) * 24 * HOUR;
  const { face, dueDay, currency, documentRoot } = terms;
  const message = {
    ...{ receivableId: receivableOf(stage, index), creditor: creditor.address, face, dueDay, currency },
    ...{ policy: POLICY, documentRoot, round: FIRST_ROUND, deadline },
  };
  const signature = await signMessage(obligor.wallet, CONFIRMATION, place, message);
  const populated = ledger.registerAndConfirm.populateTransaction(terms, POLICY, deadline, signature);
  return send(creditor, `registers and confirms ${planned.number}`, populated);
}

function termsOf(stage: YearStage, index: number) {
  const { obligor, number, face, dueDay, currency } = invoiceAt(stage, index);
  return {
    obligor: actorOf(stage, obligor).address,
    invoiceKey: keyOf(stage, index),
    face,
    dueDay: stage.firstDay + dueDay,
    currency,
    documentRoot: keccak256(toUtf8Bytes(`the file of ${number}`)),
  } satisfies TermsStruct;
}

function keyOf(stage: YearStage, index: number) {
  const { number, registeredOn } = invoiceAt(stage, index);
  return invoiceKey(number, Number(isoFromDay(stage.firstDay + registeredOn).slice(0, 4)));
}
