import { ZeroAddress } from "ethers";
import { decodeSliceWord } from "../../../../frontend/src/domain/ids.ts";
import type { YearStage } from "../play/stage.ts";
import type { CurrencyViews, Holding } from "./book.ts";

const MOST_SLICES = 500;
/** Statuses of a receivable that was confirmed. */
const CONFIRMED = [4n, 5n, 6n, 7n];
const SETTLED = 5n;
const FLAG_RETIRED = 4;

/** What the contracts answer at the end of the year, currency by currency. */
export async function readViews(stage: YearStage): Promise<CurrencyViews[]> {
  const faces = await readFaces(stage);
  const loans = await readLoans(stage);
  return Promise.all(
    stage.purses.map(async (purse) => {
      const of = <T extends { currency: number }>(rows: readonly T[]) =>
        rows.filter(({ currency }) => currency === purse.index);
      const sum = (amounts: readonly bigint[]) => amounts.reduce((total, each) => total + each, 0n);
      const own = of(faces);
      return {
        code: purse.code,
        currency: purse.index,
        tokenDecimals: stage.record.currencies.find(({ index }) => index === purse.index)?.tokenDecimals ?? 0,
        scale: purse.scale,
        supply: await purse.token.totalSupply(),
        holdings: await readHoldings(stage, purse),
        ...(await readSetAside(stage, purse.index)),
        held: sum(own.map(({ held }) => held)),
        locked: sum(of(loans).map(({ locked }) => locked)),
        owedToLenders: sum(of(loans).map(({ principal }) => principal)),
        returnedToLenders: sum(of(loans).map(({ returned }) => returned)),
        confirmed: sum(own.map(({ face }) => face)),
        burnt: sum(own.map(({ burnt }) => burnt)),
        live: sum(own.map(({ live }) => live)),
        retiredAlive: sum(own.map(({ retired }) => retired)),
        outstanding: await readOutstanding(stage, purse.index),
      };
    }),
  );
}

/** Every player's and every desk's token units, and what the token says was ever made for it. */
async function readHoldings(stage: YearStage, { token }: YearStage["purses"][number]): Promise<Holding[]> {
  const desks = Object.entries(stage.contracts).map(([name, { target }]) => ({
    name,
    address: String(target),
    isDesk: true,
  }));
  const players = [...stage.actors.values()].map(({ player, address }) => ({
    name: player.key,
    address,
    isDesk: false,
  }));
  const mints = await token.queryFilter(token.filters.Transfer(ZeroAddress));
  return Promise.all(
    [...players, ...desks].map(async (each) => {
      const own = mints.filter(({ args }) => args.to === each.address);
      const minted = own.reduce((total, { args }) => total + args.value, 0n);
      return { ...each, minted, balance: await token.balanceOf(each.address) };
    }),
  );
}

async function readSetAside({ actors, contracts }: YearStage, currency: number) {
  const { settlementDesk, pledgeDesk } = contracts;
  const waiting = await Promise.all(
    [...actors.values()].map(async ({ address }) => [
      await settlementDesk.setAsideOf(address, currency),
      await pledgeDesk.setAsideOf(address, currency),
    ]),
  );
  const column = (i: number) => waiting.reduce((total, row) => total + (row[i] ?? 0n), 0n);
  return { setAside: column(0), loanSetAside: column(1) };
}

/** Every receivable that was confirmed: its face, the cents that are burnt, and its live slices' cents. */
async function readFaces({ contracts }: YearStage) {
  const { ledger, settlementDesk } = contracts;
  const registered = await ledger.queryFilter(ledger.filters.ReceivableRegistered());
  const ids = [...new Set(registered.map(({ args }) => args.id))];
  const rows = await Promise.all(
    ids.map(async (id) => {
      const word = await ledger.receivableWordOf(id);
      const status = word & 15n;
      if (!CONFIRMED.includes(status)) return null;
      const face = BigInt.asUintN(48, word >> 48n);
      const currency = Number(BigInt.asUintN(8, word >> 24n));
      const { held } = await settlementDesk.collectionOf(id);
      if (status === SETTLED) return { currency, face, held, burnt: face, live: 0n, retired: 0n };
      const { redeemed: burnt } = await ledger.settlingOf(id);
      const [slices, words] = await ledger.slicesOf(id, 0, MOST_SLICES);
      const cents = slices.map((slice, i) => lengthOf(slice, words[i] ?? 0n));
      const isRetired = words.map((each) => (decodeSliceWord(each).flags & FLAG_RETIRED) !== 0);
      const live = cents.reduce((sum, each) => sum + each, 0n);
      const retired = cents.reduce((sum, each, i) => (isRetired[i] ? sum + each : sum), 0n);
      return { currency, face, held, burnt, live, retired };
    }),
  );
  return rows.filter((row) => row !== null);
}

function lengthOf(slice: bigint, word: bigint): bigint {
  return decodeSliceWord(word).end - BigInt.asUintN(64, slice);
}

/** Every loan: what is owed of it, what of it was paid back or taken with slices, and what waits for it at the settlement desk. */
async function readLoans({ contracts: { pledgeDesk: desk, settlementDesk } }: YearStage) {
  const lent = await desk.queryFilter(desk.filters.Lent());
  const [repaid, collected] = [
    await desk.queryFilter(desk.filters.Repaid()),
    await desk.queryFilter(desk.filters.Collected()),
  ];
  const foreclosed = await desk.queryFilter(desk.filters.Foreclosed());
  const ends = [...repaid, ...collected, ...foreclosed].map(({ args: { loanId, principal } }) => ({
    loanId,
    principal,
  }));
  return Promise.all(
    lent.map(async ({ args: { loanId, id } }) => {
      const { currency, principal } = await desk.loanOf(loanId);
      const returned = ends.reduce((sum, end) => (end.loanId === loanId ? sum + end.principal : sum), 0n);
      return { currency: Number(currency), principal, returned, locked: await settlementDesk.lockedMoneyOf(id) };
    }),
  );
}

async function readOutstanding({ actors, contracts: { ledger } }: YearStage, currency: number): Promise<bigint> {
  const obligors = [...actors.values()].filter(({ player }) => player.role === "obligor");
  const owed = await Promise.all(obligors.map(({ identity }) => ledger.outstandingOf(identity, currency)));
  return owed.reduce((total, { amount }) => total + amount, 0n);
}
