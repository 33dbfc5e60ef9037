import type { Hex } from "viem";
import type { PaperKind } from "../../domain/signed-paper.ts";

type Store = Pick<Storage, "getItem" | "setItem">;

/** The papers that an account has signed in this browser, newest first, as the texts of their files. Nobody else has this list. */
export function createPaperStore(storage: Store, genesisHash: Hex, { kind }: PaperKind) {
  const keyOf = (account: string) => `tallystick.${kind}.${genesisHash.slice(0, 18)}.${account.toLowerCase()}`;
  const read = (account: string): string[] => {
    const kept: unknown = JSON.parse(storage.getItem(keyOf(account)) ?? "[]");
    return Array.isArray(kept) ? kept.filter((text) => typeof text === "string") : [];
  };
  const write = (account: string, texts: readonly string[]): string[] => {
    storage.setItem(keyOf(account), JSON.stringify(texts));
    return [...texts];
  };
  return {
    read,
    add: (account: string, text: string) => write(account, [text, ...read(account).filter((kept) => kept !== text)]),
    remove: (account: string, text: string) =>
      write(
        account,
        read(account).filter((kept) => kept !== text),
      ),
  };
}
