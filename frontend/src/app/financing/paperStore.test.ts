import { describe, expect, it } from "vitest";
import { LOAN_OFFER, QUOTE } from "../../domain/signed-paper.ts";
import { createPaperStore } from "./paperStore.ts";

function memory(): Pick<Storage, "getItem" | "setItem"> {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, text) => void kept.set(key, text) };
}

describe("createPaperStore", () => {
  const storage = memory();
  const store = createPaperStore(storage, "0x1234", QUOTE);
  it("keeps the newest first, each once", () => {
    store.add("0xAB", "one");
    store.add("0xab", "two");
    expect(store.add("0xab", "one")).toEqual(["one", "two"]);
    expect(store.read("0xAb")).toEqual(["one", "two"]);
  });
  it("keeps accounts, kinds and chains apart", () => {
    expect(store.read("0xcd")).toEqual([]);
    expect(createPaperStore(storage, "0x1234", LOAN_OFFER).read("0xab")).toEqual([]);
    expect(createPaperStore(storage, "0x99", QUOTE).read("0xab")).toEqual([]);
  });
  it("forgets what is removed", () => expect(store.remove("0xab", "one")).toEqual(["two"]));
});
