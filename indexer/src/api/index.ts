import { db } from "ponder:api";
import schema from "ponder:schema";
import { Hono } from "hono";
import { graphql } from "ponder";
import { chainId, required, rpcUrl } from "../../environment.ts";
import { ledgerTables } from "./ledgerTables.ts";
import { authRoutes } from "./routes/auth.ts";
import { directoryRoutes } from "./routes/directory.ts";
import { invoiceRoutes } from "./routes/invoices.ts";
import { listRoutes } from "./routes/lists.ts";
import { standingRoutes } from "./routes/standing.ts";
import { supervisionRoutes } from "./routes/supervision.ts";
import { signInRules } from "./signInRules.ts";
import { Directory } from "./vault/directory.ts";
import { FolderVault } from "./vault/folderVault.ts";
import { Invoices } from "./vault/invoices.ts";
import { Sessions } from "./vault/sessions.ts";
import { StandingReasonBook } from "./vault/standingReasons.ts";

const vault = await FolderVault.open(required("TALLYSTICK_VAULT_DIR"), required("TALLYSTICK_VAULT_KEY"));
const sessions = new Sessions(signInRules(chainId, rpcUrl, process.env.TALLYSTICK_SIGN_IN_DOMAINS));

const app = new Hono();
app.use("/graphql", graphql({ db, schema }));
app.route("/auth", authRoutes(sessions));
app.route("/directory", directoryRoutes(sessions, new Directory(vault, ledgerTables)));
app.route("/standing", standingRoutes(sessions, new StandingReasonBook(vault, ledgerTables)));
app.route("/invoices", invoiceRoutes(sessions, new Invoices(vault, ledgerTables)));
app.route("/supervision", supervisionRoutes());
app.route("/lists", listRoutes());

export default app;
