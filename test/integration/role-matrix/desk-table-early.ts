import { Interface } from "ethers";
import { EarlyPaymentDesk__factory } from "../../../types/contracts/index.js";
import { type DeskBelongings, type DeskScene, TIERS } from "./desk-scene.ts";
import { permits } from "./desk-table-permits.ts";
import { inside, type Table } from "./matrix.ts";
import { holder, owner, role } from "./refusals.ts";

export const EARLY = new Interface(EarlyPaymentDesk__factory.abi);

const PROGRAMMES: Table<DeskScene, DeskBelongings> = {
  post: { args: ({ programmed }) => [programmed, TIERS], refusal: role("obligor", "Participants_MayNotAct") },
  // Of a programme of its own in every state: who has lost its standing pays nobody early; see "accept of its programme".
  raiseBudget: { args: (_, __, { programme }) => [programme, 1n], refusal: owner("obligor", "Early_NotObligor") },
  invite: {
    args: ({ net }, _, { programme }) => [programme, [net.supplier.address], true],
    refusal: owner("obligor", "Early_NotObligor"),
  },
  pause: { args: (_, __, { programme }) => [programme], refusal: owner("obligor", "Early_NotObligor") },
  resume: { args: (_, __, { programme }) => [programme], refusal: owner("obligor", "Early_NotObligor") },
  withdraw: { args: (_, __, { programme }) => [programme], refusal: owner("obligor", "Early_NotObligor") },
  accept: {
    args: ({ programme }, _, { slice }) => [slice, programme, 0n],
    refusal: holder("Early_NotHolder"),
  },
  "accept of its programme": {
    args: ({ programmes }, { label }, { early }) => [early.slice, programmes.get(label) ?? 0n, 0n],
    refusal: role("obligor", "Early_ProgrammeUnknown"),
    from: ({ net }) => net.supplier.address,
  },
};

export const EARLY_TABLE: Table<DeskScene, DeskBelongings> = {
  ...PROGRAMMES,
  ...permits(({ net }) => net.earlyPaymentDesk),
  multicall: inside(EARLY, "accept", PROGRAMMES.accept),
  "multicall of an owner's call": inside(EARLY, "withdraw", PROGRAMMES.withdraw),
};
