import { Interface } from "ethers";
import { SettlementDesk__factory } from "../../../types/contracts/index.js";
import { HOLDING } from "./callers.ts";
import { CURRENCY } from "./desk-past.ts";
import type { DeskBelongings, DeskScene } from "./desk-scene.ts";
import { permits } from "./desk-table-permits.ts";
import { inside, type Table } from "./matrix.ts";
import { anybody, nobody, owner, role } from "./refusals.ts";

export const SETTLEMENT = new Interface(SettlementDesk__factory.abi);

const PAYMENTS: Table<DeskScene, DeskBelongings> = {
  // Who has lost its standing still pays what it owes.
  pay: { args: (_, __, { due }) => [due.id, []], refusal: owner("obligor", "Settlement_NotObligor") },
  payPart: { args: (_, __, { due }) => [due.id, 1_000n, []], refusal: owner("obligor", "Settlement_NotObligor") },
  // What is paid early passes to the obligor, which must be allowed to hold it.
  payEarly: {
    args: async ({ net }, _, { early }) => [early.id, [early.slice], [await net.ledger.sliceWordOf(early.slice)]],
    refusal: role("obligor", "Settlement_NotObligor"),
  },
  payOut: { args: ({ past }) => [past.paid.id, [past.paid.slice]], refusal: anybody },
  // Who has lost its standing is still paid.
  claim: {
    args: (_, { address }) => [address, CURRENCY, address],
    refusal: ({ roleName }) => (HOLDING.has(roleName) ? null : "Settlement_NothingToClaim"),
  },
  "claim for another": {
    args: ({ net }, { address }) => [net.cautious.address, CURRENCY, address],
    refusal: nobody("Settlement_NotAccountInForce"),
  },
  // Money for a locked slice is the desk's that locked it.
  claimLocked: { args: ({ past }) => [past.locked.slice], refusal: nobody("Settlement_NothingLocked") },
};

export const SETTLEMENT_TABLE: Table<DeskScene, DeskBelongings> = {
  ...PAYMENTS,
  ...permits(({ net }) => net.settlementDesk),
  multicall: inside(SETTLEMENT, "payEarly", PAYMENTS.payEarly),
  "multicall of another's claim": inside(SETTLEMENT, "claim", PAYMENTS["claim for another"]),
};
