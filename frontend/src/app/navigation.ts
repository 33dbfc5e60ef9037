import {
  Activity,
  BadgePercent,
  BellRing,
  Building2,
  CalendarClock,
  CalendarDays,
  FileCheck,
  FileSignature,
  FileSpreadsheet,
  FileUp,
  Gauge,
  Gavel,
  HandCoins,
  History,
  Inbox,
  KeyRound,
  Landmark,
  Layers,
  type LucideIcon,
  Scale,
  ScrollText,
  Send,
  Settings,
  Telescope,
  Timer,
  Undo2,
  UserRoundCog,
  Wallet,
} from "lucide-react";
import type { Role } from "../domain/roles.ts";
import type { RoutePath } from "./router.tsx";

export interface NavigationEntry {
  to: RoutePath;
  /** Key under `nav` in common.*.json. */
  label:
    | "inbox"
    | "register"
    | "slices"
    | "paySuppliers"
    | "finance"
    | "quotes"
    | "loans"
    | "exposure"
    | "recourse"
    | "permissions"
    | "confirm"
    | "pay"
    | "obligations"
    | "earlyPayment"
    | "disclosure"
    | "offers"
    | "cash"
    | "receivables"
    | "activity"
    | "participants"
    | "keys"
    | "policies"
    | "health"
    | "supervise"
    | "alerts"
    | "orders"
    | "settings";
  /** Key under `nav.short`, where the label is too long for the bottom of a phone. */
  short?: "register" | "offers";
  icon: LucideIcon;
  /** Other entries' addresses begin like this one's. */
  exact?: boolean;
  /** Whose work it is; without roles it is everybody's. */
  roles?: readonly Role[];
  /** Others find something there, too, when they come by a link. */
  isOpen?: boolean;
}

/** In the order of the menu; on a phone the first four are in reach of the thumb. */
const ENTRIES: readonly NavigationEntry[] = [
  { to: "/", label: "inbox", icon: Inbox, exact: true },
  { to: "/confirm", label: "confirm", icon: FileCheck, roles: ["obligor"] },
  { to: "/pay", label: "pay", icon: CalendarClock, roles: ["obligor"] },
  { to: "/obligations", label: "obligations", icon: CalendarDays, roles: ["obligor"] },
  { to: "/offers", label: "offers", short: "offers", icon: BadgePercent, roles: ["bank"] },
  { to: "/register", label: "register", short: "register", icon: FileUp, roles: ["supplier"] },
  { to: "/slices", label: "slices", icon: Layers, roles: ["obligor", "supplier", "bank"] },
  { to: "/pay-suppliers", label: "paySuppliers", icon: Send, roles: ["supplier"] },
  { to: "/finance", label: "finance", icon: HandCoins, roles: ["supplier", "bank"] },
  { to: "/quotes", label: "quotes", icon: FileSignature, roles: ["supplier", "bank"] },
  { to: "/loans", label: "loans", icon: Landmark, roles: ["supplier", "bank"] },
  { to: "/exposure", label: "exposure", icon: Gauge, roles: ["bank"] },
  { to: "/recourse", label: "recourse", icon: Undo2, roles: ["supplier", "bank"] },
  { to: "/early-payment", label: "earlyPayment", icon: Timer, roles: ["obligor", "supplier", "bank"] },
  { to: "/disclosure", label: "disclosure", icon: FileSpreadsheet, roles: ["obligor"] },
  { to: "/cash", label: "cash", icon: Wallet, roles: ["obligor", "supplier", "bank"] },
  { to: "/permissions", label: "permissions", icon: KeyRound, roles: ["obligor", "supplier", "bank"] },
  { to: "/supervise", label: "supervise", icon: Telescope, exact: true, roles: ["supervisor"] },
  { to: "/supervise/alerts", label: "alerts", icon: BellRing, roles: ["supervisor"] },
  { to: "/supervise/orders", label: "orders", icon: Gavel, roles: ["supervisor"] },
  { to: "/receivables", label: "receivables", icon: ScrollText },
  { to: "/activity", label: "activity", icon: History },
  { to: "/participants", label: "participants", icon: Building2 },
  { to: "/keys", label: "keys", icon: UserRoundCog, roles: ["operator", "supervisor"], isOpen: true },
  { to: "/policies", label: "policies", icon: Scale, roles: ["operator", "supervisor"], isOpen: true },
  { to: "/health", label: "health", icon: Activity, roles: ["operator", "supervisor"], isOpen: true },
  { to: "/settings", label: "settings", icon: Settings },
];

export function navigationFor(roles: readonly Role[]): NavigationEntry[] {
  return ENTRIES.filter((entry) => !entry.roles || entry.roles.some((role) => roles.includes(role)));
}

/** Whose screen an address is, with all that lies below it; null when anybody finds something there. */
export function ownersOf(path: string): readonly Role[] | null {
  const entry = ENTRIES.find(({ to }) => path === to || path.startsWith(`${to}/`));
  return entry?.isOpen ? null : (entry?.roles ?? null);
}
