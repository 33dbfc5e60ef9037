import "../ui/theme.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { loadDeployment } from "./deployment/deployment.ts";
import { startI18n } from "./i18n/i18n.ts";
import { preloadScreens } from "./preloadScreens.ts";
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
  await startI18n();
  try {
    const deployment = await loadDeployment();
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
