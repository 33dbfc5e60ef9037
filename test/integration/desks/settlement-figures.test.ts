import { expect } from "chai";
import {
  type Collection,
  dueOn,
  type PaidMark,
  partShare,
  restShare,
} from "../../../frontend/src/domain/part-payment.ts";
import { loaderOf } from "../../helpers/loader.ts";
import { confirmedReceivable, type Network, sliceId, startDay } from "../../helpers/network.ts";

const RULES = { graceDays: 3, penaltyPpmPerDay: 500 };
const DOCUMENT = `0x${"d0".repeat(32)}`;
const FAR = 5_000_000_000;
const UNPAID: PaidMark = { face: 0n, penalty: 0n };
const ROUNDS = 12;

interface Cents {
  start: bigint;
  end: bigint;
}

/** A receivable cut into slices of all sizes, the smallest of single cents by legal orders. */
async function cutReceivable(net: Network, random: () => number, number: string) {
  const { ledger, supplier, supervisor, settlementDesk, obligor } = net;
  const face = 1_000n + BigInt(Math.floor(random() * 4_000));
  const { id, slice, terms } = await confirmedReceivable(net, { number, face });
  await ledger.connect(supplier).split(slice, [face / 5n, face / 4n, face / 3n]);
  const from = 3n + BigInt(Math.floor(random() * 40));
  const orders = ledger.connect(supervisor);
  await orders.freeze(slice, from, from + 1n, 1, DOCUMENT, FAR);
  await orders.release([sliceId(id, from)], DOCUMENT);
  const ranges = await rangesOf(net, id);
  return { id, face, ranges, dueDay: Number(terms.dueDay), desk: settlementDesk.connect(obligor) };
}

async function rangesOf({ ledger }: Network, id: bigint): Promise<Cents[]> {
  const [ids, words] = await ledger.slicesOf(id, 0, 100);
  return ids.map((slice, i) => ({
    start: BigInt.asUintN(48, slice),
    end: BigInt.asUintN(48, (words[i] ?? 0n) >> 160n),
  }));
}

/** The generator of Park and Miller: the same tests each time. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function collectionFrom(stored: Awaited<ReturnType<Network["settlementDesk"]["collectionOf"]>>): Collection {
  const { paid, penalty, held, accrued, since, parts } = stored;
  return { paid, penalty, held, accrued, since: Number(since), parts: Number(parts) };
}

describe("What the screen computes of payments in parts", () => {
  const load = loaderOf(async (net) => net);

  for (let seed = 1; seed <= ROUNDS; ++seed) {
    it(`is what the desk pays, to the cent, and in the end each slice has its face and its share (${seed})`, async () => {
      const net = await load();
      const random = generator(seed * 7_919);
      const { id, face, ranges, dueDay, desk } = await cutReceivable(net, random, `figures ${seed}`);
      const marks = new Map<bigint, PaidMark>();
      const received = new Map<bigint, bigint>();
      const paidOut = async (tx: Awaited<ReturnType<typeof desk.pay>>) => {
        const logs = await net.settlementDesk.queryFilter(net.settlementDesk.filters.SlicePaid, tx.blockNumber ?? 0);
        return new Map(logs.map(({ args }) => [BigInt.asUintN(48, args.id), args.amount]));
      };
      let day = dueDay;
      for (let part = 0; part < 5; ++part) {
        const later = Math.floor(random() * 6);
        day += later;
        if (part === 0 || later > 0) await startDay(net, day);
        const before = collectionFrom(await desk.collectionOf(id));
        const due = await desk.dueOf(id);
        const expected = dueOn({ face, dueDay }, before, RULES, day);
        expect({ face: due.face, penalty: due.penalty, daysLate: Number(due.daysLate) }).to.deep.equal(expected);
        const owed = due.face + due.penalty;
        const amount = 1n + BigInt(Math.floor(random() * Number(owed / 2n)));
        const named = ranges.filter(() => random() < 0.6);
        const paid = await paidOut(
          await desk.payPart(
            id,
            amount,
            named.map(({ start }) => sliceId(id, start)),
          ),
        );
        const after = collectionFrom(await desk.collectionOf(id));
        let held = before.held + amount;
        for (const range of named) {
          const share = partShare(face, { ...after, held }, range, marks.get(range.start) ?? UNPAID);
          expect(paid.get(range.start) ?? 0n).to.equal(share.amount);
          held -= share.amount;
          marks.set(range.start, share.mark);
          received.set(range.start, (received.get(range.start) ?? 0n) + share.amount);
        }
        expect(after.held).to.equal(held);
      }
      const { face: faceLeft, penalty } = await desk.dueOf(id);
      const before = collectionFrom(await desk.collectionOf(id));
      const paid = await paidOut(
        await desk.pay(
          id,
          ranges.map(({ start }) => sliceId(id, start)),
        ),
      );
      const collected = { penalty: before.penalty + penalty, held: before.held + faceLeft + penalty };
      for (const range of ranges) {
        const share = restShare(face, collected, range, marks.get(range.start) ?? UNPAID);
        expect(paid.get(range.start) ?? 0n).to.equal(share);
        collected.held -= share;
        const all = (received.get(range.start) ?? 0n) + share;
        const ofPenalty = (collected.penalty * range.end) / face - (collected.penalty * range.start) / face;
        expect(all).to.equal(range.end - range.start + ofPenalty);
      }
      expect(collected.held).to.equal(0n);
      expect((await desk.collectionOf(id)).held).to.equal(0n);
    });
  }
});
