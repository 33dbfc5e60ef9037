import { createReadStream, existsSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import compression from "compression";
import { type Connect, defineConfig, type Plugin } from "vite";
import { SECURITY_HEADERS } from "./scripts/local/securityHeaders.ts";

const projectFolder = fileURLToPath(new URL(".", import.meta.url));

/**
 * Chain and indexer appear under the page's own origin, so that nothing has to allow foreign origins.
 * `--mode localnet` puts the development accounts into the bundle; any other build has none. (Vite reserves the name "local".)
 */
export default defineConfig({
  root: join(projectFolder, "frontend"),
  // Settings come from the deployment record, never from .env files.
  envDir: false,
  plugins: [react(), tailwindcss(), securityHeaders(), compressed(), deploymentRecord()],
  resolve: { alias: { "react-style-singleton": join(projectFolder, "frontend/src/ui/styleSingleton.ts") } },
  build: {
    outDir: join(projectFolder, "dist/web"),
    emptyOutDir: true,
    // A small font would become a data URI, which the pages' policy has no reason to allow.
    assetsInlineLimit: (file) => (file.endsWith(".woff2") ? false : undefined),
  },
  server: {
    host: "127.0.0.1",
    proxy: {
      "/rpc": upstream("/rpc", process.env.TALLYSTICK_RPC_PORT ?? "8545"),
      "/indexer": upstream("/indexer", process.env.TALLYSTICK_INDEXER_PORT ?? "42069"),
    },
  },
});

function upstream(prefix: string, port: string) {
  return {
    target: `http://127.0.0.1:${port}`,
    rewrite: (path: string) => path.slice(prefix.length) || "/",
  };
}

/** The built UI is served as in production. The development server is not: it injects styles and scripts into the page. */
function securityHeaders(): Plugin {
  return {
    name: "tallystick:security-headers",
    configurePreviewServer: ({ middlewares }) =>
      void middlewares.use((_request, response, next) => {
        for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
        next();
      }),
  };
}

/** As any server in front of the product would: texts are sent compressed. */
function compressed(): Plugin {
  // Its types are Express's; it needs nothing that Node's own request and response lack.
  const compress = compression() as unknown as Connect.NextHandleFunction;
  return {
    name: "tallystick:compression",
    configurePreviewServer: ({ middlewares }) => void middlewares.use(compress),
  };
}

/** Serves the record of the deployment as `/deployment.json`; in production it lies beside `index.html`. */
function deploymentRecord(): Plugin {
  const folder = process.env.TALLYSTICK_DEPLOYMENTS ?? join(projectFolder, "deployments");
  const file = join(folder, `${process.env.TALLYSTICK_CHAIN_ID ?? "31337"}.json`);
  const serve = (_request: IncomingMessage, response: ServerResponse) => {
    response.setHeader("content-type", "application/json");
    response.setHeader("cache-control", "no-store");
    if (existsSync(file)) createReadStream(file).pipe(response);
    else response.writeHead(404).end('{"message":"Nothing is deployed on this chain yet."}');
  };
  return {
    name: "tallystick:deployment-record",
    configureServer: (server) => void server.middlewares.use("/deployment.json", serve),
    configurePreviewServer: (server) => void server.middlewares.use("/deployment.json", serve),
  };
}
