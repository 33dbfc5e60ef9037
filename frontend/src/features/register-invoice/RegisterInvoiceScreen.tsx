import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useConnection } from "wagmi";
import { Loaded } from "../../app/data/Loaded.tsx";
import { useParticipants } from "../../app/data/queries/participants.ts";
import { useLedgerClock } from "../../app/data/useLedgerClock.ts";
import { ROLE_BITS } from "../../domain/roles.ts";
import { Callout } from "../../ui/Callout.tsx";
import { FileDrop } from "../../ui/FileDrop.tsx";
import { Page } from "../../ui/Page.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { InvoiceCard } from "./InvoiceCard.tsx";
import { MyRegistrations } from "./MyRegistrations.tsx";
import { type DroppedFile, readDroppedFile } from "./read-file.ts";
import { useText } from "./text.ts";

/** From an invoice file to a registration that the obligor can confirm. */
export function RegisterInvoiceScreen() {
  const t = useText();
  const { address } = useConnection();
  const participants = useParticipants();
  const clock = useLedgerClock();
  const [files, setFiles] = useState<readonly DroppedFile[]>([]);

  const read = async (dropped: File[]) => {
    const added = await Promise.all(dropped.map(readDroppedFile));
    setFiles((shown) => [...added, ...shown]);
  };
  const remove = (key: string) => setFiles((shown) => shown.filter((file) => file.key !== key));

  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      actions={
        <Link to="/signed-confirmation" className="text-accent underline">
          {t("signedConfirmation")}
        </Link>
      }
    >
      <Loaded query={participants}>
        {(known) => {
          const me = known.find(({ account }) => account.toLowerCase() === address?.toLowerCase());
          if (!me || (me.roles & ROLE_BITS.supplier) === 0) {
            return (
              <Callout tone="warning" title={t("notSupplier.title")}>
                {t("notSupplier.advice")}
              </Callout>
            );
          }
          if (!clock) return <Skeleton label={t("loading")} />;
          return (
            <>
              <FileDrop
                label={t("file.label")}
                hint={t("file.hint")}
                accept=".xml,application/xml,text/xml"
                multiple
                onFiles={(dropped) => void read(dropped)}
              />
              {files.map((file) => (
                <InvoiceCard
                  key={`${me.account}${file.key}`}
                  file={file}
                  me={me}
                  participants={known}
                  clock={clock}
                  onRemove={() => remove(file.key)}
                />
              ))}
              <MyRegistrations me={me.account} today={clock.today} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
