import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { defineChain } from "viem";
import { render } from "vitest-browser-react";
import { createConfig, http, WagmiProvider } from "wagmi";
import type { Deployment } from "../../frontend/src/app/deployment/deployment.ts";
import { DeploymentContext } from "../../frontend/src/app/deployment/useDeployment.ts";
import { useUiTextsInLanguage } from "../../frontend/src/app/i18n/useUiTextsInLanguage.ts";
import { SessionProvider } from "../../frontend/src/app/session/SessionProvider.tsx";
import { UiTextsContext } from "../../frontend/src/ui/texts.ts";

const NOWHERE = "0x00000000000000000000000000000000000000aa";

const deployment: Deployment = {
  chainId: 31_337,
  chainName: "none",
  genesisHash: `0x${"00".repeat(32)}`,
  startBlock: 0,
  addresses: {
    accessManager: NOWHERE,
    ledger: NOWHERE,
    settlementDesk: NOWHERE,
    exposureBook: NOWHERE,
    recourseDesk: NOWHERE,
    discountDesk: NOWHERE,
    pledgeDesk: NOWHERE,
    earlyPaymentDesk: NOWHERE,
  },
  currencies: [
    { code: "CNY", index: 1, token: NOWHERE, tokenDecimals: 6, minorDigits: 2, dayCount: "ACT", dayBase: 360 },
    { code: "JPY", index: 2, token: NOWHERE, tokenDecimals: 0, minorDigits: 0, dayCount: "ACT", dayBase: 360 },
  ],
};

const chain = defineChain({
  id: deployment.chainId,
  name: deployment.chainName,
  nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
  rpcUrls: { default: { http: ["http://127.0.0.1:9"] } },
});

/** Renders what needs the app around it: texts and currencies are the real ones; nobody is connected and no chain answers. */
export function renderInApp(children: ReactNode) {
  const wallet = createConfig({ chains: [chain], transports: { [chain.id]: http(undefined, { retryCount: 0 }) } });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, enabled: false } } });
  return render(
    <WagmiProvider config={wallet}>
      <QueryClientProvider client={queries}>
        <DeploymentContext value={deployment}>
          <SessionProvider>
            <Texts>{children}</Texts>
          </SessionProvider>
        </DeploymentContext>
      </QueryClientProvider>
    </WagmiProvider>,
  );
}

function Texts({ children }: { children: ReactNode }) {
  return <UiTextsContext value={useUiTextsInLanguage()}>{children}</UiTextsContext>;
}
