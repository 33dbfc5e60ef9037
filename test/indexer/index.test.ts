import { AbiCoder, dataSlice, keccak256 } from "ethers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { decodeSliceWord } from "../../frontend/src/domain/ids.ts";
import { type Actor, actor } from "../../scripts/demo/actors.ts";
import { settled } from "../../scripts/deployment/settled.ts";
import { waitFor } from "../../scripts/local/waitFor.ts";
import {
  compareExposures,
  compareLinks,
  compareLoanEvents,
  compareLoans,
  compareProgrammes,
} from "./support/desksAgainstChain.ts";
import { type DeskTables, readDeskTables } from "./support/deskTables.ts";
import { rowsOf } from "./support/graphql.ts";
import { expectHistoryTold } from "./support/historyTold.ts";
import { holdersFrom } from "./support/holdersFrom.ts";
import { joinNetwork, type TestNetwork } from "./support/joinNetwork.ts";
import { playMore } from "./support/playMore.ts";
import { readTables } from "./support/tables.ts";

const offerRow = z.object({ id: z.string() });
const participantRow = z.object({ account: z.string(), standingConsent: z.boolean() });

/** Each comes with an event that says more; a receivable's slices redeemed are told one by one, and in all once it is settled. */
const EXPLAINED_BY_OTHERS = [
  "AuthorityUpdated",
  "Transfer",
  "MetadataUpdate",
  "BatchMetadataUpdate",
  "SliceMovedByDesk",
  "SliceTailMovedByDesk",
  "SlicesRedeemed",
  "SettlementBound",
  "SlicesPaidInPart",
  "Released",
  "RecourseRecorded",
  "RecourseCarriedOn",
  "ExposureRecorded",
];

/** Of the standards that the contracts follow; they change no word. */
const OF_STANDARDS = new Set(["Approval", "ApprovalForAll", "AuthorityUpdated", "EIP712DomainChanged"]);

/** One call, one truth: what the index says against what the contracts answer. */
describe("index", () => {
  let net: TestNetwork;
  let operator: Actor;
  let leftOut: Awaited<ReturnType<typeof playMore>>;
  let tables: Awaited<ReturnType<typeof readTables>>;
  let deskTables: DeskTables;

  beforeAll(async () => {
    net = joinNetwork();
    operator = actor(net, "operator");
    leftOut = await playMore(net);
    await net.caughtUp();
    tables = await readTables(net.indexerUrl);
    deskTables = await readDeskTables(net.indexerUrl);
  });

  afterAll(() => net.provider.destroy());

  it("has every participant's word", async () => {
    expect(tables.participants.length).toBeGreaterThanOrEqual(8);
    for (const { account, identity, replaced, successor, word } of tables.participants) {
      expect(word).toBe(await operator.ledger.participantOf(account));
      expect((await operator.ledger.accountOf(identity)).toLowerCase() === account).toBe(!replaced);
      expect(successor !== null).toBe(replaced);
      if (successor) expect((await operator.ledger.accountInForce(account)).toLowerCase()).toBe(successor);
    }
  });

  it("keeps each participant's columns equal to the fields of its word", () => {
    expect(tables.participants.some(({ overdue, replaced }) => overdue && !replaced)).toBe(true);
    for (const row of tables.participants) {
      const bits = (from: bigint, width: number) => Number(BigInt.asUintN(width, row.word >> from));
      const flags = [row.suspended, row.standingConsent, row.replaced, row.overdue];
      expect(row.roles).toBe(bits(0n, 8));
      expect(flags).toEqual([8n, 9n, 10n, 11n].map((bit) => bits(bit, 1) === 1));
      expect([Number(row.desks), row.kycUntil]).toEqual([bits(16n, 32), bits(48n, 16)]);
      expect(BigInt(row.identity)).toBe(row.word >> 64n);
    }
  });

  it("knows what each organisation owes and may owe, and what is overdue", async () => {
    expect(tables.obligorStandings.some(({ limit }) => limit > 0n)).toBe(true);
    for (const { identity, currency, ...row } of tables.obligorStandings) {
      const { amount, limit } = await operator.ledger.outstandingOf(identity, currency);
      expect(row).toEqual({ outstanding: amount, limit });
      const owed = tables.receivables.filter(
        (each) =>
          each.obligorIdentity === identity &&
          each.currency === currency &&
          ["confirmed", "defaulted"].includes(each.status),
      );
      expect(row.outstanding).toBe(owed.reduce((sum, { face, redeemed }) => sum + face - redeemed, 0n));
    }
    expect(tables.organisations.map(({ overdue }) => overdue)).toContain(1);
    for (const { identity, account, overdue } of tables.organisations) {
      expect(await operator.ledger.overdueOf(identity)).toBe(BigInt(overdue));
      expect((await operator.ledger.accountOf(identity)).toLowerCase()).toBe(account);
    }
  });

  it("knows how each replacement of a key stands", async () => {
    const stages = new Set(tables.keyReplacements.map(({ status }) => status));
    expect(stages).toEqual(new Set(["carriedOut", "proposed", "proposedAnew", "vetoed"]));
    for (const { account, replacementId } of tables.participants) {
      const { successor, readyAt, proposer } = await operator.ledger.replacementOf(account);
      const open = tables.keyReplacements.find(({ id }) => id === replacementId);
      expect([BigInt(open?.successor ?? 0), open?.readyAt ?? 0n, BigInt(open?.proposedBy ?? 0)]).toEqual([
        BigInt(successor),
        readyAt,
        BigInt(proposer),
      ]);
    }
  });

  it("has every receivable's word and status", async () => {
    const statuses = ["none", "registered", "refused", "cancelled", "confirmed", "settled", "writtenOff", "defaulted"];
    expect(new Set(tables.receivables.map(({ status }) => status))).toEqual(
      new Set(["registered", "refused", "confirmed", "settled", "defaulted", "writtenOff"]),
    );
    for (const row of tables.receivables) {
      const word = await operator.ledger.receivableWordOf(row.id);
      expect(row.word).toBe(word);
      expect(row.status).toBe(statuses[Number(word & 15n)]);
      const marks = [row.registryRecorded, row.paidInto, row.held, row.reportedOverdue];
      expect(marks).toEqual([16n, 32n, 64n, 128n].map((mark) => (word & mark) !== 0n));
      expect(await operator.ledger.heldUntil(row.id)).toBe(row.heldUntil ?? 0n);
      if (row.policy === null) continue;
      const fields = [row.obligor, row.face, row.dueDay, row.currency, row.policy];
      expect(fields).toEqual([
        `0x${(word >> 96n).toString(16).padStart(40, "0")}`,
        BigInt.asUintN(48, word >> 48n),
        ...[Number(BigInt.asUintN(16, word >> 32n)), Number(BigInt.asUintN(8, word >> 24n))],
        Number(BigInt.asUintN(16, word >> 8n)),
      ]);
    }
  });

  it("has the slices of every receivable, word for word", async () => {
    for (const { id } of tables.receivables) {
      const [ids, words] = await operator.ledger.slicesOf(id, 0, 1000);
      const live = tables.slices
        .filter(({ receivableId, status }) => receivableId === id && status === "live")
        .sort((a, b) => Number(a.start - b.start));
      expect(live.map((row) => [BigInt(row.id), row.word])).toEqual(ids.map((each, i) => [each, words[i]]));
    }
  });

  it("knows the slices that are gone", async () => {
    const gone = tables.slices.filter(({ status }) => status !== "live");
    expect(new Set(gone.map(({ status }) => status))).toEqual(new Set(["merged", "redeemed"]));
    for (const { id } of gone) expect(await operator.ledger.sliceWordOf(id)).toBe(0n);
  });

  it("keeps each column equal to its field of the word", () => {
    for (const row of tables.slices) {
      const { holder, end, hops, flags, sequence } = decodeSliceWord(row.word);
      const fields = [row.holder, row.end, row.hops, row.flags, Number(row.sequence), row.face];
      expect(fields).toEqual([holder.toLowerCase(), end, hops, flags, sequence, end - row.start]);
    }
  });

  it("knows the open transfer offers and how the others ended", async () => {
    const ends = new Set(tables.transferOffers.map(({ status }) => status));
    expect(ends).toEqual(new Set(["open", "accepted", "refused", "withdrawn", "expired", "frozen"]));
    for (const offer of tables.transferOffers) {
      const { payee, until } = await operator.ledger.transferOfferOf(offer.sliceId);
      const slice = tables.slices.find(({ id }) => id === offer.sliceId);
      const isOpen = offer.status === "open";
      expect(slice?.transferOfferId === offer.id).toBe(isOpen);
      if (isOpen) expect([payee.toLowerCase(), until]).toEqual([offer.payee, offer.until]);
      else expect(BigInt(payee)).toBe(0n);
    }
  });

  it("tells from the transfers alone who holds each cent", () => {
    const kinds = new Set(tables.transfers.map(({ kind }) => kind));
    const holders = ["confirm", "split", "payment", "acceptance", "discount", "quote", "merge", "settlement"];
    const rare = ["cut", "succession", "order", "retirement", "foreclosure", "recourse"];
    expect(kinds).toEqual(new Set([...holders, ...rare]));
    for (const receivable of tables.receivables) {
      const told = holdersFrom(tables.transfers.filter(({ receivableId }) => receivableId === receivable.id));
      for (const slice of tables.slices.filter(({ receivableId }) => receivableId === receivable.id)) {
        if (slice.status === "live") expect(told(slice.start), slice.id).toBe(slice.holder);
        if (slice.status === "redeemed") expect(told(slice.start), slice.id).toBe(receivable.obligor);
      }
    }
  });

  it("says what each transfer was for", () => {
    for (const { id, kind, from, to, hops, price } of tables.transfers) {
      // What the obligor holds of its own debt, paid early or not, is settled with itself.
      if (kind !== "settlement") expect(from === to, `${id} ${kind}`).toBe(["split", "cut", "merge"].includes(kind));
      expect(price !== null, `${id} ${kind}`).toBe(["discount", "quote", "retirement", "recourse"].includes(kind));
      if (kind === "payment" || kind === "acceptance") expect(hops).toBeGreaterThan(0);
    }
  });

  it("knows the slice that each was cut from", () => {
    const byId = new Map(tables.slices.map((row) => [row.id, row]));
    for (const { start, origin, parentId, receivableId, mergedInto, status } of tables.slices) {
      expect(["split", "cut", "desk"].includes(origin)).toBe(start !== 0n);
      const parent = byId.get(parentId ?? "");
      if (start !== 0n) expect(parent?.receivableId === receivableId && parent.start < start).toBe(true);
      expect(mergedInto !== null).toBe(status === "merged");
    }
  });

  it("has every standing offer as the desk has it, with all that its commitment binds", async () => {
    expect(tables.standingOffers).toHaveLength(7);
    const [termsType] = operator.discountDesk.interface.getFunction("postOffer").inputs;
    if (!termsType) throw new Error("The desk's terms have no type.");
    for (const { id, bank, limit, used, paused, withdrawn, ...terms } of tables.standingOffers) {
      const offer = await operator.discountDesk.offerOf(id);
      const told = [offer.bank.toLowerCase(), offer.limit, offer.used, offer.paused, offer.withdrawn];
      expect([bank, limit, used, paused, withdrawn]).toEqual(told);
      const dayCount = ["ACT", "30/360"].indexOf(terms.dayCount);
      const encoded = AbiCoder.defaultAbiCoder().encode([termsType], [{ ...terms, dayCount }]);
      expect(dataSlice(keccak256(encoded), 0, 30)).toBe(offer.commitment);
    }
  });

  it("finds the offers for an obligor's receivables", async () => {
    const nanping = actor(net, "nanping").address.toLowerCase();
    const where = `, where: { obligors_has: "${nanping}" }`;
    const found = await rowsOf(net.indexerUrl, "standingOffers", offerRow, "id", where);
    const naming = tables.standingOffers.filter(({ obligors }) => obligors.includes(nanping));
    expect(found).toEqual(naming.map(({ id }) => ({ id: id.toString() })));
    expect(found).toHaveLength(1);
  });

  it("knows what offers have bought of each seller where that is limited", async () => {
    expect(tables.offerSellers).toHaveLength(1);
    for (const { offerId, seller, bought } of tables.offerSellers)
      expect(bought).toBe(await operator.discountDesk.boughtOf(offerId, seller));
  });

  it("tells whether a sale left a better open offer out", () => {
    const told = tables.discounts.map(({ bestLeftOutId: id, bestLeftOutNet: paid }) =>
      id === null ? null : { id, net: paid },
    );
    expect(told.filter((each) => each !== null)).toEqual([leftOut]);
    expect(tables.discounts.map(({ named }) => named).sort()).toEqual([1, 1, 1, 2]);
    expect(tables.discounts.filter(({ withRecourse }) => withRecourse)).toHaveLength(1);
  });

  it("has each discount's price on the transfer it paid for", async () => {
    expect(tables.discounts.length).toBeGreaterThan(0);
    for (const { txHash, sliceId, net: paid, face, discount, seller, bank } of tables.discounts) {
      const moved = tables.transfers.find((row) => row.txHash === txHash && row.sliceId === sliceId);
      expect(moved).toMatchObject({ kind: "discount", price: paid, from: seller, to: bank });
      expect(paid + discount).toBe(face);
    }
  });

  it("has each sale at a signed quote on the transfer it paid for", () => {
    expect(tables.quoteSales).toHaveLength(2);
    for (const { txHash, sliceId, net: paid, seller, bank } of tables.quoteSales) {
      const moved = tables.transfers.find((row) => row.txHash === txHash && row.sliceId === sliceId);
      expect(moved).toMatchObject({ kind: "quote", price: paid, from: seller, to: bank });
    }
  });

  it("knows every freeze in force, its cents and how the others ended", async () => {
    const ends = new Set(tables.freezes.map(({ status }) => status));
    expect(ends).toEqual(new Set(["inForce", "renewed", "released", "transferred"]));
    for (const slice of tables.slices) {
      const chain = await operator.ledger.freezeOf(slice.id);
      const row = tables.freezes.find(({ id }) => id === slice.freezeId);
      expect(row === undefined, slice.id).toBe(chain.until === 0n);
      if (!row) continue;
      const { sliceId, start, end, status } = row;
      expect({ sliceId, start, end, status }).toEqual({
        ...{ sliceId: slice.id, start: slice.start, end: slice.end },
        status: "inForce",
      });
      expect([BigInt(row.by), row.until, BigInt(row.reason)]).toEqual([BigInt(chain.by), chain.until, chain.reason]);
    }
    const ranOut = tables.freezes.filter(({ status, endDocument }) => status === "released" && endDocument === null);
    expect(ranOut.map(({ endedBy }) => endedBy)).toEqual([actor(net, "bashan").address.toLowerCase()]);
  });

  it("knows the holds and the transfers that courts ordered", () => {
    expect(tables.holds.map(({ endedAt }) => endedAt !== null).sort()).toEqual([false, true, true]);
    expect(tables.orderedTransfers.map(({ status }) => status).sort()).toEqual(["carriedOut", "open"]);
    for (const { status, sliceId, word, to } of tables.orderedTransfers) {
      const slice = tables.slices.find(({ id }) => id === sliceId);
      if (status === "open") expect(slice?.word).toBe(word);
      else expect(slice?.holder).toBe(to);
    }
  });

  it("has the documents that came later", () => {
    expect(tables.evidences.map(({ kind }) => kind).sort()).toEqual(["debtorsNotice", "deliveryReceipt"]);
  });

  it("tells money paid for a replaced account's slice as paid to its successor", () => {
    const replaced = new Map(tables.participants.map(({ account, successor }) => [account, successor]));
    const paid = tables.slicePayments.filter(({ sliceId, holder }) => {
      const slice = tables.slices.find(({ id }) => id === sliceId);
      return slice !== undefined && slice.holder !== holder && replaced.get(slice.holder) !== null;
    });
    expect(paid).toHaveLength(1);
    for (const { sliceId, holder } of paid) {
      const slice = tables.slices.find(({ id }) => id === sliceId);
      expect(replaced.get(slice?.holder ?? "")).toBe(holder);
    }
  });

  it("accounts for every cent that obligors paid", async () => {
    expect(tables.payments.some(({ penalty, daysLate }) => penalty > 0n && daysLate === 5)).toBe(true);
    expect(new Set(tables.payments.map(({ kind }) => kind))).toEqual(new Set(["full", "part", "early"]));
    for (const row of tables.receivables) {
      const payments = tables.payments.filter(({ receivableId }) => receivableId === row.id);
      const paid = tables.slicePayments.filter(({ receivableId }) => receivableId === row.id);
      const { held, paid: face, penalty } = await operator.settlementDesk.collectionOf(row.id);
      const paidIn = payments.reduce((sum, each) => sum + each.face + each.penalty, 0n);
      expect(paid.reduce((sum, { amount }) => sum + amount, 0n)).toBe(paidIn - held);
      expect(row.retired).toBe(await operator.ledger.retiredOf(row.id));
      const early = payments.filter(({ kind }) => kind === "early").reduce((sum, each) => sum + each.face, 0n);
      expect(row.paidFace + row.paidPenalty).toBe(paidIn - early);
      // A desk that has nothing left to pay out after one payment keeps no record.
      if (payments.some(({ kind }) => kind === "part"))
        expect([row.paidFace, row.paidPenalty]).toEqual([face, penalty]);
      if (row.paidInFull) expect(row).toMatchObject({ status: "settled", redeemed: row.face, paidFace: row.face });
    }
  });

  it("knows what was set aside and claimed", async () => {
    const bashan = actor(net, "bashan").address;
    const setAside = tables.slicePayments.filter((row) => row.setAside);
    expect(setAside.length).toBeGreaterThan(0);
    const waiting = setAside.reduce((sum, { amount }) => sum + amount, 0n);
    const claimed = tables.claims.reduce((sum, { amount }) => sum + amount, 0n);
    expect(waiting - claimed).toBe(await operator.settlementDesk.setAsideOf(bashan, 1));
  });

  it("has the rulebook", async () => {
    expect(tables.policyVersions).toHaveLength(2);
    for (const { version, ...row } of tables.policyVersions) {
      const policy = await operator.ledger.policyOf(version);
      expect(row).toEqual({
        ...{ tenorSoftDays: Number(policy.tenorSoftDays), tenorHardDays: Number(policy.tenorHardDays) },
        ...{ maxHops: Number(policy.maxHops), minSlice: policy.minSlice, maxSlices: Number(policy.maxSlices) },
        ...{ graceDays: Number(policy.graceDays), defaultDays: Number(policy.defaultDays) },
        ...{ penaltyPpmPerDay: Number(policy.penaltyPpmPerDay) },
        ...{ utcOffsetHours: Number(policy.utcOffsetHours), requireRegistry: policy.requireRegistry },
        ...{ stopIssuance: policy.stopIssuance, consentAllowed: policy.consentAllowed },
        ...{ contractAbove: policy.contractAbove, effectiveFrom: policy.effectiveFrom },
        supersededAt: policy.supersededAt === 0n ? null : policy.supersededAt,
      });
    }
    expect(tables.currencyTokens.map(({ code, token, tokenDecimals }) => [code, token, tokenDecimals])).toEqual(
      net.record.currencies.map(({ code, token, tokenDecimals }) => [code, token.toLowerCase(), tokenDecimals]),
    );
    for (const { index, account, powers } of tables.desks) {
      const desk = await operator.ledger.deskOf(account);
      expect([desk.index, desk.powers]).toEqual([BigInt(index), BigInt(powers)]);
    }
  });

  it("has every loan as the desk has it", () => compareLoans(deskTables, operator));

  it("has what happened to each loan", () => compareLoanEvents(deskTables));

  it("has every recourse as the desk has it", () => compareLinks(deskTables, operator));

  it("has every programme to pay early as the desk has it, and who is invited", () =>
    compareProgrammes(deskTables, operator));

  it("has each early payment's price on the transfer it paid for", () => {
    expect(deskTables.earlyPayments.length).toBeGreaterThan(0);
    for (const { txHash, sliceId, net: paid, face, discount, holder, obligor } of deskTables.earlyPayments) {
      const moved = tables.transfers.find((row) => row.txHash === txHash && row.sliceId === sliceId);
      expect(moved).toMatchObject({ kind: "retirement", price: paid, from: holder, to: obligor });
      expect(paid + discount).toBe(face);
    }
  });

  it("has every limit and what counts against it as the book has it", () => compareExposures(deskTables, operator));

  it("has a line of history for every event, but those that another explains", async () => {
    const { ledger, discountDesk, settlementDesk, pledgeDesk, recourseDesk, ...others } = net.record.addresses;
    const address = [ledger, discountDesk, settlementDesk, pledgeDesk, recourseDesk];
    const filter = { address: [...address, others.earlyPaymentDesk, others.exposureBook], fromBlock: 0 };
    const logs = await net.provider.getLogs(filter);
    const told = new Set(tables.events.map(({ txHash, logIndex }) => `${txHash} ${logIndex}`));
    const own = [operator.ledger, operator.discountDesk, operator.settlementDesk, operator.pledgeDesk];
    const desks = [operator.recourseDesk, operator.earlyPaymentDesk, operator.exposureBook];
    const interfaces = [...own, ...desks].map((each) => each.interface);
    const names = logs.map((log) => interfaces.map((each) => each.parseLog(log)?.name).find((name) => name) ?? "");
    const untold = logs.flatMap(({ transactionHash, index }, i) =>
      told.has(`${transactionHash} ${index}`) ? [] : [names[i]],
    );
    expect(new Set(untold)).toEqual(new Set(EXPLAINED_BY_OTHERS));
    const known = interfaces.flatMap((each) => {
      const found: string[] = [];
      each.forEachEvent(({ name }) => found.push(name));
      return found;
    });
    const unmet = known.filter((name) => !names.includes(name) && !OF_STANDARDS.has(name));
    expect(unmet).toEqual([]);
  });

  it("can tell every line of history in both languages", () => expectHistoryTold(net.indexerUrl));

  // Measured, not judged: a busy machine is slow. The aim is two seconds from block to screen.
  it("takes in a new block by itself", async () => {
    const bank = actor(net, "yuzhong");
    await settled(bank.ledger.setStandingConsent(true));
    const mined = performance.now();
    const delay = await waitFor("the participant's new word in the index", 30_000, async () => {
      const rows = await rowsOf(net.indexerUrl, "participants", participantRow, "account standingConsent");
      const row = rows.find(({ account }) => account === bank.address.toLowerCase());
      return row?.standingConsent ? performance.now() - mined : null;
    });
    process.stdout.write(`indexed ${Math.round(delay)} ms after the receipt\n`);
    expect(delay).toBeGreaterThan(0);
  });
});
