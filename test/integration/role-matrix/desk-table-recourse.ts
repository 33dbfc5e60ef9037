import { Interface } from "ethers";
import { RecourseDesk__factory } from "../../../types/contracts/index.js";
import { type Bought, PART } from "./desk-past.ts";
import type { DeskBelongings, DeskScene } from "./desk-scene.ts";
import { permits } from "./desk-table-permits.ts";
import { inside, type Table } from "./matrix.ts";
import { anybody, nobody, owner, role } from "./refusals.ts";

export const RECOURSE = new Interface(RecourseDesk__factory.abi);

/** Whoever is asked to pay what is claimed for a slice as it is. */
async function payment({ net }: DeskScene, { linkId, slice }: Bought) {
  return [linkId, slice, await net.ledger.sliceWordOf(slice), 10n * PART];
}

const LINKS: Table<DeskScene, DeskBelongings> = {
  record: {
    args: ({ net, past }) => [past.main.slice, PART, net.supplier.address, net.bank.address],
    refusal: nobody("Rulebook_DeskLacksPower"),
  },
  // A demand moves nothing. Whether the slice may go back is asked when it is paid; see the rows of payRecourse.
  demand: { args: (_, __, { bought }) => [bought.linkId, bought.slice], refusal: owner("bank", "Recourse_NotBank") },
  waive: { args: (_, __, { bought }) => [bought.linkId], refusal: owner("bank", "Recourse_NotBank") },
  // With its own cash, for whoever has sold.
  payRecourse: { args: (scene) => payment(scene, scene.past.links.main), refusal: anybody },
  "payRecourse to it": {
    args: (scene, { roleName }, { bought }) => payment(scene, roleName === "bank" ? bought : { ...bought, linkId: 0n }),
    refusal: role("bank", "Recourse_LinkUnknown"),
    from: ({ net }) => net.supplier.address,
  },
  "payRecourse for it": {
    args: (scene, _, { sold }) => payment(scene, sold ?? { linkId: 0n, slice: 0n }),
    refusal: role("supplier", "Recourse_LinkUnknown"),
    from: ({ net }) => net.supplier.address,
  },
};

export const RECOURSE_TABLE: Table<DeskScene, DeskBelongings> = {
  ...LINKS,
  ...permits(({ net }) => net.recourseDesk),
  multicall: inside(RECOURSE, "waive", LINKS.waive),
};
