import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type Config, WagmiProvider } from "wagmi";
import { ToastProvider } from "../ui/Toast.tsx";
import { UiTextsContext } from "../ui/texts.ts";
import { queryClient } from "./data/queryClient.ts";
import type { Deployment } from "./deployment/deployment.ts";
import { DeploymentContext } from "./deployment/useDeployment.ts";
import { useUiTextsInLanguage } from "./i18n/useUiTextsInLanguage.ts";
import { router } from "./router.tsx";
import { SessionProvider } from "./session/SessionProvider.tsx";

/** wagmi's provider reconnects wallets whenever it renders: nothing above it may change. */
export function App({ deployment, wallet }: { deployment: Deployment; wallet: Config }) {
  return (
    <WagmiProvider config={wallet}>
      <QueryClientProvider client={queryClient}>
        <DeploymentContext value={deployment}>
          <SessionProvider>
            <TextsProvider>
              <ToastProvider>
                <RouterProvider router={router} />
              </ToastProvider>
            </TextsProvider>
          </SessionProvider>
        </DeploymentContext>
      </QueryClientProvider>
    </WagmiProvider>
  );
}

function TextsProvider({ children }: { children: ReactNode }) {
  return <UiTextsContext value={useUiTextsInLanguage()}>{children}</UiTextsContext>;
}
