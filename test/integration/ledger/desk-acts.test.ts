import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { ALL_POWERS, DOCUMENT, FAR, ownDesks, POWER } from "../../helpers/deskActs.ts";
import { admitDesk, DECISION } from "../../helpers/governance.ts";
import { loaderOf } from "../../helpers/loader.ts";
import { identityOf, ROLE, sliceId, startDay, termsFor, todayOf } from "../../helpers/network.ts";
import { replaceKey } from "../../helpers/replaceKey.ts";
import { idOf } from "../../helpers/signConfirmation.ts";
import { FLAG, sliceWord } from "../../helpers/words.ts";

const CNY = 1;
const FACE = 10_000_000n;
const HEAD = 7_000_000n;
const MIDDLE = 2_000_000n;
const SMALLEST = 20_000n;
const HOLDING_ROLES = ROLE.OBLIGOR | ROLE.SUPPLIER | ROLE.BANK;
const RETIRED = 4n;

describe("Desk acts: powers", () => {
  const load = loaderOf(ownDesks);
  type Acting = Awaited<ReturnType<typeof load>>;
  const acts = {
    moveTailByDesk: [
      POWER.FINANCE,
      (net: Acting, by: Acting["desk"]) => by.moveTailByDesk(net.head, 0, HEAD / 2n, net.bank),
    ],
    retireByDesk: [
      POWER.RETIRE | POWER.SETTLE,
      (net: Acting, by: Acting["desk"]) => by.retireByDesk(net.head, net.headWord),
    ],
    lockByDesk: [POWER.LOCK, (net: Acting, by: Acting["desk"]) => by.lockByDesk(net.head, net.headWord)],
    seizeByDesk: [POWER.LOCK, (net: Acting, by: Acting["desk"]) => by.seizeByDesk(net.head, net.bank)],
    returnByDesk: [
      POWER.RECOURSE,
      (net: Acting, by: Acting["desk"]) => by.returnByDesk(net.head, net.headWord, net.second),
    ],
    markPaid: [POWER.SETTLE, (net: Acting, by: Acting["desk"]) => by.markPaid(net.id, [], [])],
  } as const;

  for (const [name, [needed, act]] of Object.entries(acts)) {
    it(`${name} is for desks with its power: nobody else, no other desk, no removed one`, async () => {
      const net = await load();
      const { ledger, supplier, other } = net;
      await expect(act(net, ledger.connect(supplier)))
        .to.be.revertedWithCustomError(ledger, "Rulebook_DeskUnknown")
        .withArgs(supplier.address);
      const others = ALL_POWERS & ~needed;
      await admitDesk(net, other.address, others);
      await expect(act(net, ledger.connect(other)))
        .to.be.revertedWithCustomError(ledger, "Rulebook_DeskLacksPower")
        .withArgs(other.address, others, needed);
      await ledger.removeDesk(other.address, DECISION);
      await expect(act(net, ledger.connect(other)))
        .to.be.revertedWithCustomError(ledger, "Rulebook_DeskLacksPower")
        .withArgs(other.address, 0, needed);
    });
  }
});

describe("Desk acts: moveTailByDesk", () => {
  const load = loaderOf(ownDesks);

  it("cuts the last cents off for a bank: no hop, the next sequence, and the words are the chain's", async () => {
    const { ledger, desk, outsider, second, bank, id, middle, middleWord, wordOf } = await load();
    const part = sliceId(id, 8_500_000n);
    expect(await desk.moveTailByDesk.staticCall(middle, middleWord, 500_000n, bank)).to.equal(part);
    const head = sliceWord({ holder: second.address, end: 8_500_000n, hops: 1n, sequence: 1n });
    const tail = sliceWord({ holder: bank.address, end: 9_000_000n, hops: 1n, sequence: 2n });
    await expect(desk.moveTailByDesk(middle, middleWord, 500_000n, bank))
      .to.emit(ledger, "SliceTailMovedByDesk")
      .withArgs(middle, outsider.address, second.address, head, tail)
      .and.to.emit(ledger, "Transfer")
      .withArgs(ZeroAddress, bank.address, part)
      .and.to.emit(ledger, "MetadataUpdate")
      .withArgs(middle);
    expect([await wordOf(middle), await wordOf(part)]).to.deep.equal([head, tail]);
  });

  it("takes the slice as it is without a word, and cuts down to the smallest slice on either side", async () => {
    const { ledger, desk, bank, head } = await load();
    await desk.moveTailByDesk(head, 0, SMALLEST, bank);
    for (const [amount, small] of [
      [SMALLEST - 1n, SMALLEST - 1n],
      [0n, 0n],
      [HEAD - 2n * SMALLEST + 1n, SMALLEST - 1n],
    ])
      await expect(desk.moveTailByDesk(head, 0, amount ?? 0n, bank))
        .to.be.revertedWithCustomError(ledger, "Slices_PartTooSmall")
        .withArgs(small, SMALLEST);
    for (const amount of [HEAD - SMALLEST, HEAD])
      await expect(desk.moveTailByDesk(head, 0, amount, bank))
        .to.be.revertedWithCustomError(ledger, "Slices_ExceedsSlice")
        .withArgs(head, amount, HEAD - SMALLEST);
    await desk.moveTailByDesk(head, 0, HEAD - 2n * SMALLEST, bank);
  });

  it("reverts for a word that has changed, an unknown slice, and one that something is under way with", async () => {
    const { ledger, desk, supplier, cautious, bank, head, headWord, wordOf } = await load();
    await expect(desk.moveTailByDesk(head + 1n, 0, SMALLEST, bank))
      .to.be.revertedWithCustomError(ledger, "Slices_Unknown")
      .withArgs(head + 1n);
    await ledger.connect(supplier).transfer(head, cautious.address, FAR);
    await expect(desk.moveTailByDesk(head, headWord, SMALLEST, bank))
      .to.be.revertedWithCustomError(ledger, "Slices_WordChanged")
      .withArgs(head, headWord, await wordOf(head));
    await expect(desk.moveTailByDesk(head, 0, SMALLEST, bank))
      .to.be.revertedWithCustomError(ledger, "Slices_Busy")
      .withArgs(head, FLAG.RESERVED);
  });

  it("reverts for a receiver that is the holder or no bank in good standing", async () => {
    const { ledger, desk, second, bank, middle, head, today } = await load();
    await expect(desk.moveTailByDesk(middle, 0, SMALLEST, second))
      .to.be.revertedWithCustomError(ledger, "Slices_ToSelf")
      .withArgs(middle, second.address);
    await ledger.setKycUntil(bank.address, today - 1);
    for (const to of [second.address, bank.address])
      await expect(desk.moveTailByDesk(head, 0, SMALLEST, to))
        .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
        .withArgs(to, ROLE.BANK, await ledger.participantOf(to), today);
  });

  it("reverts without the registry's entry where the policy asks for it", async () => {
    const net = await load();
    const { ledger, desk, supplier, obligor, bank } = net;
    const terms = await termsFor(net, { number: "unregistered" });
    const id = await idOf(net, terms);
    await ledger.connect(supplier).register(terms);
    await ledger.connect(obligor).confirm(supplier.address, terms, 1);
    await expect(desk.moveTailByDesk(sliceId(id, 0n), 0, SMALLEST, bank))
      .to.be.revertedWithCustomError(ledger, "Slices_RegistryEntryMissing")
      .withArgs(id);
  });
});

describe("Desk acts: before the due day, with the holder's consent", () => {
  const load = loaderOf(ownDesks);
  type Acting = Awaited<ReturnType<typeof load>>;
  const acts = {
    moveTailByDesk: ({ desk, head, bank }: Acting) => desk.moveTailByDesk(head, 0, SMALLEST, bank),
    retireByDesk: async ({ desk, head, wordOf }: Acting) => desk.retireByDesk(head, await wordOf(head)),
    lockByDesk: async ({ desk, head, wordOf }: Acting) => desk.lockByDesk(head, await wordOf(head)),
  } as const;

  for (const [name, act] of Object.entries(acts)) {
    it(`${name} reverts when the holder has not enabled the desk, is suspended, or its checks have run out`, async () => {
      const net = await load();
      const { ledger, supplier, outsider, today } = net;
      const expectMayNotAct = async () =>
        expect(act(net))
          .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
          .withArgs(supplier.address, HOLDING_ROLES, await ledger.participantOf(supplier.address), today);
      await ledger.suspend(supplier.address);
      await expectMayNotAct();
      await ledger.restore(supplier.address);
      await ledger.setKycUntil(supplier.address, today - 1);
      await expectMayNotAct();
      await ledger.setKycUntil(supplier.address, today);
      await ledger.connect(supplier).setDeskEnabled(outsider.address, false);
      await expect(act(net))
        .to.be.revertedWithCustomError(ledger, "Slices_DeskNotEnabled")
        .withArgs(supplier.address, outsider.address);
      await ledger.connect(supplier).setDeskEnabled(outsider.address, true);
      await act(net);
    });

    it(`${name} reverts during a hold, and from the due day on`, async () => {
      const net = await load();
      const { ledger, officer, id, dueDay } = net;
      await officer.hold(id, DOCUMENT);
      await expect(act(net))
        .to.be.revertedWithCustomError(ledger, "Slices_Held")
        .withArgs(id, await ledger.heldUntil(id));
      await startDay(net, dueDay);
      await expect(act(net)).to.be.revertedWithCustomError(ledger, "Slices_DueDayReached").withArgs(id, dueDay, dueDay);
    });
  }
});

describe("Desk acts: retireByDesk", () => {
  const load = loaderOf(ownDesks);
  type Acting = Awaited<ReturnType<typeof load>>;

  async function owedBy({ ledger, obligor }: Acting) {
    return (await ledger.outstandingOf(identityOf(obligor.address), CNY)).amount;
  }

  it("passes the cents to the obligor, which owes them no longer; no hop, and the word is the chain's", async () => {
    const net = await load();
    const { ledger, desk, outsider, obligor, second, id, middle, middleWord } = net;
    const word = sliceWord({ holder: obligor.address, end: 9_000_000n, hops: 1n, flags: RETIRED, sequence: 2n });
    expect(await desk.retireByDesk.staticCall(middle, middleWord)).to.deep.equal([
      middleWord,
      await ledger.receivableWordOf(id),
      BigInt(await todayOf(net)),
    ]);
    await expect(desk.retireByDesk(middle, middleWord))
      .to.emit(ledger, "SliceRetired")
      .withArgs(middle, outsider.address, second.address, word)
      .and.to.emit(ledger, "Transfer")
      .withArgs(second.address, obligor.address, middle);
    expect(await net.wordOf(middle)).to.equal(word);
    expect([await ledger.retiredOf(id), await owedBy(net)]).to.deep.equal([MIDDLE, FACE - MIDDLE]);
    await desk.retireByDesk(net.last, await net.wordOf(net.last));
    expect([await ledger.retiredOf(id), await owedBy(net)]).to.deep.equal([3_000_000n, HEAD]);
  });

  it("a desk that settles needs no consent: who is paid in full is paid, suspended or not", async () => {
    const net = await load();
    const { ledger, settling, settler, second, third, obligor, id, middle, last, today } = net;
    await ledger.suspend(second.address);
    await ledger.setKycUntil(third.address, today - 1);
    const word = sliceWord({ holder: obligor.address, end: 9_000_000n, hops: 1n, flags: RETIRED, sequence: 2n });
    await expect(settling.retireByDesk(middle, net.middleWord))
      .to.emit(ledger, "SliceRetired")
      .withArgs(middle, settler.address, second.address, word);
    await settling.retireByDesk(last, await net.wordOf(last));
    expect(await ledger.retiredOf(id)).to.equal(3_000_000n);
  });

  it("reverts without the word, for another one, an unknown slice and one that something is under way with", async () => {
    const { ledger, desk, supplier, cautious, head, headWord, wordOf } = await load();
    await expect(desk.retireByDesk(head, 0)).to.be.revertedWithCustomError(ledger, "Desk_WordMissing").withArgs(head);
    await expect(desk.retireByDesk(head + 1n, headWord))
      .to.be.revertedWithCustomError(ledger, "Slices_Unknown")
      .withArgs(head + 1n);
    await ledger.connect(supplier).transfer(head, cautious.address, FAR);
    const offered = await wordOf(head);
    await expect(desk.retireByDesk(head, headWord))
      .to.be.revertedWithCustomError(ledger, "Slices_WordChanged")
      .withArgs(head, headWord, offered);
    await expect(desk.retireByDesk(head, offered))
      .to.be.revertedWithCustomError(ledger, "Slices_Busy")
      .withArgs(head, FLAG.RESERVED);
  });

  it("reverts for the obligor's own slice, and for an obligor that may not hold any", async () => {
    const { ledger, desk, supplier, obligor, head, headWord, wordOf, today } = await load();
    await ledger.suspend(obligor.address);
    await expect(desk.retireByDesk(head, headWord))
      .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
      .withArgs(obligor.address, HOLDING_ROLES, await ledger.participantOf(obligor.address), today);
    await ledger.restore(obligor.address);
    await ledger.connect(obligor).setStandingConsent(true);
    await ledger.connect(supplier).transfer(head, obligor.address, 0);
    await expect(desk.retireByDesk(head, await wordOf(head)))
      .to.be.revertedWithCustomError(ledger, "Slices_ToSelf")
      .withArgs(head, obligor.address);
  });

  it("passes them to the account in force when the obligor's key was replaced; the organisation owes less", async () => {
    const net = await load();
    const { desk, obligor, head, headWord, wordOf } = net;
    const [successor] = (await net.ethers.getSigners()).slice(19);
    if (!successor) throw new Error("one more signer expected");
    await replaceKey(net, obligor, successor);
    await desk.retireByDesk(head, headWord);
    expect(await wordOf(head)).to.equal(
      sliceWord({ holder: successor.address, end: HEAD, flags: RETIRED, sequence: 1n }),
    );
    expect(await owedBy(net)).to.equal(FACE - HEAD);
  });

  it("what is retired can't be frozen; the cents around it can, and a range over it freezes nothing", async () => {
    const { ledger, desk, officer, id, head, middle, middleWord, last, wordOf } = await load();
    await desk.retireByDesk(middle, middleWord);
    for (const [covering, from, to] of [
      [middle, HEAD, 9_000_000n],
      [middle, 8_000_000n, 8_500_000n],
      [head, 0n, FACE],
    ] as const)
      await expect(officer.freeze(covering, from, to, 1, DOCUMENT, FAR))
        .to.be.revertedWithCustomError(ledger, "Legal_Retired")
        .withArgs(from > HEAD ? sliceId(id, from) : middle);
    await officer.freeze(head, 0, HEAD, 1, DOCUMENT, FAR);
    await officer.freeze(last, 9_000_000n, FACE, 1, DOCUMENT, FAR);
    const flags = [head, middle, last].map(async (slice) => ((await wordOf(slice)) >> 216n) & 0xffn);
    expect(await Promise.all(flags)).to.deep.equal([2n, RETIRED, 2n]);
  });
});
