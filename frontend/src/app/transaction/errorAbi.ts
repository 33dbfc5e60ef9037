import type { Abi } from "viem";
import {
  authorityAbi,
  discountDeskAbi,
  earlyPaymentDeskAbi,
  exposureBookAbi,
  ledgerAbi,
  pledgeDeskAbi,
  recourseDeskAbi,
  settlementDeskAbi,
  testTokenAbi,
} from "../../generated/contracts.ts";

/** Every custom error of the deployment: a desk's call can fail in the ledger or in the cash token. */
export const ERROR_ABI: Abi = [
  ...ledgerAbi,
  ...discountDeskAbi,
  ...settlementDeskAbi,
  ...pledgeDeskAbi,
  ...recourseDeskAbi,
  ...earlyPaymentDeskAbi,
  ...exposureBookAbi,
  ...testTokenAbi,
  ...authorityAbi,
].filter((item) => item.type === "error");
