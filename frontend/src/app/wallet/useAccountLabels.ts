import type { Participant } from "../data/queries/participants.ts";
import { useParticipants } from "../data/queries/participants.ts";
import { useDirectory } from "../data/useDirectory.ts";
import { useCommonText } from "../i18n/useCommonText.ts";
import { useLocalNames } from "./useLocalNames.ts";

interface LabelParts {
  account: string;
  name: string;
  participant: Participant | null | undefined;
}

/** What is known of an account, for lists to choose from. */
export function useAccountLabels(localAccounts: readonly string[]): (account: string) => LabelParts {
  const t = useCommonText();
  const localName = useLocalNames();
  const { findName } = useDirectory();
  const { data: participants } = useParticipants();
  return (account) => {
    const index = localAccounts.indexOf(account);
    const unnamed = index < 0 ? t("account.label") : t("account.unnamed", { index });
    const participant = participants?.find((row) => row.account === account.toLowerCase());
    return {
      account,
      name: findName(account) ?? localName(account) ?? unnamed,
      participant: participants ? (participant ?? null) : undefined,
    };
  };
}
