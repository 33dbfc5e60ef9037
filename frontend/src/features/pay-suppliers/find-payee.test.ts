import { describe, expect, it } from "vitest";
import { findPayee } from "./find-payee.ts";

const known = [
  { account: "0xAA", name: "Jiulong Castings", nameZh: "九龙铸造", number: "91500107MA5JLCH53G" },
  { account: "0xBB", name: "Jiulong Castings East", nameZh: null, number: "DE811907980" },
  { account: "0xCC", name: "Bashan Springs", nameZh: "巴山弹簧", number: "91500109MA5BPTH64U" },
];

describe("findPayee", () => {
  it.each([
    ["jiulong  castings", "0xAA"],
    ["九龙铸造", "0xAA"],
    ["91500107ma5jlch53g", "0xAA"],
    ["0xbb", "0xBB"],
    ["Bashan", "0xCC"],
    ["jiulong castings e", "0xBB"],
  ])("knows %s", (text, account) => expect(findPayee(text, known)).toBe(account));

  it.each(["Jiulong", "9150010", "Nobody", "", "Springs"])("does not guess whom “%s” means", (text) => {
    expect(findPayee(text, known)).toBeNull();
  });
});
