import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ContractTransactionResponse } from "ethers";
import {
  confirmedReceivable,
  createNetwork,
  type Network,
  sliceId,
  startDay,
  termsFor,
} from "../test/helpers/network.ts";
import { signConfirmation } from "../test/helpers/signConfirmation.ts";

/**
 * Measures what each operation costs and writes snapshots/gas.json; with --check, compares and exits 1 on any difference.
 * Recipients hold no slice yet; cash balances are not zero before; the obligor owes something already; figures are the receipts' gasUsed.
 * Days, deadlines and hence signatures are the same in every run: a zero byte more or less in the calldata costs 12 gas.
 */
const snapshotPath = fileURLToPath(new URL("../snapshots/gas.json", import.meta.url));

/** 2030-01-01. */
const START = 1_893_456_000;
const DEADLINE = START + 30 * 86_400;

async function createNetworkAtStart(): Promise<Network> {
  const net = await createNetwork();
  await net.networkHelpers.time.increaseTo(START);
  return net;
}

async function gasOf(sent: Promise<ContractTransactionResponse>): Promise<number> {
  const receipt = await (await sent).wait();
  if (receipt === null) throw new Error("the transaction was not mined");
  return Number(receipt.gasUsed);
}

async function measureRegistration(): Promise<Record<string, number>> {
  const net = await createNetworkAtStart();
  await confirmedReceivable(net, { number: "earlier" });
  const bySupplier = net.ledger.connect(net.supplier);
  const terms = await termsFor(net, { number: "A" });
  const register = await gasOf(bySupplier.register(terms));
  const confirm = await gasOf(net.ledger.connect(net.obligor).confirm(net.supplier.address, terms, 1));
  const signed = await termsFor(net, { number: "B" });
  const { deadline, signature } = await signConfirmation(net, signed, 1, { deadline: DEADLINE });
  const registerAndConfirmBySignature = await gasOf(bySupplier.registerAndConfirm(signed, 1, deadline, signature));
  return { register, confirm, registerAndConfirmBySignature };
}

async function splitInto(net: Network, slice: bigint, count: number): Promise<number> {
  const parts = net.suppliers.slice(0, count).map((payee) => ({ to: payee.address, amount: 500_000n }));
  return gasOf(net.ledger.connect(net.supplier).splitAndTransfer(slice, parts, 0));
}

async function measureSlices(): Promise<Record<string, number>> {
  const one = await createNetworkAtStart();
  const split1 = await splitInto(one, (await confirmedReceivable(one)).slice, 1);
  const ten = await createNetworkAtStart();
  const { id, slice, terms } = await confirmedReceivable(ten);
  const split10 = await splitInto(ten, slice, 10);
  const net = await createNetworkAtStart();
  const offered = await confirmedReceivable(net);
  const parts = [{ to: net.cautious.address, amount: 500_000n }];
  const bySupplier = net.ledger.connect(net.supplier);
  const offer1 = await gasOf(bySupplier.splitAndTransfer(offered.slice, parts, DEADLINE));
  const accept = await gasOf(net.ledger.connect(net.cautious).accept(sliceId(offered.id, 9_500_000n)));
  const [payee] = net.suppliers;
  if (!payee) throw new Error("a payee expected");
  const transfer = await gasOf(bySupplier.transfer(offered.slice, payee.address, 0));
  return { split1, split10, offer1, accept, transfer, settle10: await settleTen(ten, id, slice, Number(terms.dueDay)) };
}

/** Ten slices of ten holders: the supplier's rest is passed on to an eleventh company's place first. */
async function settleTen(net: Network, id: bigint, head: bigint, dueDay: number): Promise<number> {
  const [first] = net.suppliers;
  if (!first) throw new Error("a payee expected");
  await net.ledger.connect(net.supplier).transfer(head, first.address, 0);
  await net.ledger.connect(first).merge(head, sliceId(id, 5_000_000n));
  await startDay(net, dueDay);
  const [ids] = await net.ledger.slicesOf(id, 0, 100);
  if (ids.length !== 10) throw new Error(`ten slices expected, found ${ids.length}`);
  return gasOf(net.settlementDesk.connect(net.obligor).pay(id, [...ids]));
}

async function measureDiscount(): Promise<Record<string, number>> {
  const net = await createNetworkAtStart();
  const { slice } = await confirmedReceivable(net);
  await net.discountDesk.connect(net.bank).postOffer({
    bank: net.bank.address,
    expiresAt: DEADLINE,
    ratePpm: 38_500,
    longestTenor: 183,
    currency: 1,
    withdrawn: false,
    obligor: net.obligor.address,
    limit: 100_000_000n,
    used: 0,
    smallestFace: 100n,
  });
  return { discount: await gasOf(net.discountDesk.connect(net.supplier).take(slice, 1, 0)) };
}

const measured = { ...(await measureRegistration()), ...(await measureSlices()), ...(await measureDiscount()) };
const text = `${JSON.stringify(measured, null, 2)}\n`;
process.stdout.write(text);
if (!process.argv.includes("--check")) {
  writeFileSync(snapshotPath, text);
} else if (readFileSync(snapshotPath, "utf8") !== text) {
  process.stderr.write(
    "Gas differs from snapshots/gas.json. If that is meant, run `npm run gas` and commit the file.\n",
  );
  process.exit(1);
}
