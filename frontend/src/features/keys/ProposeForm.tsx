import { type FormEvent, useState } from "react";
import type { Participant } from "../../app/data/queries/participants.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useAccountChoices } from "../../app/wallet/useAccountChoices.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { shortAddress } from "../../ui/Party.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { ProposeReview } from "./ProposeReview.tsx";
import { type Proposal, readProposal } from "./proposal.ts";
import { useText } from "./text.ts";

interface ProposeFormProps {
  participants: readonly Participant[];
  /** The account chosen on the screen before; empty when none was. */
  lost: string;
}

/** The operator names who lost its key, and the account that follows. */
export function ProposeForm({ participants, lost }: ProposeFormProps) {
  const t = useText();
  const { nameOf } = useDirectory();
  const [draft, setDraft] = useState({ lost, successor: "" });
  const [wasTried, setTried] = useState(false);
  const [reviewed, setReviewed] = useState<Proposal | null>(null);
  const read = readProposal(draft, participants);
  const problems = "problems" in read ? read.problems : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if ("proposal" in read) setReviewed(read.proposal);
  };
  return (
    <Card>
      <form noValidate onSubmit={submit} className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label={t("propose.lost")}
          placeholder="—"
          value={draft.lost}
          options={participants
            .filter(({ replaced }) => !replaced)
            .map(({ account }) => ({ value: account, label: `${nameOf(account)} (${shortAddress(account)})` }))}
          onChange={({ target }) => setDraft((kept) => ({ ...kept, lost: target.value }))}
          error={wasTried && problems.lost ? t("propose.missing") : undefined}
        />
        <div className="grid content-start gap-2">
          <TextField
            label={t("propose.successor")}
            hint={t("propose.successorHint")}
            value={draft.successor}
            spellCheck={false}
            autoComplete="off"
            onChange={({ target }) => setDraft((kept) => ({ ...kept, successor: target.value }))}
            error={(draft.successor || wasTried) && problems.successor ? t(`propose.${problems.successor}`) : undefined}
          />
          <FreeAccounts
            participants={participants}
            onChoose={(successor) => setDraft((kept) => ({ ...kept, successor }))}
          />
        </div>
        <Button type="submit" variant="primary" className="justify-self-end sm:col-span-2">
          {t("propose.review")}
        </Button>
      </form>
      {reviewed && (
        <ProposeReview
          proposal={reviewed}
          onProposed={() => {
            setDraft({ lost: "", successor: "" });
            setTried(false);
          }}
          onClose={() => setReviewed(null)}
        />
      )}
    </Card>
  );
}

/** Where development accounts exist, the last few that belong to nobody. */
function FreeAccounts({
  participants,
  onChoose,
}: {
  participants: readonly Participant[];
  onChoose: (account: string) => void;
}) {
  const t = useText();
  const { localAccounts } = useAccountChoices();
  const taken = new Set(participants.map(({ account }) => account.toLowerCase()));
  const free = [...localAccounts.entries()].filter(([, account]) => !taken.has(account.toLowerCase()));
  if (free.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="text-sm text-muted">{t("propose.free")}</span>
      {free.map(([index, account]) => (
        <Button key={account} size="sm" onClick={() => onChoose(account)}>
          {t("propose.use", { index })}
        </Button>
      ))}
    </div>
  );
}
