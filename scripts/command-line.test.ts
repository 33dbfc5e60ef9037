import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

function run(script: "invoice" | "calc", ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", `scripts/${script}.ts`, ...args], {
    cwd: root,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

const fixture = (name: string) => `test/fixtures/invoices/${name}`;

describe("invoice", () => {
  it("prints the invoice as JSON", () => {
    const { status, stdout } = run("invoice", fixture("ubl-huaxin-yujiang.xml"), "--json");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      format: "ubl",
      number: "HX-2026-1107",
      issueDate: "2026-11-18",
      dueDate: "2027-02-18",
      currency: "CNY",
      payableMinor: "30000000",
      seller: { name: "华信零部件", ids: [{ scheme: "USCC", id: "91500103MA5HXLB42D" }] },
      buyer: { name: "渝江汽车", ids: [{ scheme: "USCC", id: "91500000MA5YJQC31P" }] },
    });
  });

  it("prints it for people", () => {
    const { stdout } = run("invoice", fixture("einvoice-huaxin-yujiang.xml"));
    expect(stdout).toContain("Payable     86000.00 CNY");
    expect(stdout).toContain("Due date    not in the file");
  });

  it.each([
    ["a credit note", [fixture("bad-credit-note.xml"), "--json"], "credit note"],
    ["a file that is not there", ["nowhere.xml"], "cannot be read (ENOENT)"],
    ["no file", [], "Name one invoice file"],
    ["an unknown option", [fixture("ubl-huaxin-yujiang.xml"), "--xml"], "Unknown option '--xml'"],
  ])("refuses %s with the reason", (_, args, reason) => {
    const { status, stdout, stderr } = run("invoice", ...args);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain(reason);
    expect(stderr).not.toContain("    at ");
  });
});

describe("calc", () => {
  const terms = ["--face", "30000.00", "--rate-ppm", "54000", "--days", "170", "--base", "360"];

  it("prints a discount", () => {
    const { status, stdout } = run("calc", "discount", ...terms, "--json");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ discount: "765.00", net: "29235.00", yield: "5.5413" });
    expect(run("calc", "discount", ...terms).stdout).toContain("yield     5.5413 %");
  });

  it("has no yield when the discount takes the whole face", () => {
    const { stdout } = run(
      "calc",
      "discount",
      "--face=100",
      "--rate-ppm=1000000",
      "--days=360",
      "--base=360",
      "--json",
    );
    expect(JSON.parse(stdout)).toEqual({ discount: "100.00", net: "0.00", yield: null });
  });

  it.each([
    ["no calculation", terms, "Name one calculation"],
    ["a missing face", ["discount", ...terms.slice(2)], "--face is missing"],
    ["a face of zero", ["discount", "--face", "0.00", ...terms.slice(2)], "more than zero"],
    ["a negative face", ["discount", "--face=-1", ...terms.slice(2)], "is not an amount"],
    ["too many decimals", ["discount", "--face=1.005", ...terms.slice(2)], "more than 2 decimals"],
    ["a rate that is no integer", ["discount", ...terms, "--rate-ppm=5.4"], "--rate-ppm must be a whole number"],
    ["another day base", ["discount", ...terms, "--base=364"], "--base must be 360 or 365"],
    ["a discount above the face", ["discount", ...terms, "--rate-ppm=9000000"], "more than the face value"],
  ])("refuses %s with the reason", (_, args, reason) => {
    const { status, stdout, stderr } = run("calc", ...args);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain(reason);
  });
});
