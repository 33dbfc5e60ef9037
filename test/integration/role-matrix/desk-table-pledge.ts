import { Interface } from "ethers";
import { PledgeDesk__factory } from "../../../types/contracts/index.js";
import { signLoan } from "../../helpers/pledge.ts";
import type { Caller } from "./callers.ts";
import { CURRENCY, FAR, PART } from "./desk-past.ts";
import type { DeskBelongings, DeskScene } from "./desk-scene.ts";
import { permits } from "./desk-table-permits.ts";
import { inside, type Table } from "./matrix.ts";
import { anybody, holder, nobody, owner, role } from "./refusals.ts";

export const PLEDGE = new Interface(PledgeDesk__factory.abi);

type DeskTable = Table<DeskScene, DeskBelongings>;

/** What somebody signs as a lender against a slice as it is. */
async function loanBy({ net }: DeskScene, slice: bigint, caller: Caller | null) {
  const lender = caller?.address ?? net.bank.address;
  const signer = caller?.wallet ?? net.bank;
  const change = { lender, principal: PART / 2n, expiresAt: FAR };
  const { offer, signature } = await signLoan(net, slice, { signer, offer: change });
  return [offer, signature];
}

const LOANS: DeskTable = {
  take: { args: (scene, _, { slice }) => loanBy(scene, slice, null), refusal: holder("Pledge_NotHolder") },
  "take signed by it": {
    args: (scene, caller) => loanBy(scene, scene.forSale, caller),
    refusal: role("bank", "Participants_MayNotAct"),
    from: ({ net }) => net.supplier.address,
  },
  cancelLoanOffer: {
    args: async (scene, caller) => {
      const [offer] = await loanBy(scene, scene.forSale, caller.roleName === "bank" ? caller : null);
      return [offer];
    },
    refusal: owner("bank", "LoanOffer_NotLender"),
  },
  // Of its own; who has signed none has none to end.
  cancelAllLoanOffers: { args: () => [], refusal: anybody },
  // With its own cash, for whoever has borrowed.
  repay: { args: ({ past }) => [past.loans.main.loanId, 1_000n, []], refusal: anybody },
  release: { args: ({ past: { loans } }) => [loans.repaid.loanId, [loans.repaid.slice]], refusal: anybody },
  collect: { args: ({ past: { loans } }) => [loans.settled.loanId, [loans.settled.slice]], refusal: anybody },
  // What is foreclosed passes to the lender, which must be allowed to hold it.
  foreclose: {
    args: (_, __, { loan }) => [loan.loanId, [loan.slice]],
    refusal: role("bank", "Pledge_NotLender"),
  },
  paySurplus: {
    args: ({ net, past }) => [past.loans.foreclosed.loanId, net.supplier.address, 1_000n],
    refusal: anybody,
  },
  claim: {
    args: (_, { address }) => [address, CURRENCY, address],
    refusal: owner("bank", "Pledge_NothingToClaim"),
  },
  "claim for another": {
    args: ({ net }, { address }) => [net.bank.address, CURRENCY, address],
    refusal: nobody("Pledge_NotAccountInForce"),
  },
};

export const PLEDGE_TABLE: DeskTable = {
  ...LOANS,
  ...permits(({ net }) => net.pledgeDesk),
  multicall: inside(PLEDGE, "foreclose", LOANS.foreclose),
  "multicall of another's claim": inside(PLEDGE, "claim", LOANS["claim for another"]),
};
