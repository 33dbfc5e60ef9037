import {
  confirmedReceivable,
  createNetwork,
  type Network,
  sliceId,
  startDay,
  termsFor,
} from "../../test/helpers/network.ts";
import { admitPledgeDesk, signLoan } from "../../test/helpers/pledge.ts";
import { signConfirmation } from "../../test/helpers/signConfirmation.ts";
import { postOffer } from "../../test/helpers/standingOffer.ts";
import { type Breakdown, breakdownOf } from "./breakdown.ts";
import { settleFiveHundred } from "./fiveHundred.ts";

/** 2030-01-01. */
const START = 1_893_456_000;
const DEADLINE = START + 30 * 86_400;

async function createNetworkAtStart(): Promise<Network> {
  const net = await createNetwork();
  await net.networkHelpers.time.increaseTo(START);
  return net;
}

export type Measured = Record<string, Breakdown>;

async function measureRegistration(): Promise<Measured> {
  const net = await createNetworkAtStart();
  await confirmedReceivable(net, { number: "earlier" });
  const bySupplier = net.ledger.connect(net.supplier);
  const terms = await termsFor(net, { number: "A" });
  const register = await breakdownOf(net, bySupplier.register(terms));
  const confirm = await breakdownOf(net, net.ledger.connect(net.obligor).confirm(net.supplier.address, terms, 1));
  const signed = await termsFor(net, { number: "B" });
  const { deadline, signature } = await signConfirmation(net, signed, 1, { deadline: DEADLINE });
  const registerAndConfirmBySignature = await breakdownOf(
    net,
    bySupplier.registerAndConfirm(signed, 1, deadline, signature),
  );
  return { register, confirm, registerAndConfirmBySignature };
}

async function splitInto(net: Network, slice: bigint, count: number): Promise<Breakdown> {
  const parts = net.suppliers.slice(0, count).map((payee) => ({ to: payee.address, amount: 500_000n }));
  return breakdownOf(net, net.ledger.connect(net.supplier).splitAndTransfer(slice, parts, 0));
}

async function measureSlices(): Promise<Measured> {
  const one = await createNetworkAtStart();
  const split1 = await splitInto(one, (await confirmedReceivable(one)).slice, 1);
  const ten = await createNetworkAtStart();
  const { id, slice, terms } = await confirmedReceivable(ten);
  const split10 = await splitInto(ten, slice, 10);
  const net = await createNetworkAtStart();
  const offered = await confirmedReceivable(net);
  const parts = [{ to: net.cautious.address, amount: 500_000n }];
  const bySupplier = net.ledger.connect(net.supplier);
  const offer1 = await breakdownOf(net, bySupplier.splitAndTransfer(offered.slice, parts, DEADLINE));
  const accept = await breakdownOf(net, net.ledger.connect(net.cautious).accept(sliceId(offered.id, 9_500_000n)));
  const [payee] = net.suppliers;
  if (!payee) throw new Error("a payee expected");
  const transfer = await breakdownOf(net, bySupplier.transfer(offered.slice, payee.address, 0));
  return { split1, split10, offer1, accept, transfer, settle10: await settleTen(ten, id, slice, Number(terms.dueDay)) };
}

/** Ten slices of ten holders: the supplier's rest is passed on to an eleventh company's place first. */
async function settleTen(net: Network, id: bigint, head: bigint, dueDay: number): Promise<Breakdown> {
  const [first] = net.suppliers;
  if (!first) throw new Error("a payee expected");
  await net.ledger.connect(net.supplier).transfer(head, first.address, 0);
  await net.ledger.connect(first).merge(head, sliceId(id, 5_000_000n));
  await startDay(net, dueDay);
  const [ids] = await net.ledger.slicesOf(id, 0, 100);
  if (ids.length !== 10) throw new Error(`ten slices expected, found ${ids.length}`);
  return breakdownOf(net, net.settlementDesk.connect(net.obligor).pay(id, [...ids]));
}

async function measureDiscount(): Promise<Measured> {
  const net = await createNetworkAtStart();
  const { slice } = await confirmedReceivable(net);
  const { offerId, terms } = await postOffer(net, { expiresAt: DEADLINE });
  return { discount: await breakdownOf(net, net.discountDesk.connect(net.supplier).take(slice, terms, offerId, 0)) };
}

/** The other ways to be paid before the due day, or late. */
async function measureDesks(): Promise<Measured> {
  const pledged = await createNetworkAtStart();
  const pledgeDesk = await admitPledgeDesk(pledged);
  const { slice } = await confirmedReceivable(pledged);
  const { offer, signature } = await signLoan({ ...pledged, pledgeDesk }, slice, { offer: { expiresAt: DEADLINE } });
  const borrow = await breakdownOf(pledged, pledgeDesk.connect(pledged.supplier).take(offer, signature));
  const net = await createNetworkAtStart();
  const { id, terms, slice: whole } = await confirmedReceivable(net);
  await startDay(net, Number(terms.dueDay));
  const byObligor = net.settlementDesk.connect(net.obligor);
  const payPart = await breakdownOf(net, byObligor.payPart(id, 5_000_000n, [whole]));
  const payRest = await breakdownOf(net, byObligor.pay(id, [whole]));
  const hundred = await settleFiveHundred(await createNetworkAtStart());
  return { borrow, payPart, payRest, settle100: hundred };
}

/**
 * Every operation whose cost is kept. Recipients hold no slice yet; cash balances are not zero before; the obligor owes something already.
 * Days, deadlines and hence signatures are the same in every run: a zero byte more or less in the calldata costs 12 gas.
 */
export async function measureAll(): Promise<Measured> {
  return {
    ...(await measureRegistration()),
    ...(await measureSlices()),
    ...(await measureDiscount()),
    ...(await measureDesks()),
  };
}
