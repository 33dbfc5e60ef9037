import type { Abi } from "viem";
import {
  authorityAbi,
  discountDeskAbi,
  ledgerAbi,
  settlementDeskAbi,
  testTokenAbi,
} from "../../generated/contracts.ts";

/** Every custom error of the deployment: a desk's call can fail in the ledger or in the cash token. */
export const ERROR_ABI: Abi = [
  ...ledgerAbi,
  ...discountDeskAbi,
  ...settlementDeskAbi,
  ...testTokenAbi,
  ...authorityAbi,
].filter((item) => item.type === "error");
