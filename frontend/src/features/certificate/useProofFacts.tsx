import type { ReceivableRow, RegistryRow } from "../../app/data/queries/receivables.ts";
import type { SliceRow } from "../../app/data/queries/slices.ts";
import { useInvoice } from "../../app/data/vault.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import type { Fact } from "../../ui/DescriptionList.tsx";
import { addressOf } from "./address-of.ts";
import { Full } from "./FactList.tsx";
import { useText } from "./text.ts";

/** By what anybody can check the sheet: the registry's entry, the hashes, the contract. */
export function useProofFacts(
  row: ReceivableRow,
  slice: SliceRow | undefined,
  records: readonly RegistryRow[],
): Fact[] {
  const t = useText();
  const { chainId, chainName, addresses } = useDeployment();
  const registry = useRegistryText(row, records);
  return [
    { label: t("fact.registry"), value: <span className="break-all">{registry}</span> },
    { label: t("fact.documentRoot"), value: <Full text={row.documentRoot} /> },
    { label: t("fact.invoiceKey"), value: <Full text={row.invoiceKey} /> },
    { label: t("fact.ledger"), value: <Full text={addresses.ledger} /> },
    { label: t("fact.chain"), value: t("fact.chainId", { name: chainName, id: chainId }) },
    { label: t("fact.address"), value: <Full text={addressOf(row.id, slice?.id)} /> },
  ];
}

/** Entries by number where the vault tells it to this reader, otherwise by hash. */
function useRegistryText({ id }: ReceivableRow, records: readonly RegistryRow[]): string {
  const t = useText();
  const format = useFormat();
  const { data: invoice } = useInvoice(id);
  if (records.length === 0) return t("fact.registryNone");
  const told = records.map(({ entryHash, entryDay }) => {
    const number = invoice?.registryEntries.find((entry) => entry.entryHash === entryHash)?.number;
    const day = format.day(entryDay);
    return number ? t("fact.registryEntry", { number, day }) : t("fact.registryHash", { hash: entryHash, day });
  });
  return told.join(" · ");
}
