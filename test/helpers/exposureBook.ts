import { encodeBytes32String } from "ethers";
import { ExposureBook__factory, FundingDesk__factory } from "../../types/contracts/index.js";
import { admitDesk } from "./governance.ts";
import { confirmedReceivable, identityOf, type Network, ROLE, sliceId } from "./network.ts";

export const KIND = { OBLIGOR: 0, SELLER: 1 } as const;
export const CNY = 1;
export const FACE = 10_000_000n;
export const LIMIT = 50_000_000n;
const POWER_FINANCE = 1;
const POWER_LOCK = 8;
const KYC_UNTIL = 40_000;
const DOCUMENT = encodeBytes32String("court");
const COURT_REASON = 1;

/** The book, a desk that buys and one that lends, admitted. */
export async function deployFundingDesks(net: Network) {
  const book = await new ExposureBook__factory(net.operator).deploy(net.ledger);
  const desk = await new FundingDesk__factory(net.operator).deploy(net.ledger, book);
  const lender = await new FundingDesk__factory(net.operator).deploy(net.ledger, book);
  await admitDesk(net, await desk.getAddress(), POWER_FINANCE);
  await admitDesk(net, await lender.getAddress(), POWER_LOCK);
  return { book, desk, lender };
}

/** Those, two banks, and a receivable of the supplier's. Limits for both parties are set. */
export async function exposureBook(net: Network) {
  const { ledger, bank, outsider: otherBank, supplier, obligor, cautious, suppliers } = net;
  const { book, desk, lender } = await deployFundingDesks(net);
  await ledger.admit(otherBank.address, identityOf(otherBank.address), ROLE.BANK, KYC_UNTIL);
  for (const who of [supplier, cautious, bank, otherBank, ...suppliers.slice(0, 2)]) {
    await ledger.connect(who).setDeskEnabled(desk, true);
    await ledger.connect(who).setDeskEnabled(lender, true);
    await ledger.connect(who).setStandingConsent(true);
  }
  const who = {
    bank: identityOf(bank.address),
    otherBank: identityOf(otherBank.address),
    obligor: identityOf(obligor.address),
    supplier: identityOf(supplier.address),
  };
  for (const funding of [bank, otherBank]) {
    await book.connect(funding).setLimit(KIND.OBLIGOR, who.obligor, CNY, LIMIT);
    await book.connect(funding).setLimit(KIND.SELLER, who.supplier, CNY, LIMIT);
  }
  const [friend] = suppliers;
  if (!friend) throw new Error("a supplier expected");
  const receivable = await confirmedReceivable(net);
  const at = (start: bigint) => sliceId(receivable.id, start);
  /** What the bank has used of its limits: for the obligor, and for the supplier. */
  const used = async (funding = who.bank) => [
    (await book.exposureOf(funding, KIND.OBLIGOR, who.obligor, CNY)).used,
    (await book.exposureOf(funding, KIND.SELLER, who.supplier, CNY)).used,
  ];
  /** The bank's entries in the receivable, as [first cent, end]. */
  const entries = async (funding = who.bank) => {
    const found: [bigint, bigint][] = [];
    let from = 0n;
    for (;;) {
      const [first, entry] = await book.entryOf(funding, at(from), FACE);
      if (entry.end === 0n) return found;
      found.push([BigInt.asUintN(64, first), entry.end]);
      from = entry.end;
    }
  };
  const freeze = (covering: bigint, from: bigint, to: bigint) =>
    ledger
      .connect(net.supervisor)
      .freeze(covering, from, to, COURT_REASON, DOCUMENT, Number(receivable.terms.dueDay) * 86_400 * 2);
  return { ...receivable, book, desk, lender, otherBank, friend, who, at, used, entries, freeze };
}
