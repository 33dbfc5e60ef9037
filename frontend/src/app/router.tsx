import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { CrashScreen } from "./shell/CrashScreen.tsx";
import { NotFoundScreen } from "./shell/NotFoundScreen.tsx";
import { Shell } from "./shell/Shell.tsx";

const root = createRootRoute({ component: Shell });

/** A slice for which a quote is asked, with the highest yearly rate in per cent and the last day that its holder wishes. */
interface QuotesSearch {
  slice?: string;
  most?: string | number;
  until?: string;
}

/** One line for each screen. A feature's code is loaded when its screen is opened first. */
const routes = root.addChildren([
  createRoute({
    getParentRoute: () => root,
    path: "/",
    component: lazyRouteComponent(() => import("../features/inbox/InboxScreen.tsx"), "InboxScreen"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/confirm",
    validateSearch: ({ selected }: Record<string, unknown>): { selected?: string } =>
      typeof selected === "string" ? { selected } : {},
    component: lazyRouteComponent(() => import("../features/confirm/ConfirmScreen.tsx"), "ConfirmScreen"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/confirm/$receivableId",
    component: lazyRouteComponent(() => import("../features/confirm/ConfirmScreen.tsx"), "ConfirmScreen"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/signed-confirmation",
    component: lazyRouteComponent(
      () => import("../features/signed-confirmation/SignedConfirmationScreen.tsx"),
      "SignedConfirmationScreen",
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/obligations",
    component: lazyRouteComponent(() => import("../features/obligations/ObligationsScreen.tsx"), "ObligationsScreen"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/early-payment",
    component: lazyRouteComponent(
      () => import("../features/early-payment/EarlyPaymentScreen.tsx"),
      "EarlyPaymentScreen",
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/disclosure",
    component: lazyRouteComponent(() => import("../features/disclosure/DisclosureScreen.tsx"), "DisclosureScreen"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/pay",
    component: lazyRouteComponent(() => import("../features/pay/PayScreen.tsx"), "PayScreen"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/offers",
    component: lazyRouteComponent(
      () => import("../features/standing-offers/StandingOffersScreen.tsx"),
      "StandingOffersScreen",
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/cash",
    component: lazyRouteComponent(() => import("../features/cash/CashScreen.tsx"), "CashScreen"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/register",
    component: lazyRouteComponent(
      () => import("../features/register-invoice/RegisterInvoiceScreen.tsx"),
      "RegisterInvoiceScreen",
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/slices",
    validateSearch: ({ split, view }: Record<string, unknown>): { split?: string; view?: "receipts" } => ({
      ...(typeof split === "string" && { split }),
      ...(view === "receipts" && { view }),
    }),
    component: lazyRouteComponent(() => import("../features/portfolio/PortfolioScreen.tsx"), "PortfolioScreen"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/pay-suppliers",
    component: lazyRouteComponent(
      () => import("../features/pay-suppliers/PaySuppliersScreen.tsx"),
      "PaySuppliersScreen",
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/finance",
    validateSearch: ({ slice }: Record<string, unknown>): { slice?: string } =>
      typeof slice === "string" ? { slice } : {},
    component: lazyRouteComponent(() => import("../features/finance/FinanceScreen.tsx"), "FinanceScreen"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/quotes",
    validateSearch: ({ slice, most, until }: Record<string, unknown>): QuotesSearch => ({
      ...(typeof slice === "string" && { slice }),
      ...((typeof most === "string" || typeof most === "number") && { most }),
      ...(typeof until === "string" && { until }),
    }),
    component: lazyRouteComponent(() => import("../features/quotes/QuotesScreen.tsx"), "QuotesScreen"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/loans",
    validateSearch: ({ slice }: Record<string, unknown>): { slice?: string } =>
      typeof slice === "string" ? { slice } : {},
    component: lazyRouteComponent(() => import("../features/loans/LoansScreen.tsx"), "LoansScreen"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/exposure",
    component: lazyRouteComponent(() => import("../features/exposure/ExposureScreen.tsx"), "ExposureScreen"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/recourse",
    component: lazyRouteComponent(() => import("../features/recourse/RecourseScreen.tsx"), "RecourseScreen"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/permissions",
    component: lazyRouteComponent(() => import("../features/permissions/PermissionsScreen.tsx"), "PermissionsScreen"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/participants",
    component: lazyRouteComponent(
      () => import("../features/participants/ParticipantsScreen.tsx"),
      "ParticipantsScreen",
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/keys",
    validateSearch: ({ lost }: Record<string, unknown>): { lost?: string } =>
      typeof lost === "string" ? { lost } : {},
    component: lazyRouteComponent(() => import("../features/keys/KeysScreen.tsx"), "KeysScreen"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/policies",
    component: lazyRouteComponent(() => import("../features/policies/PoliciesScreen.tsx"), "PoliciesScreen"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/health",
    component: lazyRouteComponent(() => import("../features/health/HealthScreen.tsx"), "HealthScreen"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/receivables",
    component: lazyRouteComponent(() => import("../features/receivable/ReceivablesScreen.tsx"), "ReceivablesScreen"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/receivables/$id",
    validateSearch: ({ slice }: Record<string, unknown>): { slice?: string } =>
      typeof slice === "string" ? { slice } : {},
    component: lazyRouteComponent(() => import("../features/receivable/ReceivableScreen.tsx"), "ReceivableScreen"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/receivables/$id/tree",
    validateSearch: ({ slice }: Record<string, unknown>): { slice?: string } =>
      typeof slice === "string" ? { slice } : {},
    component: lazyRouteComponent(() => import("../features/look-through/LookThroughScreen.tsx"), "LookThroughScreen"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/receivables/$id/certificate",
    validateSearch: ({ slice }: Record<string, unknown>): { slice?: string } =>
      typeof slice === "string" ? { slice } : {},
    component: lazyRouteComponent(() => import("../features/certificate/CertificateScreen.tsx"), "CertificateScreen"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/activity",
    component: lazyRouteComponent(() => import("../features/activity/ActivityScreen.tsx"), "ActivityScreen"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/supervise",
    component: lazyRouteComponent(() => import("../features/look-through/SuperviseScreen.tsx"), "SuperviseScreen"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/receivables/$id/graph",
    component: lazyRouteComponent(
      () => import("../features/flow-graph/ReceivableGraphScreen.tsx"),
      "ReceivableGraphScreen",
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/supervise/network/$identity",
    component: lazyRouteComponent(() => import("../features/flow-graph/NetworkScreen.tsx"), "NetworkScreen"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/supervise/alerts",
    validateSearch: ({ rule, company }: Record<string, unknown>): { rule?: string; company?: string } => ({
      ...(typeof rule === "string" && { rule }),
      ...(typeof company === "string" && { company }),
    }),
    component: lazyRouteComponent(() => import("../features/alerts/AlertsScreen.tsx"), "AlertsScreen"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/supervise/figures/$figure",
    validateSearch: ({
      currency,
      obligor,
      holder,
    }: Record<string, unknown>): { currency?: number; obligor?: string; holder?: string } => ({
      ...(typeof currency === "number" && { currency }),
      ...(typeof obligor === "string" && { obligor }),
      ...(typeof holder === "string" && { holder }),
    }),
    component: lazyRouteComponent(() => import("../features/figures/FigureScreen.tsx"), "FigureScreen"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/supervise/orders",
    validateSearch: ({ receivable }: Record<string, unknown>): { receivable?: string } =>
      typeof receivable === "string" ? { receivable } : {},
    component: lazyRouteComponent(() => import("../features/legal-orders/LegalOrdersScreen.tsx"), "LegalOrdersScreen"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/settings",
    component: lazyRouteComponent(() => import("../features/settings/SettingsScreen.tsx"), "SettingsScreen"),
  }),
]);

export const router = createRouter({
  routeTree: routes,
  defaultErrorComponent: CrashScreen,
  defaultNotFoundComponent: NotFoundScreen,
  defaultPreload: "intent",
  scrollRestoration: true,
});

/** Screens that a menu can lead to: those without parameters. */
export type RoutePath =
  | "/"
  | "/confirm"
  | "/pay"
  | "/obligations"
  | "/early-payment"
  | "/disclosure"
  | "/offers"
  | "/cash"
  | "/settings"
  | "/register"
  | "/slices"
  | "/pay-suppliers"
  | "/finance"
  | "/quotes"
  | "/loans"
  | "/exposure"
  | "/recourse"
  | "/permissions"
  | "/participants"
  | "/keys"
  | "/policies"
  | "/health"
  | "/receivables"
  | "/activity"
  | "/supervise"
  | "/supervise/alerts"
  | "/supervise/orders";

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
