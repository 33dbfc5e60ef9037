import type { Address } from "viem";
import { Loaded } from "../../app/data/Loaded.tsx";
import { useEarlyPayments, useProgrammes } from "../../app/data/queries/earlyPayment.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { Section } from "../../ui/Section.tsx";
import { EarlyPaymentTable } from "./EarlyPaymentTable.tsx";
import { ProgrammeForm } from "./ProgrammeForm.tsx";
import { ProgrammeList } from "./ProgrammeList.tsx";
import { useText } from "./useText.ts";

/** The obligor's programmes, a new one, and what was paid by them. */
export function ObligorSide({ account, clock }: { account: Address; clock: LedgerClock }) {
  const t = useText();
  const programmes = useProgrammes([account]);
  const payments = useEarlyPayments({ obligor: account });
  return (
    <>
      <Section title={t("list.title")}>
        <Loaded query={programmes}>{(rows) => <ProgrammeList programmes={rows} clock={clock} />}</Loaded>
      </Section>
      <Section title={t("form.title")} description={t("form.hint")}>
        <Loaded query={programmes}>{(rows) => <ProgrammeForm clock={clock} posted={rows} />}</Loaded>
      </Section>
      <Section title={t("used.title")}>
        <Loaded query={payments}>
          {(rows) => (
            <Loaded query={programmes}>
              {(posted) => <EarlyPaymentTable payments={rows} programmes={posted} side="obligor" clock={clock} />}
            </Loaded>
          )}
        </Loaded>
      </Section>
    </>
  );
}
