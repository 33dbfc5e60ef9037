import { type DeskScene, setDeskScene } from "./desk-scene.ts";
import { EXPOSURE, EXPOSURE_TABLE, PROBE, PROBE_TABLE, TILL, TILL_TABLE } from "./desk-table-books.ts";
import { DISCOUNT, DISCOUNT_TABLE } from "./desk-table-discount.ts";
import { EARLY, EARLY_TABLE } from "./desk-table-early.ts";
import { PLEDGE, PLEDGE_TABLE } from "./desk-table-pledge.ts";
import { RECOURSE, RECOURSE_TABLE } from "./desk-table-recourse.ts";
import { SETTLEMENT, SETTLEMENT_TABLE } from "./desk-table-settlement.ts";
import { itHasRows } from "./matrix.ts";

describe("Role matrix of the desks", () => {
  let scene: DeskScene;
  const load = () => scene;
  before(async () => {
    scene = await setDeskScene();
  });

  describe("SettlementDesk", () => {
    itHasRows({ functions: SETTLEMENT, table: SETTLEMENT_TABLE, target: ({ net }) => net.settlementDesk }, load);
  });

  describe("DiscountDesk", () => {
    itHasRows({ functions: DISCOUNT, table: DISCOUNT_TABLE, target: ({ net }) => net.discountDesk }, load);
  });

  describe("PledgeDesk", () => {
    itHasRows({ functions: PLEDGE, table: PLEDGE_TABLE, target: ({ net }) => net.pledgeDesk }, load);
  });

  describe("RecourseDesk", () => {
    itHasRows({ functions: RECOURSE, table: RECOURSE_TABLE, target: ({ net }) => net.recourseDesk }, load);
  });

  describe("EarlyPaymentDesk", () => {
    itHasRows({ functions: EARLY, table: EARLY_TABLE, target: ({ net }) => net.earlyPaymentDesk }, load);
  });

  describe("ExposureBook", () => {
    itHasRows({ functions: EXPOSURE, table: EXPOSURE_TABLE, target: ({ net }) => net.exposureBook }, load);
  });

  describe("TokenProbe", () => {
    itHasRows({ functions: PROBE, table: PROBE_TABLE, target: ({ probe }) => probe }, load);
  });

  describe("Till of a trial", () => {
    itHasRows({ functions: TILL, table: TILL_TABLE, target: ({ till }) => till }, load);
  });
});
