import type { IdentityScheme } from "../frontend/src/domain/identifiers.ts";
import type { Role } from "../frontend/src/domain/roles.ts";

/** A participant of the demo network. The numbers are fictional; their check digits are right. */
export interface DemoCompany {
  key: string;
  name: { en: string; zh: string };
  scheme: IdentityScheme;
  number: string;
  roles: readonly Role[];
  /** Index among the local chain's development accounts. Those from 8 on stay free for companies that a user admits. */
  account: number;
}

export const DEMO_COMPANIES: readonly DemoCompany[] = [
  {
    key: "operator",
    name: { en: "Tallystick Operator", zh: "符契平台" },
    scheme: "USCC",
    number: "91500000MA5TAKY01E",
    roles: ["operator"],
    account: 0,
  },
  {
    key: "supervisor",
    name: { en: "Chongqing Supervision Office", zh: "重庆监管办" },
    scheme: "USCC",
    number: "11500000MB1CQJG02L",
    roles: ["supervisor"],
    account: 1,
  },
  {
    key: "yujiang",
    name: { en: "Yujiang Motors", zh: "渝江汽车" },
    scheme: "USCC",
    number: "91500000MA5YJQC31P",
    roles: ["obligor"],
    account: 2,
  },
  {
    key: "huaxin",
    name: { en: "Huaxin Components", zh: "华信零部件" },
    scheme: "USCC",
    number: "91500103MA5HXLB42D",
    roles: ["supplier"],
    account: 3,
  },
  {
    key: "jiulong",
    name: { en: "Jiulong Castings", zh: "九龙铸造" },
    scheme: "USCC",
    number: "91500107MA5JLCH53G",
    roles: ["supplier"],
    account: 4,
  },
  {
    key: "bashan",
    name: { en: "Bashan Springs", zh: "巴山弹簧" },
    scheme: "USCC",
    number: "91500109MA5BPTH64U",
    roles: ["supplier"],
    account: 5,
  },
  {
    key: "nanping",
    name: { en: "Nanping Logistics", zh: "南坪物流" },
    scheme: "USCC",
    number: "91500108MA5NPWL75D",
    roles: ["supplier"],
    account: 6,
  },
  {
    key: "yuzhong",
    name: { en: "Yuzhong Bank", zh: "渝中银行" },
    scheme: "USCC",
    number: "91500103MA5YHBK86Y",
    roles: ["bank"],
    account: 7,
  },
];
