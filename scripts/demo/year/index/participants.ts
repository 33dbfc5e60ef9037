import type { YearStage } from "../play/stage.ts";
import { type Comparison, factsOf } from "./differences.ts";
import { amount, flag, rowsOf, text, whole } from "./rows.ts";

const hex = (identity: string) => `0x${BigInt(identity).toString(16).padStart(40, "0")}`;

/** Everybody's word and what stands in it; what organisations owe, and what is overdue. */
export async function compareParticipants(stage: YearStage, url: string): Promise<Comparison[]> {
  return [await participants(stage, url), await organisations(stage, url), await standings(stage, url)];
}

async function participants({ contracts: { ledger } }: YearStage, url: string): Promise<Comparison> {
  const columns = { account: text, word: amount, identity: text, roles: whole, suspended: flag };
  const rows = await rowsOf(url, "participants", {
    ...columns,
    standingConsent: flag,
    overdue: flag,
    kycUntil: whole,
    desks: amount,
  });
  const admitted = await ledger.queryFilter(ledger.filters.ParticipantAdmitted());
  const words = await Promise.all(admitted.map(({ args }) => ledger.participantOf(args.account)));
  const bits = (word: bigint, from: bigint, width: number) => BigInt.asUintN(width, word >> from);
  const flagAt = (word: bigint, bit: bigint) => bits(word, bit, 1) === 1n;
  return {
    table: "participant",
    index: factsOf(
      rows.map((row) => [
        row.account,
        [row.word, row.identity, row.roles, row.suspended, row.standingConsent, row.overdue, row.desks, row.kycUntil],
      ]),
    ),
    chain: factsOf(
      admitted.map(({ args }, i) => {
        const word = words[i] ?? 0n;
        const flags = [flagAt(word, 8n), flagAt(word, 9n), flagAt(word, 11n)];
        const identity = hex(String(word >> 64n));
        return [args.account, [word, identity, bits(word, 0n, 8), ...flags, bits(word, 16n, 32), bits(word, 48n, 16)]];
      }),
    ),
  };
}

async function organisations({ actors, contracts: { ledger } }: YearStage, url: string): Promise<Comparison> {
  const rows = await rowsOf(url, "organisations", { identity: text, account: text, overdue: whole });
  const chain = [...actors.values()].map(async ({ identity }) => {
    return [identity, [await ledger.accountOf(identity), await ledger.overdueOf(identity)]] as const;
  });
  return {
    table: "organisation",
    index: factsOf(rows.map(({ identity, account, overdue }) => [identity, [account, overdue]])),
    chain: factsOf(await Promise.all(chain)),
  };
}

async function standings({ actors, purses, contracts: { ledger } }: YearStage, url: string): Promise<Comparison> {
  const rows = await rowsOf(url, "obligorStandings", {
    identity: text,
    currency: whole,
    outstanding: amount,
    limit: amount,
  });
  const asked = [...actors.values()].flatMap(({ identity }) => purses.map(({ index }) => ({ identity, index })));
  const chain = asked.map(async ({ identity, index }) => {
    const { amount: owed, limit } = await ledger.outstandingOf(identity, index);
    return { key: `${identity} ${index}`, owed, limit };
  });
  return {
    table: "obligorStanding",
    // Who never owed has no row, and owes nothing.
    index: factsOf(
      rows
        .filter(({ outstanding, limit }) => outstanding + limit > 0n)
        .map(({ identity, currency, outstanding, limit }) => [`${identity} ${currency}`, [outstanding, limit]]),
    ),
    chain: factsOf(
      (await Promise.all(chain))
        .filter(({ owed, limit }) => owed + limit > 0n)
        .map(({ key, owed, limit }) => [key, [owed, limit]]),
    ),
  };
}
