import { id as hashOf } from "ethers";
import { NEXT_POLICY } from "../../helpers/policy.ts";
import { HOLDING, type Office } from "./callers.ts";
import type { Table as AnyTable, Row as RowOf } from "./matrix.ts";
import { anybody, holder, nobody, role } from "./refusals.ts";
import { type Belongings, DOCUMENT, type Scene } from "./scene.ts";

type Row = RowOf<Scene, Belongings>;
type Table = AnyTable<Scene, Belongings>;

const FAR = 5_000_000_000;
function only(office: Office): Row["refusal"] {
  return (caller) => (caller.office === office ? null : "AccessManagedUnauthorized");
}
const admitted =
  (otherwise: string): Row["refusal"] =>
  (caller) =>
    caller.role === null ? otherwise : null;

const office = (which: Office, args: Row["args"]): Row => ({ args, refusal: only(which) });

const GOVERNANCE: Table = {
  addPolicy: office("GOVERNOR", () => [NEXT_POLICY, DOCUMENT]),
  addCurrency: office("GOVERNOR", ({ net }) => [
    { token: net.cny.target, tokenDecimals: 0, minorDigits: 2, dayCount: 0, dayBase: 360, code: "0x434e59" },
    DOCUMENT,
  ]),
  admitDesk: office("GOVERNOR", ({ newcomer }) => [newcomer.account, 1, DOCUMENT]),
  removeDesk: office("GUARDIAN", ({ net }) => [net.discountDesk.target, DOCUMENT]),
  setAuthority: { args: ({ net }) => [net.ledger.target], refusal: nobody("AccessManagedUnauthorized") },
  admit: office("OPERATOR", ({ newcomer }) => [newcomer.account, newcomer.identity, 2, 40_000]),
  setRoles: office("OPERATOR", ({ net }) => [net.bank.address, 4]),
  setKycUntil: office("OPERATOR", ({ net }) => [net.bank.address, 50_000]),
  suspend: office("OPERATOR", ({ net }) => [net.bank.address]),
  restore: office("OPERATOR", ({ net }) => [net.bank.address]),
  setOutstandingLimit: office("OPERATOR", ({ bankIdentity }) => [bankIdentity, 1, 5n]),
  proposeReplacement: office("OPERATOR", ({ net, newcomer }) => [net.bank.address, newcomer.account]),
  agreeReplacement: office("SUPERVISOR", ({ replacement }) => [replacement.proposed, replacement.successor]),
  hold: office("SUPERVISOR", ({ free }) => [free.id, DOCUMENT]),
  endHold: office("SUPERVISOR", ({ held }) => [held]),
  freeze: office("SUPERVISOR", ({ free }) => [free.slice, 10n, 20n, 1, DOCUMENT, FAR]),
  release: office("SUPERVISOR", ({ frozen }) => [[frozen.id], DOCUMENT]),
  orderTransfer: office("SUPERVISOR", ({ frozen }) => [frozen.id, frozen.word, frozen.payee, DOCUMENT]),
  writeOff: office("SUPERVISOR", ({ defaulted }) => [defaulted, DOCUMENT]),
  carryOutTransfer: office("OPERATOR", ({ frozen }) => [frozen.id, frozen.word, frozen.payee, DOCUMENT]),
  // The calls inside meet the same doors.
  multicall: office("OPERATOR", ({ net }) => [
    [net.ledger.interface.encodeFunctionData("suspend", [net.bank.address])],
  ]),
};

const OWN_AFFAIRS: Table = {
  setStandingConsent: { args: () => [true], refusal: admitted("Participants_NotAdmitted") },
  setDeskEnabled: {
    args: ({ net }) => [net.discountDesk.target, true],
    refusal: admitted("Participants_NotAdmitted"),
  },
  vetoReplacement: { args: () => [], refusal: admitted("Replacement_NotProposed") },
  replaceKey: { args: ({ replacement }) => [replacement.ready], refusal: anybody },
  moveToSuccessor: { args: ({ replacement }) => [[replacement.slice]], refusal: anybody },
  reportOverdue: { args: ({ overdue }) => [overdue], refusal: anybody },
  declareDefault: { args: ({ reported }) => [reported], refusal: anybody },
  releaseExpired: { args: ({ frozen }) => [[frozen.expired]], refusal: anybody },
};

const RECEIVABLES: Table = {
  register: {
    args: (_, { label }, { owed }) => [{ ...owed, obligor: owed.obligor, invoiceKey: hashOf(`new of ${label}`) }],
    refusal: (caller) =>
      caller.roleName === "obligor" ? "Receivables_ToSelf" : role("supplier", "Participants_MayNotAct")(caller),
  },
  registerAndConfirm: {
    args: (scene, caller) => {
      const signed = scene.signatures.get(caller.label);
      if (!signed) throw new Error(`nothing is signed for ${caller.label}`);
      return [signed.terms, 1, signed.deadline, signed.signature];
    },
    refusal: role("supplier", "Participants_MayNotAct"),
  },
  confirmBySignature: {
    args: ({ net, confirmation: { terms, deadline, signature } }) => [
      net.supplier.address,
      terms,
      1,
      deadline,
      signature,
    ],
    refusal: anybody,
  },
  confirm: {
    args: ({ net }, _, { owed }) => [net.supplier.address, owed, 1],
    refusal: role("obligor", "Receivables_NotObligor"),
  },
  confirmMany: {
    args: ({ net }, _, { owed }) => [[{ creditor: net.supplier.address, terms: owed }], 1],
    refusal: role("obligor", "Receivables_NotObligor"),
  },
  refuse: {
    args: ({ net }, _, { owed }) => [net.supplier.address, owed, 1],
    refusal: role("obligor", "Receivables_NotObligor"),
  },
  cancel: { args: (_, __, { registered }) => [registered], refusal: role("supplier", "Receivables_StatusIs") },
  correct: {
    args: (_, __, { registered }) => [registered, { ...registered, face: 5_000n }],
    refusal: role("supplier", "Receivables_StatusIs"),
  },
  recordRegistryEntry: { args: (_, __, { left }) => [left, DOCUMENT, 1], refusal: holder("Slices_NotHolder") },
  appendEvidence: { args: (_, __, { left }) => [left, 0, DOCUMENT, 1], refusal: holder("Evidence_NotParty") },
};

const SLICES: Table = {
  split: { args: (_, __, { left }) => [left, [100_000n]], refusal: holder("Slices_NotHolder") },
  splitAndTransfer: {
    args: ({ frozen }, __, { left }) => [left, [{ to: frozen.payee, amount: 100_000n }], FAR],
    refusal: holder("Slices_NotHolder"),
  },
  transfer: { args: ({ frozen }, __, { left }) => [left, frozen.payee, FAR], refusal: holder("Slices_NotHolder") },
  accept: {
    args: (_, __, { offered }) => [offered],
    refusal: (caller) => (HOLDING.has(caller.roleName) ? holder("")(caller) : "Slices_NoOffer"),
  },
  // Ending an offer moves nothing and binds nobody: it needs no standing.
  endOffer: {
    args: (_, __, { offered }) => [offered],
    refusal: (caller) => (HOLDING.has(caller.roleName) ? null : "Slices_NoOffer"),
  },
  merge: { args: (_, __, { left, right }) => [left, right], refusal: holder("Slices_NotHolder") },
  transferFrom: transferFrom(),
  "safeTransferFrom(address,address,uint256)": transferFrom(),
  "safeTransferFrom(address,address,uint256,bytes)": transferFrom(["0x"]),
  // An approval gives no right that its giver lacks.
  approve: {
    args: ({ frozen }, __, { left }) => [frozen.payee, left],
    refusal: (caller) => (HOLDING.has(caller.roleName) ? null : "NotOwnerNorApproved"),
  },
  setApprovalForAll: { args: ({ frozen }) => [frozen.payee, true], refusal: anybody },
};

const DESKS: Table = {
  moveByDesk: {
    args: ({ net }, _, { left }) => [left, 0, net.bank.address],
    refusal: nobody("Rulebook_DeskUnknown"),
  },
  redeem: { args: ({ overdue }) => [overdue, []], refusal: nobody("Rulebook_DeskUnknown") },
  bindSettlement: { args: ({ overdue }) => [overdue], refusal: nobody("Rulebook_DeskUnknown") },
  moveTailByDesk: {
    args: ({ net }, _, { left }) => [left, 0, 100n, net.bank.address],
    refusal: nobody("Rulebook_DeskUnknown"),
  },
  retireByDesk: { args: (_, __, { left }) => [left, 1n], refusal: nobody("Rulebook_DeskUnknown") },
  lockByDesk: { args: (_, __, { left }) => [left, 1n], refusal: nobody("Rulebook_DeskUnknown") },
  unlockByDesk: { args: (_, __, { left }) => [left], refusal: nobody("Desk_OtherLock") },
  seizeByDesk: { args: ({ net }, _, { left }) => [left, net.bank.address], refusal: nobody("Rulebook_DeskUnknown") },
  returnByDesk: {
    args: ({ net }, _, { left }) => [left, 1n, net.supplier.address],
    refusal: nobody("Rulebook_DeskUnknown"),
  },
  markPaid: { args: ({ overdue }) => [overdue, [], []], refusal: nobody("Rulebook_DeskUnknown") },
};

function transferFrom(more: readonly unknown[] = []): Row {
  return {
    args: ({ net, frozen }, { roleName, address }, { left }) => {
      const from = HOLDING.has(roleName) ? address : net.supplier.address;
      return [from, frozen.payee, left, ...more];
    },
    refusal: holder("Slices_NotHolder"),
  };
}

export const TABLE: Table = {
  ...GOVERNANCE,
  ...OWN_AFFAIRS,
  ...RECEIVABLES,
  ...SLICES,
  ...DESKS,
};
