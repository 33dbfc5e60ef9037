import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { Section } from "../../ui/Section.tsx";
import { useIsLocalChain } from "../deployment/useDeployment.ts";
import { useCommonText } from "../i18n/useCommonText.ts";
import { AccountLabel } from "../wallet/AccountLabel.tsx";
import { WalletIcon } from "../wallet/AccountMenu.tsx";
import { useAccountChoices } from "../wallet/useAccountChoices.ts";
import { useAccountLabels } from "../wallet/useAccountLabels.ts";
import { SplitStick } from "./SplitStick.tsx";

/** The first visit: what this is, and as whom one comes. */
export function WelcomeScreen() {
  const t = useCommonText();
  const isLocal = useIsLocalChain();
  const { localAccounts, wallets, chooseLocal, chooseWallet, error } = useAccountChoices();
  const labelOf = useAccountLabels(localAccounts);
  return (
    <div className="mx-auto grid max-w-4xl gap-8 py-4">
      <div className="grid gap-4">
        <h1 className="text-2xl font-semibold tracking-tight">{t("welcome.title")}</h1>
        <SplitStick />
        <p className="max-w-prose text-lg">{t("welcome.text")}</p>
      </div>
      {error && (
        <Callout tone="danger" title={t("account.connectFailed")} live>
          {error.message}
        </Callout>
      )}
      {localAccounts.length > 0 && (
        <Section title={t("welcome.choose")} description={t("account.localHint")}>
          <ul className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
            {localAccounts.map((account) => (
              <li key={account}>
                <Button className="w-full justify-start py-2" onClick={() => chooseLocal(account)}>
                  <AccountLabel {...labelOf(account)} />
                </Button>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t("account.wallets")}>
        {wallets.length === 0 && <p className="text-muted">{t("account.noWallet")}</p>}
        <ul className="flex flex-wrap gap-2">
          {wallets.map((wallet) => (
            <li key={wallet.uid}>
              <Button onClick={() => chooseWallet(wallet)}>
                <WalletIcon icon={wallet.icon} />
                {t("account.connect", { name: wallet.name })}
              </Button>
            </li>
          ))}
        </ul>
      </Section>
      {isLocal && <p className="text-sm text-muted">{t("welcome.localOnly")}</p>}
    </div>
  );
}
