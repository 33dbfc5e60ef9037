import { expect } from "chai";
import { BlocklistToken__factory } from "../../../types/contracts/index.js";
import { addCurrency } from "../../helpers/addCurrency.ts";
import { loaderOf } from "../../helpers/loader.ts";
import { type Network, startDay } from "../../helpers/network.ts";
import { FACE, PLENTY } from "../../helpers/partPayments.ts";
import { interestOn, LOAN, loanIn } from "../../helpers/pledge.ts";
import { threeHolders } from "../../helpers/threeHolders.ts";

const CURRENCY = 3;
const DECIMALS = 6;
/** Token units of one minor unit: two digits of the currency, six of its token. */
const SCALE = 10_000n;
const { principal: PRINCIPAL } = LOAN;

/** Three holders in a currency whose token is finer than its minor unit, and can refuse a receiver. */
async function threeInFineToken(net: Network) {
  const token = await new BlocklistToken__factory(net.operator).deploy(DECIMALS);
  await addCurrency(net, token);
  await token.mint(net.obligor.address, PLENTY);
  await token.connect(net.obligor).approve(net.settlementDesk, PLENTY);
  const held = await threeHolders(net, { currency: CURRENCY });
  return { ...held, token, desk: net.settlementDesk.connect(net.obligor) };
}

describe("A token of six decimals: what waits in a desk is counted in minor units and moved in the token's", () => {
  describe("SettlementDesk", () => {
    const load = loaderOf(threeInFineToken);

    it("pays holders, sets aside and pays what is claimed", async () => {
      const net = await load();
      const { ethers, settlementDesk, token, supplier, second, third, outsider, desk, id, slices } = net;
      await token.setRefused(second.address, true);
      await startDay(net, net.dueDay);
      await expect(desk.pay(id, slices)).to.changeTokenBalances(
        ethers,
        token,
        [supplier, second, third, settlementDesk],
        [7_000_000n * SCALE, 0n, 1_000_000n * SCALE, 2_000_000n * SCALE],
      );
      expect(await settlementDesk.setAsideOf(second.address, CURRENCY)).to.equal(2_000_000n);
      await expect(settlementDesk.connect(second).claim(second, CURRENCY, outsider.address)).to.changeTokenBalances(
        ethers,
        token,
        [outsider, settlementDesk],
        [2_000_000n * SCALE, -2_000_000n * SCALE],
      );
    });

    it("gives back what was collected before for the obligor's own cents", async () => {
      const net = await load();
      const { ethers, ledger, settlementDesk, token, obligor, supplier, desk, id, head } = net;
      await ledger.connect(obligor).setStandingConsent(true);
      await ledger.connect(supplier).transfer(head, obligor.address, 0);
      await startDay(net, net.dueDay);
      await desk.payPart(id, 5_000_000n, []);
      // 70 % of 50 010.00 are 35 007.00, and 10.00 are to be paid.
      await expect(desk.payPart(id, 1_000n, [head])).to.changeTokenBalances(
        ethers,
        token,
        [obligor, settlementDesk],
        [3_499_700n * SCALE, -3_499_700n * SCALE],
      );
    });
  });

  describe("PledgeDesk", () => {
    const load = loaderOf(async (net) => {
      const loan = await loanIn(net, () => new BlocklistToken__factory(net.operator).deploy(DECIMALS));
      await loan.take();
      return { ...loan, pay: net.settlementDesk.connect(net.obligor) };
    });

    it("draws what was paid for locked cents, and pays lender and holder", async () => {
      const net = await load();
      const { ethers, token, pledgeDesk, settlementDesk, bank, supplier, id, slice, loanId, lentOn, dueDay, pay } = net;
      await startDay(net, dueDay);
      await pay.pay(id, [slice]);
      const owed = PRINCIPAL + interestOn(PRINCIPAL, dueDay - lentOn);
      await expect(pledgeDesk.collect(loanId, [slice])).to.changeTokenBalances(
        ethers,
        token,
        [bank, supplier, pledgeDesk, settlementDesk],
        [owed * SCALE, (FACE - owed) * SCALE, 0n, -FACE * SCALE],
      );
    });

    it("sets a lender's money aside and pays what it claims", async () => {
      const net = await load();
      const { ethers, token, pledgeDesk, desk, bank, supplier, outsider, slice, loanId } = net;
      await token.setRefused(bank.address, true);
      await expect(desk.repay(loanId, PRINCIPAL, [slice])).to.changeTokenBalances(
        ethers,
        token,
        [supplier, pledgeDesk],
        [-PRINCIPAL * SCALE, PRINCIPAL * SCALE],
      );
      expect(await pledgeDesk.setAsideOf(bank.address, CURRENCY)).to.equal(PRINCIPAL);
      await expect(pledgeDesk.connect(bank).claim(bank.address, CURRENCY, outsider.address)).to.changeTokenBalances(
        ethers,
        token,
        [outsider, pledgeDesk],
        [PRINCIPAL * SCALE, -PRINCIPAL * SCALE],
      );
    });
  });
});
