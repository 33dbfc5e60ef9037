import { describe, expect, it } from "vitest";
import { createSessionStore } from "./sessionStore.ts";

describe("createSessionStore", () => {
  const items = new Map<string, string>();
  const storage = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
  const store = createSessionStore(storage, `0x${"ab".repeat(32)}`);
  const session = { account: "0xAbcd", token: "t", expiresAt: "2026-11-21T08:00:00.000Z" } as const;
  const before = Date.parse("2026-11-21T07:59:59Z");

  it("gives back a session whatever the case of its account, until it expires", () => {
    store.write(session);
    expect(store.read("0xabCD", before)).toEqual(session);
    expect(store.read("0xabcd", before + 1_000)).toBeNull();
    expect(store.read("0xother", before)).toBeNull();
  });

  it("keeps chains apart", () => {
    expect(createSessionStore(storage, `0x${"cd".repeat(32)}`).read("0xabcd", before)).toBeNull();
  });

  it("forgets", () => {
    store.remove("0xABCD");
    expect(store.read("0xabcd", before)).toBeNull();
  });
});
