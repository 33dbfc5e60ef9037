import { ChevronDown, LogOut, Wallet } from "lucide-react";
import { Button } from "../../ui/Button.tsx";
import { DropdownMenu, MenuChoice, MenuItem, MenuLabel, MenuSeparator } from "../../ui/DropdownMenu.tsx";
import { useCommonText } from "../i18n/useCommonText.ts";
import { AccountLabel } from "./AccountLabel.tsx";
import { useAccountChoices } from "./useAccountChoices.ts";
import { useAccountLabels } from "./useAccountLabels.ts";

/** Who one is, and whom else one can be. */
export function AccountMenu() {
  const t = useCommonText();
  const { account, localAccounts, wallets, chooseLocal, chooseWallet, leave } = useAccountChoices();
  const labelOf = useAccountLabels(localAccounts);
  const choose = (value: string) => {
    const chosen = localAccounts.find((candidate) => candidate === value);
    if (chosen) chooseLocal(chosen);
  };
  const options = localAccounts.map((value) => ({ value, label: <AccountLabel {...labelOf(value)} /> }));
  const current = account ? labelOf(account) : null;
  return (
    <DropdownMenu
      trigger={
        <Button className="max-w-60 min-w-0 py-0.5 md:max-w-80">
          <span className="sr-only">{t("account.label")}: </span>
          {current ? <AccountLabel {...current} /> : <span className="truncate">{t("account.choose")}</span>}
          <ChevronDown aria-hidden className="size-4 shrink-0" />
        </Button>
      }
    >
      {options.length > 0 && (
        <>
          <MenuLabel>{t("account.local")}</MenuLabel>
          <MenuChoice label={t("account.local")} value={account ?? ""} onValueChange={choose} options={options} />
          <MenuSeparator />
        </>
      )}
      <MenuLabel>{t("account.wallets")}</MenuLabel>
      {wallets.map((wallet) => (
        <MenuItem key={wallet.uid} onSelect={() => chooseWallet(wallet)}>
          <WalletIcon icon={wallet.icon} />
          {t("account.connect", { name: wallet.name })}
        </MenuItem>
      ))}
      {wallets.length === 0 && <p className="max-w-72 px-2.5 pb-2 text-sm text-muted">{t("account.noWallet")}</p>}
      {account && (
        <>
          <MenuSeparator />
          <MenuItem onSelect={leave}>
            <LogOut aria-hidden className="size-4" />
            {t("account.disconnect")}
          </MenuItem>
        </>
      )}
    </DropdownMenu>
  );
}

/** The wallet's own picture: EIP-6963 makes it a data URI. */
export function WalletIcon({ icon }: { icon: string | undefined }) {
  return icon?.startsWith("data:image/") ? (
    <img src={icon.trim()} alt="" className="size-4.5" />
  ) : (
    <Wallet aria-hidden className="size-4.5" />
  );
}
