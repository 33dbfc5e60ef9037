import { describe, expect, it } from "vitest";
import { readPasted } from "./pasted.ts";

describe("readPasted", () => {
  it.each([
    ["Jiulong Castings\t80,000.55", "Jiulong Castings", "80000.55"],
    ["Jiulong Castings\tInvoice 7\t80000.55", "Jiulong Castings", "80000.55"],
    ["91500107MA5JLCH53G;1234.50", "91500107MA5JLCH53G", "1234.50"],
    ["91500107MA5JLCH53G, 1234.5", "91500107MA5JLCH53G", "1234.5"],
    ['"Acme Co., Ltd.","1,234.50"', "Acme Co., Ltd.", "1234.50"],
    ["Acme Co., Ltd., 1234.50", "Acme Co., Ltd.", "1234.50"],
    ["九龙铸造，８０００元", "九龙铸造", "8000"],
    ["九龙铸造\t￥1,000", "九龙铸造", "1000"],
    ["Jiulong Castings CNY 12", "Jiulong Castings CNY", "12"],
    ["Jiulong Castings\tCNY 12.00", "Jiulong Castings", "12.00"],
  ])("%s", (line, company, amount) => expect(readPasted(line)).toEqual([{ company, amount }]));

  it("leaves what could be read in two ways as it is", () => {
    expect(readPasted("Acme,1,234")).toEqual([{ company: "Acme", amount: "1,234" }]);
    expect(readPasted("Acme\t1.234,50")).toEqual([{ company: "Acme", amount: "1.234,50" }]);
    expect(readPasted("Acme\t12,34")).toEqual([{ company: "Acme", amount: "12,34" }]);
  });

  it("reads line after line, without blank ones and a heading", () => {
    expect(readPasted("Company\tAmount\r\nAcme\t5\r\n\r\nBeta\t6\n")).toEqual([
      { company: "Acme", amount: "5" },
      { company: "Beta", amount: "6" },
    ]);
  });

  it("keeps a company without an amount", () => expect(readPasted("Acme")).toEqual([{ company: "Acme", amount: "" }]));
});
