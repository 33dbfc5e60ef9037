import { getCreateAddress } from "ethers";
import { confirmedReceivable, identityOf, type Network, ROLE, sliceId, startDay } from "../../test/helpers/network.ts";
import { type Breakdown, breakdownOf } from "./breakdown.ts";

const HOLDERS = 500;
const BATCH = 100;
const PART = 10_000n;
const KYC_UNTIL = 40_000;
/** A batch must fit into a block beside others' transactions. */
const MOST_GAS = 12_000_000;

/** Five hundred slices of as many holders, none of whom has met the token, paid in batches of a hundred. @returns the dearest batch. */
export async function settleFiveHundred(net: Network): Promise<Breakdown> {
  const { ledger, settlementDesk, obligor, supplier } = net;
  const { id, terms } = await confirmedReceivable(net, { number: "500", face: BigInt(HOLDERS) * PART });
  const holders = Array.from({ length: HOLDERS }, (_, i) =>
    getCreateAddress({ from: supplier.address, nonce: 1_000 + i }),
  );
  for (const holder of holders) await ledger.admit(holder, identityOf(holder), ROLE.SUPPLIER, KYC_UNTIL);
  await consentOf(net, holders);
  for (let done = HOLDERS; done > 0; done -= BATCH) {
    // The head stays with the supplier until the last batch, which leaves it one part.
    const payees = holders.slice(Math.max(done - BATCH, 1), done);
    const parts = payees.map((to) => ({ to, amount: PART }));
    await ledger.connect(supplier).splitAndTransfer(sliceId(id, 0n), parts, 0);
  }
  await startDay(net, Number(terms.dueDay));
  const ids = holders.map((_, i) => sliceId(id, BigInt(i) * PART));
  const desk = settlementDesk.connect(obligor);
  const batches = [await breakdownOf(net, desk.pay(id, ids.slice(0, BATCH)))];
  for (let from = BATCH; from < HOLDERS; from += BATCH) {
    batches.push(await breakdownOf(net, desk.payOut(id, ids.slice(from, from + BATCH))));
  }
  const dearest = batches.reduce((most, each) => (each.gasUsed > most.gasUsed ? each : most));
  if (dearest.gasUsed > MOST_GAS) throw new Error(`a batch of ${BATCH} payees costs ${dearest.gasUsed} gas`);
  return dearest;
}

/** Each payee says itself that it receives at once. */
async function consentOf({ ethers, networkHelpers, ledger }: Network, holders: readonly string[]): Promise<void> {
  for (const holder of holders) {
    await networkHelpers.setBalance(holder, 10n ** 18n);
    await ledger.connect(await ethers.getImpersonatedSigner(holder)).setStandingConsent(true);
  }
}
