import type { Address } from "viem";
import { useConnection } from "wagmi";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { Party } from "../../ui/Party.tsx";
import { useText } from "./text.ts";

/** An account's company, marked when it is the reader's own. */
export function Who({ account }: { account: Address }) {
  const t = useText();
  const { address } = useConnection();
  const { findName } = useDirectory();
  const isMe = address?.toLowerCase() === account.toLowerCase();
  return <Party name={findName(account)} address={account} mark={isMe ? t("terms.you") : undefined} />;
}
