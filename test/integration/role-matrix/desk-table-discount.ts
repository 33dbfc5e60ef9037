import { Interface } from "ethers";
import { DiscountDesk__factory } from "../../../types/contracts/index.js";
import { signQuote } from "../../helpers/signQuote.ts";
import type { Caller } from "./callers.ts";
import { FAR, PART } from "./desk-past.ts";
import type { DeskBelongings, DeskScene } from "./desk-scene.ts";
import { permits } from "./desk-table-permits.ts";
import { inside, type Table } from "./matrix.ts";
import { anybody, holder, owner, role } from "./refusals.ts";

export const DISCOUNT = new Interface(DiscountDesk__factory.abi);

type DeskTable = Table<DeskScene, DeskBelongings>;

const bankOf = ({ net }: DeskScene, { roleName, address }: Caller) =>
  roleName === "bank" ? address : net.bank.address;

/** What somebody signs as a bank for a slice as it is. */
async function quoteBy({ net }: DeskScene, slice: bigint, caller: Caller | null) {
  const bank = caller?.address ?? net.bank.address;
  const signer = caller?.wallet ?? net.bank;
  const { quote, signature } = await signQuote(net, slice, PART, { signer, quote: { bank, expiresAt: FAR } });
  return [quote, signature];
}

const OFFERS: DeskTable = {
  // Whoever posts must be a bank in good standing when the offer is taken; see "take at its offer".
  postOffer: { args: ({ terms }) => [terms, PART], refusal: anybody },
  raiseOffer: { args: (_, __, { offer }) => [offer, 200n * PART], refusal: owner("bank", "Discount_NotBank") },
  pauseOffer: { args: (_, __, { offer }) => [offer], refusal: owner("bank", "Discount_NotBank") },
  resumeOffer: { args: (_, __, { paused }) => [paused], refusal: owner("bank", "Discount_NotBank") },
  withdrawOffer: { args: (_, __, { offer }) => [offer], refusal: owner("bank", "Discount_NotBank") },
  take: { args: ({ terms, offer }, _, { slice }) => [slice, terms, offer, 0n], refusal: holder("Discount_NotSeller") },
  "take at its offer": {
    args: ({ terms, forSale }, _, { posted }) => [forSale, terms, posted, 0n],
    refusal: role("bank", "Participants_MayNotAct"),
    from: ({ net }) => net.supplier.address,
  },
  takeBest: {
    args: ({ terms, offer }, _, { slice }) => [
      [{ id: slice, cash: 0n, leastNet: 0n, mostFace: 0n }],
      [{ offerId: offer, terms }],
    ],
    refusal: holder("Discount_NotSeller"),
  },
  "takeBest at its offer": {
    args: ({ terms, forSale }, _, { posted }) => [
      [{ id: forSale, cash: PART, leastNet: 0n, mostFace: 2n * PART }],
      [{ offerId: posted, terms }],
    ],
    refusal: role("bank", "Participants_MayNotAct"),
    from: ({ net }) => net.supplier.address,
  },
};

const QUOTES: DeskTable = {
  takeQuote: { args: (scene, _, { slice }) => quoteBy(scene, slice, null), refusal: holder("Quote_NotSeller") },
  "takeQuote signed by it": {
    args: (scene, caller) => quoteBy(scene, scene.forSale, caller),
    refusal: role("bank", "Participants_MayNotAct"),
    from: ({ net }) => net.supplier.address,
  },
  cancelQuote: {
    args: async (scene, caller) => {
      const { quote } = await signQuote(scene.net, scene.forSale, PART, { quote: { bank: bankOf(scene, caller) } });
      return [quote];
    },
    refusal: owner("bank", "Quote_NotBank"),
  },
  // Of its own; who has signed none has none to end.
  cancelAllQuotes: { args: () => [], refusal: anybody },
};

export const DISCOUNT_TABLE: DeskTable = {
  ...OFFERS,
  ...QUOTES,
  ...permits(({ net }) => net.discountDesk),
  multicall: inside(DISCOUNT, "take", OFFERS.take),
  "multicall of an owner's call": inside(DISCOUNT, "withdrawOffer", OFFERS.withdrawOffer),
};
