import { useState } from "react";
import type { Address } from "viem";
import { Loaded } from "../../app/data/Loaded.tsx";
import { type ProgrammeRow, useInvitations } from "../../app/data/queries/earlyPayment.ts";
import { type Participant, useParticipants } from "../../app/data/queries/participants.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { type ActionStep, contractCall } from "../../app/transaction/action.ts";
import { rolesFromBits } from "../../domain/roles.ts";
import { earlyPaymentDeskAbi } from "../../generated/contracts.ts";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { useProgrammeWords } from "./useProgrammeWords.ts";
import { useText } from "./useText.ts";

/** The desk takes no more at once; contracts/desks/EarlyPaymentDesk.sol. */
const MOST_INVITED = 100;

interface InviteDialogProps {
  programme: ProgrammeRow;
  onClose: () => void;
}

/** Which holders may accept a programme that is not for all. */
export function InviteDialog({ programme, onClose }: InviteDialogProps) {
  const participants = useParticipants();
  const invitations = useInvitations({ programmeId: programme.id });
  return (
    <Loaded query={participants}>
      {(known) => (
        <Loaded query={invitations}>
          {(rows) => {
            const invited = new Set(rows.filter((row) => row.invited).map(({ identity }) => identity));
            return <Editor programme={programme} holders={known.filter(mayHold)} invited={invited} onClose={onClose} />;
          }}
        </Loaded>
      )}
    </Loaded>
  );
}

function mayHold({ roles, suspended, replaced }: Participant): boolean {
  return !suspended && !replaced && rolesFromBits(roles).some((role) => role === "supplier" || role === "bank");
}

interface EditorProps extends InviteDialogProps {
  holders: readonly Participant[];
  /** Identities. */
  invited: ReadonlySet<string>;
}

function Editor({ programme, holders, invited, onClose }: EditorProps) {
  const t = useText();
  const words = useProgrammeWords();
  const { nameOf } = useDirectory();
  // As it was when the dialog opened: what is ticked is compared with that.
  const [before] = useState(invited);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(invited);
  const [isDone, setIsDone] = useState(false);
  const toggle = (identity: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(identity);
    else next.delete(identity);
    setChosen(next);
  };
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("invite.title")}
      facts={[{ label: t("list.scale"), value: words.scale(programme.tiers) }]}
      confirmLabel={t("invite.confirm")}
      steps={useInviteSteps(programme, holders, before, chosen)}
      onConfirmed={() => setIsDone(true)}
      outcome={() => t("invite.done")}
    >
      {!isDone && (
        <fieldset className="grid gap-2">
          <legend className="mb-2 font-medium">{t("invite.who")}</legend>
          {holders.map(({ account, identity }) => (
            <Checkbox
              key={identity}
              label={nameOf(account)}
              checked={chosen.has(identity)}
              onChange={(event) => toggle(identity, event.target.checked)}
            />
          ))}
        </fieldset>
      )}
    </ActionReview>
  );
}

/** One call for those to invite, one for those whose invitation is taken back. */
function useInviteSteps(
  { id }: ProgrammeRow,
  holders: readonly Participant[],
  before: ReadonlySet<string>,
  chosen: ReadonlySet<string>,
): ActionStep[] {
  const t = useText();
  const { earlyPaymentDesk } = useDeployment().addresses;
  const accounts = (isWanted: (identity: string) => boolean): Address[] =>
    holders.filter(({ identity }) => isWanted(identity)).map(({ account }) => account);
  const step = (named: Address[], isInvited: boolean): ActionStep[] => {
    const starts = Array.from({ length: Math.ceil(named.length / MOST_INVITED) }, (_, i) => i * MOST_INVITED);
    return starts.map((start) => {
      const part = named.slice(start, start + MOST_INVITED);
      const call = contractCall({
        address: earlyPaymentDesk,
        abi: earlyPaymentDeskAbi,
        functionName: "invite",
        args: [id, part, isInvited],
      });
      return { name: t(isInvited ? "invite.add" : "invite.remove", { count: part.length }), call };
    });
  };
  return [
    ...step(
      accounts((identity) => chosen.has(identity) && !before.has(identity)),
      true,
    ),
    ...step(
      accounts((identity) => !chosen.has(identity) && before.has(identity)),
      false,
    ),
  ];
}
