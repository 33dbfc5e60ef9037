import { createConfig } from "ponder";
import {
  authorityAbi,
  discountDeskAbi,
  earlyPaymentDeskAbi,
  exposureBookAbi,
  ledgerAbi,
  pledgeDeskAbi,
  recourseDeskAbi,
  settlementDeskAbi,
} from "../frontend/src/generated/contracts.ts";
import { readRecord } from "../scripts/deployment/record.ts";
import { chainId, rpcUrl } from "./environment.ts";

const record = readRecord(chainId);
if (record === null)
  throw new Error(`There is no deployment record for chain ${chainId}. Run the deploy script first.`);

const { addresses, startBlock } = record;

function source<const Abi>(abi: Abi, address: string) {
  return { abi, chain: "tallystick" as const, address: address as `0x${string}`, startBlock };
}

export default createConfig({
  // Ponder allows 20 requests a second per URL; ten entries lift that for one node of one's own.
  chains: { tallystick: { id: chainId, rpc: Array(10).fill(rpcUrl), pollingInterval: 150 } },
  database: { kind: "postgres" },
  contracts: {
    Ledger: source(ledgerAbi, addresses.ledger),
    DiscountDesk: source(discountDeskAbi, addresses.discountDesk),
    SettlementDesk: source(settlementDeskAbi, addresses.settlementDesk),
    PledgeDesk: source(pledgeDeskAbi, addresses.pledgeDesk),
    RecourseDesk: source(recourseDeskAbi, addresses.recourseDesk),
    EarlyPaymentDesk: source(earlyPaymentDeskAbi, addresses.earlyPaymentDesk),
    Authority: source(authorityAbi, addresses.accessManager),
    ExposureBook: source(exposureBookAbi, addresses.exposureBook),
  },
});
