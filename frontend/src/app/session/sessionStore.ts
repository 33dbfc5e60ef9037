import type { Hex } from "viem";

export interface Session {
  account: Hex;
  token: string;
  /** ISO time. */
  expiresAt: string;
}

type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** One token for each account and chain, until the tab is closed. */
export function createSessionStore(storage: Store, genesisHash: Hex) {
  const keyOf = (account: string) => `tallystick.session.${genesisHash.slice(0, 18)}.${account.toLowerCase()}`;
  return {
    read(account: string, now: number): Session | null {
      const text = storage.getItem(keyOf(account));
      if (!text) return null;
      const session: Session = JSON.parse(text);
      return Date.parse(session.expiresAt) > now ? session : null;
    },
    write(session: Session): void {
      storage.setItem(keyOf(session.account), JSON.stringify(session));
    },
    remove(account: string): void {
      storage.removeItem(keyOf(account));
    },
  };
}
