import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import type { BlocklistToken, ITokenProbe } from "../../../types/contracts/index.js";
import { identityOf, type Network } from "../../helpers/network.ts";
import { type Caller, callers, HOLDING } from "./callers.ts";
import { grantOffices } from "./standing.ts";

const KYC_UNTIL = 40_000;
/** So much that nobody is short. */
const PLENTY = 3_000_000_000_000n;

/** Somebody who can be asked about, and who acts before it is. */
export interface Party {
  caller: Caller;
  signer: HardhatEthersSigner;
}

export interface Stage {
  net: Network;
  /** All money here; its issuer can refuse a payee. */
  cash: BlocklistToken;
  probe: ITokenProbe;
  parties: readonly Party[];
}

/** Everybody admitted in its role and in good standing, with cash that every desk may draw and, where it can hold slices, all desks enabled. */
export async function admitEverybody(net: Network, cash: BlocklistToken, probe: ITokenProbe): Promise<Stage> {
  const everybody = callers();
  await grantOffices(net, everybody);
  const parties: Party[] = [];
  for (const caller of everybody) {
    const signer = await net.ethers.getImpersonatedSigner(caller.address);
    await net.networkHelpers.setBalance(caller.address, 10n ** 18n);
    if (caller.role !== null)
      await net.ledger.admit(caller.address, identityOf(caller.address), caller.role, KYC_UNTIL);
    if (HOLDING.has(caller.roleName)) await consent(net, signer);
    parties.push({ caller, signer });
  }
  const stage = { net, cash, probe, parties };
  for (const who of [net.supplier, net.bank, net.cautious]) await consent(net, who);
  for (const who of [net.obligor, net.supplier, net.bank, ...parties.map(({ signer }) => signer)])
    await fund(stage, who);
  return stage;
}

async function consent({ ledger, ...net }: Network, who: HardhatEthersSigner) {
  const asking = [net.discountDesk, net.pledgeDesk, net.earlyPaymentDesk, net.recourseDesk];
  await ledger.connect(who).setStandingConsent(true);
  for (const desk of asking) await ledger.connect(who).setDeskEnabled(desk, true);
}

async function fund({ net, cash, probe }: Stage, who: HardhatEthersSigner) {
  const { settlementDesk, discountDesk, pledgeDesk, recourseDesk, earlyPaymentDesk } = net;
  await cash.mint(who.address, PLENTY);
  for (const desk of [settlementDesk, discountDesk, pledgeDesk, recourseDesk, earlyPaymentDesk, probe])
    await cash.connect(who).approve(desk, PLENTY);
  await net.cny.mint(who.address, PLENTY);
  await net.cny.connect(who).approve(probe, PLENTY);
}
