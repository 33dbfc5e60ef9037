import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { type Config, WagmiProvider } from "wagmi";
import { ToastProvider } from "../ui/Toast.tsx";
import { UiTextsContext } from "../ui/texts.ts";
import { queryClient } from "./data/queryClient.ts";
import type { Deployment } from "./deployment/deployment.ts";
import { DeploymentContext } from "./deployment/useDeployment.ts";
import { useUiTextsInLanguage } from "./i18n/useUiTextsInLanguage.ts";
import { router } from "./router.tsx";
import { SessionProvider } from "./session/SessionProvider.tsx";

export function App({ deployment, wallet }: { deployment: Deployment; wallet: Config }) {
  const texts = useUiTextsInLanguage();
  return (
    <UiTextsContext value={texts}>
      <DeploymentContext value={deployment}>
        <WagmiProvider config={wallet}>
          <QueryClientProvider client={queryClient}>
            <SessionProvider>
              <ToastProvider>
                <RouterProvider router={router} />
              </ToastProvider>
            </SessionProvider>
          </QueryClientProvider>
        </WagmiProvider>
      </DeploymentContext>
    </UiTextsContext>
  );
}
