import { describe, expect, it } from "vitest";
import { readProposal } from "./proposal.ts";

const LOST = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
const FRESH = "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359";
const KNOWN = [
  { account: LOST.toLowerCase(), replaced: false },
  { account: "0xdbf03b407c01e7cd3cbea99509d93f8dddc8c6fb", replaced: true },
];

describe("readProposal", () => {
  it("takes a participant and an account that nobody has", () => {
    expect(readProposal({ lost: LOST, successor: FRESH.toLowerCase() }, KNOWN)).toEqual({
      proposal: { lost: LOST, successor: FRESH },
    });
  });

  it("refuses an account that was admitted, also one replaced since", () => {
    expect(readProposal({ lost: LOST, successor: LOST }, KNOWN)).toEqual({ problems: { successor: "accountTaken" } });
    const replaced = "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB";
    expect(readProposal({ lost: replaced, successor: replaced }, KNOWN)).toEqual({
      problems: { lost: "missing", successor: "accountTaken" },
    });
  });

  it("says what is wrong with each field", () => {
    expect(readProposal({ lost: "", successor: FRESH.replace("fB6", "FB6") }, KNOWN)).toEqual({
      problems: { lost: "missing", successor: "checksum" },
    });
    expect(readProposal({ lost: FRESH, successor: "0x12" }, KNOWN)).toEqual({
      problems: { lost: "missing", successor: "account" },
    });
  });
});
