import { identityHash } from "../../frontend/src/domain/identifiers.ts";
import { receivableId } from "../../frontend/src/domain/ids.ts";
import { invoiceKey } from "../../frontend/src/domain/invoice-key.ts";

const ID = receivableId(
  identityHash("USCC", "91500000MA5YJQC31P"),
  identityHash("USCC", "91500103MA5HXLB42D"),
  invoiceKey("HX-2026-1008", 2026),
);

/** Where the demo's receivable is that was split and passed on. */
export const PASSED_ON = `/receivables/0x${ID.toString(16).padStart(48, "0")}`;
