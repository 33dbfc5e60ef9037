import { expect } from "chai";
import { keccak256, toUtf8Bytes } from "ethers";
import { network } from "hardhat";
import { type DayBase, dayOf, daysBetween } from "../../frontend/src/domain/day-count.ts";
import { discount, yieldPpm } from "../../frontend/src/domain/discount.ts";
import { DomainError } from "../../frontend/src/domain/domain-error.ts";
import { identityHash } from "../../frontend/src/domain/identifiers.ts";
import { decodeSliceWord, receivableId, sliceId, splitSliceId } from "../../frontend/src/domain/ids.ts";
import { interest } from "../../frontend/src/domain/interest.ts";
import { roundHalfUpDiv } from "../../frontend/src/domain/money.ts";
import { penalty, penaltyDays } from "../../frontend/src/domain/penalty.ts";
import { entitlement } from "../../frontend/src/domain/telescoping.ts";
import { type ArithmeticHarness, ArithmeticHarness__factory } from "../../types/contracts/index.js";
import { createNetwork, type Network, ROLE, termsFor } from "../helpers/network.ts";
import vectors from "../vectors/money.json" with { type: "json" };

const PPM = 1_000_000n;
const ACTUAL = 0;
const THIRTY_360 = 1;
const MOST_FACE = 2n ** 48n - 1n;
const MOST_RATE = 2n ** 24n - 1n;
const ROUNDS = 200;

function dayBase(base: number): DayBase {
  if (base === 360 || base === 365) return base;
  throw new RangeError(`day base ${base}`);
}

/** The same numbers in every run: a hash chain, not Math.random. */
function randomOf(seed: string): (most: bigint) => bigint {
  let state = keccak256(toUtf8Bytes(seed));
  return (most) => {
    state = keccak256(state);
    return BigInt(state) % (most + 1n);
  };
}

async function deployHarness(): Promise<ArithmeticHarness> {
  const { ethers } = await network.create();
  const [deployer] = await ethers.getSigners();
  return new ArithmeticHarness__factory(deployer).deploy();
}

describe("Arithmetic: the vectors of the domain", () => {
  let harness: ArithmeticHarness;
  before(async () => {
    harness = await deployHarness();
  });

  for (const v of vectors.discount) {
    it(`discount, ${v.name}`, async () => {
      const [face, rate] = [BigInt(v.faceMinor), BigInt(v.ratePpm)];
      const expected = [BigInt(v.discountMinor), BigInt(v.netMinor)];
      expect(await harness.discount(face, rate, v.days, v.base)).to.deep.equal(expected);
      const typed = discount({ faceMinor: face, ratePpm: rate, days: v.days, base: dayBase(v.base) });
      expect([typed.discountMinor, typed.netMinor]).to.deep.equal(expected);
    });
  }

  for (const v of vectors.discountExceedsFace) {
    it(`no discount, ${v.name}`, async () => {
      const [face, rate] = [BigInt(v.faceMinor), BigInt(v.ratePpm)];
      await expect(harness.discount(face, rate, v.days, v.base))
        .to.be.revertedWithCustomError(harness, "Money_DiscountExceedsFace")
        .withArgs(face, v.discountMinor);
      expect(() => discount({ faceMinor: face, ratePpm: rate, days: v.days, base: dayBase(v.base) }))
        .to.throw(DomainError)
        .with.property("code", "DiscountExceedsFace");
    });
  }

  for (const v of vectors.interest) {
    it(`interest, ${v.name}`, async () => {
      const [amountMinor, ratePpm, base] = [BigInt(v.amountMinor), BigInt(v.ratePpm), dayBase(v.base)];
      const exact = amountMinor * ratePpm * BigInt(v.days);
      expect(await harness.divHalfUp(exact, BigInt(base) * PPM)).to.equal(v.interestMinor);
      expect(interest({ amountMinor, ratePpm, days: v.days, base })).to.equal(BigInt(v.interestMinor));
    });
  }

  for (const v of vectors.penalty) {
    it(`penalty, ${v.name}`, async () => {
      expect(await harness.penalty(v.unpaidMinor, v.ppmPerDay, v.days)).to.equal(v.penaltyMinor);
      expect(penalty(BigInt(v.unpaidMinor), BigInt(v.ppmPerDay), v.days)).to.equal(BigInt(v.penaltyMinor));
    });
  }

  for (const v of vectors.dayCount) {
    it(`day count, ${v.name}`, async () => {
      expect(await harness.daysBetween(v.fromDay, v.toDay, ACTUAL)).to.equal(v.act);
      expect(await harness.daysBetween(v.fromDay, v.toDay, THIRTY_360)).to.equal(v.thirty360);
      expect(daysBetween(v.fromDay, v.toDay, "ACT")).to.equal(v.act);
      expect(daysBetween(v.fromDay, v.toDay, "30/360")).to.equal(v.thirty360);
    });
  }

  for (const v of vectors.penaltyDays) {
    it(`penalty days, ${v.name}`, () => {
      expect(penaltyDays(v.dueDay, v.paidDay, v.graceDays)).to.equal(v.days);
    });
  }

  for (const v of vectors.yield) {
    it(`yield, ${v.name}`, () => {
      const terms = { ratePpm: BigInt(v.ratePpm), days: v.days, base: dayBase(v.base) };
      expect(yieldPpm(terms)).to.equal(BigInt(v.yieldPpm));
    });
  }

  for (const v of vectors.share) {
    it(`share, ${v.name}`, async () => {
      const [paid, face, start, end] = [BigInt(v.paidMinor), BigInt(v.faceMinor), BigInt(v.start), BigInt(v.end)];
      expect(await harness.share(paid, face, start, end)).to.equal(v.shareMinor);
      expect(entitlement(paid, face, start, end)).to.equal(BigInt(v.shareMinor));
    });
  }
});

describe("Arithmetic: TypeScript and Solidity agree", () => {
  let harness: ArithmeticHarness;
  before(async () => {
    harness = await deployHarness();
  });

  /** Random days, and those on which calendars trip: leap days, month ends, the last of the 16 bits. */
  const LEAP_DAY = 19_782;
  const NOTABLE = [0, 11_016, LEAP_DAY - 1, LEAP_DAY, LEAP_DAY + 1, 20_484, 20_512, 20_543, 47_540, 47_541, 65_535];

  it("on days, for both conventions", async () => {
    const random = randomOf("days");
    const pairs: [number, number][] = NOTABLE.flatMap((a) => NOTABLE.map((b): [number, number] => [a, b]));
    for (let i = 0; i < ROUNDS; i++) pairs.push([Number(random(65_535n)), Number(random(65_535n))]);
    for (const pair of pairs) {
      const [from, to] = [Math.min(...pair), Math.max(...pair)];
      expect(await harness.daysBetween(from, to, ACTUAL)).to.equal(daysBetween(from, to, "ACT"));
      expect(await harness.daysBetween(from, to, THIRTY_360)).to.equal(daysBetween(from, to, "30/360"));
    }
  });

  it("on the day it is, in every time zone", async () => {
    const random = randomOf("time zones");
    for (let i = 0; i < ROUNDS; i++) {
      const zone = Number(random(26n)) - 12;
      const second = 86_400n + random(65_000n * 86_400n);
      const midnight = (second / 86_400n) * 86_400n + 86_400n - BigInt(zone) * 3600n;
      for (const at of [second, midnight, midnight - 1n]) {
        expect(await harness.dayAt(at, zone)).to.equal(dayOf(at, zone));
      }
    }
  });

  it("on discounts, refusals included", async () => {
    const random = randomOf("discounts");
    const cases = [
      [MOST_FACE, MOST_RATE, 21n],
      [MOST_FACE, MOST_RATE, 65_535n],
      [MOST_FACE, MOST_RATE, 0n],
      [1n, 1n, 1n],
      [0n, MOST_RATE, 365n],
    ];
    for (let i = 0; i < ROUNDS; i++)
      cases.push([random(MOST_FACE), random(i % 2 ? 300_000n : MOST_RATE), random(400n)]);
    for (const [faceMinor = 0n, ratePpm = 0n, days = 0n] of cases) {
      const base = random(1n) === 0n ? 360 : 365;
      const exact = roundHalfUpDiv(faceMinor * ratePpm * days, BigInt(base) * PPM);
      const terms = { faceMinor, ratePpm, days: Number(days), base } as const;
      if (exact > faceMinor) {
        expect(() => discount(terms)).to.throw(DomainError);
        await expect(harness.discount(faceMinor, ratePpm, days, base)).to.be.revertedWithCustomError(
          harness,
          "Money_DiscountExceedsFace",
        );
      } else {
        const { discountMinor, netMinor } = discount(terms);
        expect(await harness.discount(faceMinor, ratePpm, days, base)).to.deep.equal([discountMinor, netMinor]);
      }
    }
  });

  it("on penalties and shares", async () => {
    const random = randomOf("shares");
    for (let i = 0; i < ROUNDS; i++) {
      const face = 2n + random(MOST_FACE - 2n);
      const [ppm, days] = [random(100_000n), Number(random(5_000n))];
      const late = penalty(face, ppm, days);
      expect(await harness.penalty(face, ppm, days)).to.equal(late);
      const cut = 1n + random(face - 2n);
      const [left, right] = [entitlement(late, face, 0n, cut), entitlement(late, face, cut, face)];
      expect(await harness.share(late, face, 0, cut)).to.equal(left);
      expect(await harness.share(late, face, cut, face)).to.equal(right);
      expect(left + right).to.equal(late);
    }
  });
});

describe("Ids and words: TypeScript and Solidity agree", () => {
  const KYC_UNTIL = 40_000;
  let net: Network;
  let harness: ArithmeticHarness;
  before(async () => {
    net = await createNetwork();
    harness = await new ArithmeticHarness__factory(net.operator).deploy();
  });

  it("on the id of an invoice between two real identities, as the ledger returns it", async () => {
    const { ledger, outsider, operator, suppliers } = net;
    const [, , , , , , , , , , , spare] = suppliers;
    if (!spare) throw new Error("a supplier expected");
    const owing = identityHash("USCC", "91110000600037341L");
    const owed = identityHash("LEI", "5493001KJTIIGC8Y1R12");
    expect(owing).to.equal(keccak256(toUtf8Bytes("tallystick.identity.v1|USCC|91110000600037341L")).slice(0, 42));
    await ledger.admit(outsider.address, owing, ROLE.OBLIGOR, KYC_UNTIL);
    await ledger.admit(operator.address, owed, ROLE.SUPPLIER, KYC_UNTIL);
    const terms = await termsFor(net, { obligor: outsider.address });
    const key = `0x${terms.invoiceKey.toString().slice(2)}` as const;
    expect(await ledger.register.staticCall(terms)).to.equal(receivableId(owing, owed, key));
    expect(await ledger.accountOf(owing)).to.equal(outsider.address);
  });

  it("on random ids", async () => {
    const random = randomOf("ids");
    const bytes = (bits: bigint) =>
      `0x${random(2n ** bits - 1n)
        .toString(16)
        .padStart(Number(bits / 4n), "0")}` as const;
    for (let i = 0; i < ROUNDS; i++) {
      const [owing, owed, key, start] = [bytes(160n), bytes(160n), bytes(256n), random(MOST_FACE)];
      const id = receivableId(owing, owed, key);
      expect(await harness.receivableId(owing, owed, key)).to.equal(id);
      const slice = sliceId(id, start);
      expect(await harness.sliceId(id, start)).to.equal(slice);
      expect(splitSliceId(slice)).to.deep.equal({ receivable: id, start });
    }
  });

  it("on slice words", async () => {
    const random = randomOf("words");
    for (let i = 0; i < ROUNDS; i++) {
      const holder = net.suppliers[i % net.suppliers.length]?.address ?? "";
      const [end, sequence] = [random(MOST_FACE), Number(random(2n ** 32n - 1n))];
      const [hops, flags] = [Number(random(255n)), Number(random(255n))];
      const word = await harness.sliceWord(holder, end, hops, flags, sequence);
      expect(decodeSliceWord(word)).to.deep.equal({ holder, end, hops, flags, sequence });
    }
  });
});
