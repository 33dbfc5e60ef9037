import { describe, expect, it } from "vitest";
import { dayFromIso } from "../../domain/day-count.ts";
import { readRequest, readWish, requestOf, requestPath, writeRequest } from "./quote-request.ts";

const slice = `0x${"3f".repeat(32)}`;
const request = { slice, most: "3.60", until: "2026-11-25" };
const life = { today: dayFromIso("2026-11-20"), dueDay: dayFromIso("2027-02-03") };

describe("readWish", () => {
  it("takes a rate and a day, or neither", () => {
    expect(readWish({ most: " 3.6 ", until: "2026-11-20" }, life)).toEqual({ most: "3.6", until: "2026-11-20" });
    expect(readWish({ most: "", until: "" }, life)).toEqual({ most: null, until: null });
  });
  it.each([
    [{ most: "3,6", until: "" }, { most: "malformed" }],
    [{ most: "100", until: "" }, { most: "takesAll" }],
    [{ most: "", until: "2026-02-30" }, { until: "malformed" }],
    [{ most: "", until: "2026-11-19" }, { until: "past" }],
    [
      { most: "x", until: "2027-02-03" },
      { most: "malformed", until: "notBeforeDue" },
    ],
  ])("refuses %o", (draft, problems) => expect(readWish(draft, life)).toEqual({ problems }));
});

describe("a request", () => {
  it("travels as a link", () => {
    const query = new URLSearchParams(requestPath(request).split("?")[1]);
    expect(requestOf(Object.fromEntries(query))).toEqual(request);
    expect(requestPath({ slice, most: null, until: null })).toBe(`/quotes?slice=${slice}`);
  });
  it("travels as a file, of its own network only", () => {
    expect(readRequest(writeRequest(request, 31_337), 31_337)).toEqual(request);
    expect(readRequest(writeRequest(request, 31_337), 1)).toEqual({ problem: "otherNetwork" });
  });
  it.each(["", "{", "null", "[1]", '{"kind":"quote"}', writeRequest({ ...request, slice: "0x12" }, 1)])(
    "is not read from %s",
    (text) => expect(readRequest(text, 1)).toEqual({ problem: "unreadable" }),
  );
  it("keeps its slice when the wish can't be read", () => {
    expect(requestOf({ slice, most: "<b>", until: "soon" })).toEqual({ slice, most: null, until: null });
    expect(requestOf({ slice, most: 100 })).toMatchObject({ most: null });
    expect(requestOf({ slice, most: 3.6 })).toMatchObject({ most: "3.6" });
  });
});
