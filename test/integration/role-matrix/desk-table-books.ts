import { Interface } from "ethers";
import { ExposureBook__factory, Till__factory, TokenProbe__factory } from "../../../types/contracts/index.js";
import { KIND } from "../../helpers/exposureBook.ts";
import { identityOf } from "../../helpers/network.ts";
import { CURRENCY, PART } from "./desk-past.ts";
import type { DeskBelongings, DeskScene } from "./desk-scene.ts";
import type { Table } from "./matrix.ts";
import { anybody, nobody, role } from "./refusals.ts";

export const EXPOSURE = new Interface(ExposureBook__factory.abi);
export const PROBE = new Interface(TokenProbe__factory.abi);
export const TILL = new Interface(Till__factory.abi);

export const EXPOSURE_TABLE: Table<DeskScene, DeskBelongings> = {
  setLimit: {
    args: ({ net }) => [KIND.OBLIGOR, identityOf(net.obligor.address), CURRENCY, PART],
    refusal: role("bank", "Participants_MayNotAct"),
  },
  record: {
    args: ({ net, past }) => [
      net.bank.address,
      past.main.slice,
      PART,
      net.obligor.address,
      net.supplier.address,
      CURRENCY,
    ],
    refusal: nobody("Rulebook_DeskLacksPower"),
  },
  // The ledger says whether it may be released, whoever asks.
  release: {
    args: ({ net, past }) => [identityOf(net.bank.address), [past.passedOn.slice]],
    refusal: anybody,
  },
  releasePaid: {
    args: ({ net, past }) => [identityOf(net.bank.address), past.booked.id, []],
    refusal: anybody,
  },
};

/** Anybody tries a token, with units of its own; a trial is only its own prober's. Participants have begun one, the others have not. */
export const PROBE_TABLE: Table<DeskScene, DeskBelongings> = {
  begin: { args: ({ net, least }) => [net.cny.target, least], refusal: anybody },
  "begin a second time": {
    args: ({ cash, least }) => [cash.target, least],
    refusal: ({ role: admitted }) => (admitted === null ? null : "Probe_TrialUnderWay"),
  },
  finish: {
    args: ({ cash }) => [cash.target],
    refusal: ({ role: admitted }) => (admitted === null ? "Probe_NoTrial" : null),
  },
  abandon: {
    args: ({ cash }) => [cash.target],
    refusal: ({ role: admitted }) => (admitted === null ? "Probe_NoTrial" : null),
  },
};

export const TILL_TABLE: Table<DeskScene, DeskBelongings> = {
  send: { args: ({ cash }, { address }) => [cash.target, address, 1n], refusal: nobody("Till_NotProbe") },
};
