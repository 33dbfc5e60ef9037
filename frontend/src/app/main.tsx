import "../ui/theme.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { queryClient } from "./data/queryClient.ts";
import { INDEX_HEAD } from "./data/useIndexHead.ts";
import { loadDeployment } from "./deployment/deployment.ts";
import { startI18n } from "./i18n/i18n.ts";
import { preloadScreens } from "./preloadScreens.ts";
import { router } from "./router.tsx";
import { NoDeploymentScreen } from "./shell/NoDeploymentScreen.tsx";
import { applyTheme, readTheme } from "./shell/theme.ts";
import { createWalletConfig } from "./wallet/walletConfig.ts";

async function start(): Promise<void> {
  const container = document.getElementById("root");
  if (!container) throw new Error("The page has no element with the id root.");
  const root = createRoot(container);
  applyTheme(readTheme());
  // After the first paint: most readers have PingFang or YaHei, and its list of pieces alone is 40 kB.
  void import("@fontsource-variable/noto-sans-sc");
  // All at once: the record, the index's newest block, before anything else is read from it, and the code of the screen that is opened.
  const deploying = loadDeployment();
  // A failure is told where it is awaited, below.
  deploying.catch(() => undefined);
  void queryClient.prefetchQuery(INDEX_HEAD);
  void router.preloadRoute({ to: window.location.pathname });
  await startI18n();
  try {
    const deployment = await deploying;
    const wallet = await createWalletConfig(deployment);
    root.render(
      <StrictMode>
        <App deployment={deployment} wallet={wallet} />
      </StrictMode>,
    );
    preloadScreens();
  } catch (error) {
    root.render(<NoDeploymentScreen detail={error instanceof Error ? error.message : String(error)} />);
  }
}

void start();
