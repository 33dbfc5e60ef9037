import { describe, expect, it } from "vitest";
import { DomainError } from "./domain-error.ts";
import { describeDomainError, ENGLISH_DOMAIN_ERRORS } from "./domain-error-messages.ts";

describe("describeDomainError", () => {
  it("fills the details into the sentence", () => {
    const error = new DomainError("DaysReversed", { from: "2026-11-21", to: "2026-11-20" });
    expect(describeDomainError(error)).toBe("2026-11-21 is after 2026-11-20. Give the earlier day first.");
  });

  it("has a sentence that says what to do for every code", () => {
    for (const sentence of Object.values(ENGLISH_DOMAIN_ERRORS)) expect(sentence).toMatch(/[.;:,] .+\.$/);
  });
});
