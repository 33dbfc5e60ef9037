import { expect } from "chai";
import { keccak256, toUtf8Bytes } from "ethers";
import { network } from "hardhat";
import { type DayBase, daysBetween } from "../../frontend/src/domain/day-count.ts";
import { discount, yieldPpm } from "../../frontend/src/domain/discount.ts";
import { DomainError } from "../../frontend/src/domain/domain-error.ts";
import { faceForNet } from "../../frontend/src/domain/face-for-net.ts";
import { identityHash } from "../../frontend/src/domain/identifiers.ts";
import { decodeSliceWord, receivableId, sliceId, splitSliceId } from "../../frontend/src/domain/ids.ts";
import { interest } from "../../frontend/src/domain/interest.ts";
import { maxLoan } from "../../frontend/src/domain/max-loan.ts";
import { penalty, penaltyDays } from "../../frontend/src/domain/penalty.ts";
import { recourseClaim } from "../../frontend/src/domain/recourse-claim.ts";
import { entitlement } from "../../frontend/src/domain/telescoping.ts";
import { type ArithmeticHarness, ArithmeticHarness__factory } from "../../types/contracts/index.js";
import { loaderOf } from "../helpers/loader.ts";
import { createNetwork, type Network, ROLE, startDay, termsFor, todayOf } from "../helpers/network.ts";
import { addPolicy } from "../helpers/policy.ts";
import vectors from "../vectors/money.json" with { type: "json" };

const ACTUAL = 0;
const THIRTY_360 = 1;
const MOST_FACE = 2n ** 48n - 1n;
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

function recourseTerms(v: { faceMinor: string; recoveredMinor: string; penaltyMinor: string }) {
  const [faceMinor, recoveredMinor] = [BigInt(v.faceMinor), BigInt(v.recoveredMinor)];
  return { faceMinor, recoveredMinor, penaltyMinor: BigInt(v.penaltyMinor) };
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
      const [amountMinor, ratePpm] = [BigInt(v.amountMinor), BigInt(v.ratePpm)];
      expect(await harness.interest(amountMinor, ratePpm, v.days, v.base)).to.equal(v.interestMinor);
      const typed = interest({ amountMinor, ratePpm, days: v.days, base: dayBase(v.base) });
      expect(typed).to.equal(BigInt(v.interestMinor));
    });
  }

  for (const v of vectors.faceForNet) {
    it(`face for a net, ${v.name}`, async () => {
      const [askedMinor, ratePpm] = [BigInt(v.askedMinor), BigInt(v.ratePpm)];
      expect(await harness.faceForNet(askedMinor, ratePpm, v.days, v.base)).to.equal(v.faceMinor);
      const typed = faceForNet({ askedMinor, ratePpm, days: v.days, base: dayBase(v.base) });
      expect(typed).to.equal(BigInt(v.faceMinor));
    });
  }

  for (const v of vectors.faceForNetRefused) {
    it(`no face for a net, ${v.name}`, async () => {
      const [askedMinor, ratePpm] = [BigInt(v.askedMinor), BigInt(v.ratePpm)];
      await expect(harness.faceForNet(askedMinor, ratePpm, v.days, v.base))
        .to.be.revertedWithCustomError(harness, `Money_${v.code}`)
        .withArgs(...v.values);
      expect(() => faceForNet({ askedMinor, ratePpm, days: v.days, base: dayBase(v.base) }))
        .to.throw(DomainError)
        .with.property("code", v.code);
    });
  }

  for (const v of vectors.maxLoan) {
    it(`most that a pledge secures, ${v.name}`, async () => {
      expect(await harness.maxLoan(v.faceMinor, v.haircutPpm)).to.equal(v.loanMinor);
      expect(maxLoan(BigInt(v.faceMinor), BigInt(v.haircutPpm))).to.equal(BigInt(v.loanMinor));
    });
  }

  for (const v of vectors.maxLoanRefused) {
    it(`no loan, ${v.name}`, async () => {
      await expect(harness.maxLoan(v.faceMinor, v.haircutPpm))
        .to.be.revertedWithCustomError(harness, "Money_HaircutOutOfRange")
        .withArgs(v.haircutPpm);
      expect(() => maxLoan(BigInt(v.faceMinor), BigInt(v.haircutPpm)))
        .to.throw(DomainError)
        .with.property("code", "HaircutOutOfRange");
    });
  }

  for (const v of vectors.claim) {
    it(`recourse claim, ${v.name}`, async () => {
      expect(await harness.claim(v.faceMinor, v.recoveredMinor, v.penaltyMinor)).to.equal(v.claimMinor);
      expect(recourseClaim(recourseTerms(v))).to.equal(BigInt(v.claimMinor));
    });
  }

  for (const v of vectors.claimRefused) {
    it(`no recourse claim, ${v.name}`, async () => {
      await expect(harness.claim(v.faceMinor, v.recoveredMinor, v.penaltyMinor))
        .to.be.revertedWithCustomError(harness, "Money_RecoveredExceedsFace")
        .withArgs(v.faceMinor, v.recoveredMinor);
      expect(() => recourseClaim(recourseTerms(v)))
        .to.throw(DomainError)
        .with.property("code", "RecoveredExceedsFace");
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

  for (const v of vectors.daysReversed) {
    it(`no day count, ${v.name}`, async () => {
      for (const convention of [ACTUAL, THIRTY_360]) {
        await expect(harness.daysBetween(v.fromDay, v.toDay, convention))
          .to.be.revertedWithCustomError(harness, "Calendar_DaysReversed")
          .withArgs(v.fromDay, v.toDay);
      }
      for (const convention of ["ACT", "30/360"] as const) {
        expect(() => daysBetween(v.fromDay, v.toDay, convention))
          .to.throw(DomainError)
          .with.property("code", "DaysReversed");
      }
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

describe("Settlement: the vectors of penalty days", () => {
  const load = loaderOf(async (net) => net);

  for (const v of vectors.penaltyDays) {
    it(`penalty days, ${v.name}`, async () => {
      const net = await load();
      const { ledger, settlementDesk, supplier, obligor } = net;
      const policy = await addPolicy(net, { graceDays: v.graceDays });
      const terms = await termsFor(net, { dueDay: (await todayOf(net)) + 30 });
      const id = await ledger.connect(supplier).register.staticCall(terms);
      await ledger.connect(supplier).register(terms);
      await ledger.connect(obligor).confirm(supplier.address, terms, policy);
      await startDay(net, Number(terms.dueDay) + v.paidDay - v.dueDay);
      const { penaltyPpmPerDay } = await ledger.policyOf(policy);
      const expected = penalty(BigInt(terms.face), penaltyPpmPerDay, v.days);
      expect((await settlementDesk.dueOf(id)).penalty).to.equal(expected);
      expect(expected > 0n).to.equal(v.days > 0);
      expect(penaltyDays(v.dueDay, v.paidDay, v.graceDays)).to.equal(v.days);
    });
  }
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
