import type { Locator } from "@playwright/test";
import { identityHash } from "../../frontend/src/domain/identifiers.ts";
import type { Company } from "./support.ts";

/** A screen as somebody whose work it is opens it. */
interface Screen {
  /** As the router has it; ids are filled in by the test. */
  route: string;
  /** What is there once the answers have come, and not before. */
  shows: (main: Locator) => Locator;
  /** It asks neither index nor chain by itself: all of it is there at once. */
  asksNothing?: true;
}

const table = (main: Locator) => main.getByRole("table").first();
const grid = (main: Locator) => main.getByRole("grid");
const field = (label: string) => (main: Locator) => main.getByLabel(label, { exact: true }).first();
const text = (words: string | RegExp) => (main: Locator) => main.getByText(words).first();
const region = (name: string) => (main: Locator) => main.getByRole("region", { name });
/** A list, or that there is nothing to list. */
const listOr = (words: string) => (main: Locator) => table(main).or(main.getByText(words)).first();

const inbox: Screen = { route: "/", shows: text(/^(Late|Today|Waits for you|To watch|Nothing waits for you)$/) };

export const HUAXIN = identityHash("USCC", "91500103MA5HXLB42D");

/** Every screen, with somebody whose work it is. */
export const SCREENS: Readonly<Partial<Record<Company, readonly Screen[]>>> = {
  "Yujiang Motors": [
    inbox,
    { route: "/confirm", shows: listOr("No invoice waits for you") },
    { route: "/confirm/$receivableId", shows: text(/^(What you would sign|This (invoice|registration) .*)$/) },
    { route: "/pay", shows: table },
    { route: "/obligations", shows: region("Maturity ladder") },
    { route: "/early-payment", shows: field("Budget") },
    { route: "/disclosure", shows: table },
    { route: "/cash", shows: table },
    { route: "/permissions", shows: (main) => main.getByRole("switch", { name: /discount desk/ }) },
  ],
  "Huaxin Components": [
    { route: "/register", shows: (main) => main.getByLabel("Invoice files") },
    { route: "/slices", shows: listOr("You hold no slice") },
    {
      route: "/pay-suppliers",
      shows: (main) =>
        main.getByRole("heading", { name: "Whom to pay" }).or(main.getByText("You hold no slice to pay")),
    },
    { route: "/finance", shows: (main) => main.getByLabel("Slice to sell").or(main.getByText("You have no slice")) },
    { route: "/quotes", shows: (main) => main.getByLabel("Slice", { exact: true }).or(main.getByText("You have no")) },
    { route: "/loans", shows: listOr("No loan yet") },
    { route: "/early-payment", shows: listOr("Nothing was paid early yet") },
    { route: "/signed-confirmation", shows: (main) => main.getByLabel("The signed confirmation"), asksNothing: true },
    { route: "/receivables", shows: grid },
    { route: "/receivables/$id", shows: (main) => main.getByRole("heading", { name: /^Receivable / }) },
    { route: "/receivables/$id/tree", shows: region("Picture") },
    { route: "/receivables/$id/graph", shows: (main) => main.getByRole("group", { name: /^Graph of/ }) },
    { route: "/receivables/$id/certificate", shows: text("Certificate of a receivable") },
    { route: "/activity", shows: grid },
    { route: "/settings", shows: region("Network"), asksNothing: true },
  ],
  "Yuzhong Bank": [
    { route: "/offers", shows: field("Core enterprise") },
    { route: "/quotes", shows: field("Whose slice") },
    { route: "/loans", shows: field("Whose slice") },
    { route: "/exposure", shows: field("Organisation") },
    { route: "/recourse", shows: listOr("No recourse") },
  ],
  "Tallystick Operator": [
    { route: "/participants", shows: table },
    { route: "/keys", shows: field("Who lost its key") },
    { route: "/policies", shows: (main) => main.getByRole("button", { name: "Draft a new version" }) },
  ],
  "Chongqing Supervision Office": [
    { route: "/", shows: table },
    { route: "/supervise", shows: (main) => main.getByRole("link", { name: /^Owed/ }).first() },
    { route: "/supervise/alerts", shows: (main) => main.getByRole("list", { name: "Alerts" }) },
    { route: "/supervise/orders", shows: listOr("Nothing is frozen") },
    { route: "/supervise/figures/$figure", shows: (main) => main.getByTestId("figure-amount") },
    { route: "/supervise/network/$identity", shows: (main) => main.getByRole("group", { name: /^Network of/ }) },
  ],
};

interface Emptiness {
  path: string;
  /** Says what is missing, and what would bring it. */
  words: readonly (string | RegExp)[];
}

/** What a company reads that takes part and has not done anything yet, in every role that does business. */
export const EMPTY_FOR_NEWCOMER: readonly Emptiness[] = [
  {
    path: "/",
    words: ["Nothing waits for you", /^Invoices that suppliers register for you/, /^Slices that you are paid/],
  },
  { path: "/confirm", words: ["No invoice waits for you", /^When a supplier registers an invoice/] },
  { path: "/pay", words: ["You owe nothing", /^Invoices that you confirm appear here/, "No payment yet"] },
  { path: "/obligations", words: ["Nothing is owed", /^When you confirm an invoice/] },
  { path: "/disclosure", words: ["Nothing was outstanding or confirmed in this period", /^Choose another period/] },
  { path: "/offers", words: ["No offer yet", /^Post one below/, "The bank holds no slice", "Nothing was bought yet"] },
  { path: "/register", words: ["No invoice registered yet", /^Drop an invoice file above/] },
  { path: "/slices", words: ["You hold no slice", /^A slice appears here when/, "Nothing waits for your answer"] },
  { path: "/pay-suppliers", words: ["You hold no slice to pay with"] },
  { path: "/finance", words: ["You have no slice to sell", /^A free slice of a confirmed receivable/] },
  { path: "/quotes", words: ["No quote signed in this browser", /^A quote that you sign above is kept here/] },
  { path: "/loans", words: ["No loan yet", /^A loan taken or given appears here/] },
  { path: "/exposure", words: ["No limit set", /^Set one below/, "Nothing at stake"] },
  { path: "/recourse", words: ["No recourse", /^A slice bought or sold with recourse appears here/] },
  {
    path: "/early-payment",
    words: ["No programme yet", /^Post one below/, "Nothing is paid early for your slices now"],
  },
  { path: "/cash", words: ["No permission given", /^When you post a standing offer/] },
  { path: "/permissions", words: [/^Off: you accept or refuse each slice/, /^Off: you cannot sell slices/] },
  { path: "/receivables", words: ["No receivables here", /^Receivables you owe, registered or hold/] },
  { path: "/signed-confirmation", words: [/^A JSON file that the core enterprise gave you/] },
  { path: "/keys", words: ["No key is being replaced", /^When the operator proposes to replace/] },
];
