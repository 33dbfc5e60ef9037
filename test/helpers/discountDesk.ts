import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import {
  type DiscountDesk,
  DiscountDesk__factory,
  type RecordingBook,
  RecordingBook__factory,
} from "../../types/contracts/index.js";
import { admitDesk } from "./governance.ts";
import { type Network, ROLE } from "./network.ts";

const POWER_FINANCE = 1;
const PLENTY = 3_000_000_000_000n;

/** A discount desk whose books say what they are told, admitted, enabled by the suppliers and trusted with the bank's cash. It takes a day. */
export async function deskWithBooks(net: Network): Promise<{ discountDesk: DiscountDesk; book: RecordingBook }> {
  const { ledger, operator, bank, supplier, cautious, suppliers, cny, eur } = net;
  const book = await new RecordingBook__factory(operator).deploy();
  const discountDesk = await new DiscountDesk__factory(operator).deploy(ledger, book, book);
  await admitDesk(net, await discountDesk.getAddress(), POWER_FINANCE);
  for (const who of [supplier, cautious, ...suppliers]) await ledger.connect(who).setDeskEnabled(discountDesk, true);
  for (const token of [cny, eur]) await token.connect(bank).approve(discountDesk, PLENTY);
  return { discountDesk, book };
}

/** One of the suppliers becomes a bank that pays by `discountDesk`. */
export async function anotherBank(net: Network, discountDesk: DiscountDesk, index = 0): Promise<HardhatEthersSigner> {
  const bank = net.suppliers[index];
  if (!bank) throw new Error("a supplier expected");
  await net.ledger.setRoles(bank.address, ROLE.BANK);
  for (const token of [net.cny, net.eur]) await token.connect(bank).approve(discountDesk, PLENTY);
  return bank;
}
