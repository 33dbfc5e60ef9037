import { Loaded } from "../../app/data/Loaded.tsx";
import { type ReceivableRow, type RegistryRow, useRegistryRecords } from "../../app/data/queries/receivables.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useInvoice } from "../../app/data/vault.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { Card } from "../../ui/Card.tsx";
import { Copyable } from "../../ui/Copyable.tsx";
import { DescriptionList } from "../../ui/DescriptionList.tsx";
import { Section } from "../../ui/Section.tsx";
import { useText } from "./text.ts";

/** What anybody can check by itself: hashes on the chain, and the registry's entry. */
export function EvidenceSection({ row }: { row: ReceivableRow }) {
  const t = useText();
  const registry = useRegistryRecords(row.id);
  return (
    <Section title={t("evidence.title")}>
      <Card>
        <DescriptionList
          facts={[
            { label: t("evidence.documentRoot"), value: <Hash value={row.documentRoot} /> },
            { label: t("evidence.invoiceKey"), value: <Hash value={row.invoiceKey} /> },
            {
              label: t("evidence.registry"),
              value: (
                <Loaded query={registry}>
                  {(records) =>
                    records.length > 0 ? <Registry row={row} records={records} /> : <RegistryMissing row={row} />
                  }
                </Loaded>
              ),
            },
          ]}
        />
      </Card>
    </Section>
  );
}

function RegistryMissing({ row }: { row: ReceivableRow }) {
  const t = useText();
  return (
    <span className="text-muted">
      {t(row.status === "confirmed" ? "evidence.registryMissing" : "evidence.registryNone")}
    </span>
  );
}

/** The number in clear where the vault tells it to this reader, otherwise its hash. */
function Registry({ row, records }: { row: ReceivableRow; records: readonly RegistryRow[] }) {
  const t = useText();
  const format = useFormat();
  const { nameOf } = useDirectory();
  const { data: invoice } = useInvoice(row.id);
  const numberOf = (hash: string) => invoice?.registryEntries.find(({ entryHash }) => entryHash === hash)?.number;
  return (
    <ul className="grid gap-1">
      {records.map(({ id, entryHash, entryDay, by }) => (
        <li key={id}>
          {t("evidence.registryEntry", {
            number: numberOf(entryHash) ?? t("evidence.registryHash", { hash: `${entryHash.slice(0, 10)}…` }),
            day: format.day(entryDay),
            by: nameOf(by),
          })}
        </li>
      ))}
    </ul>
  );
}

function Hash({ value }: { value: string }) {
  return <Copyable value={value} shown={`${value.slice(0, 18)}…`} />;
}
