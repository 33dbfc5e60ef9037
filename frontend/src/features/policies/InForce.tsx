import type { PolicyVersion } from "../../app/data/queries/policy.ts";
import { type Column, Table } from "../../ui/Table.tsx";
import { PARAMETERS, type ParameterName } from "./parameters.ts";
import { useText } from "./text.ts";
import { useParameterWords } from "./useParameterWords.ts";

/** Every parameter of the version in force, with what it means. */
export function InForce({ policy }: { policy: PolicyVersion }) {
  const t = useText();
  const words = useParameterWords();
  const columns: Column<ParameterName>[] = [
    {
      key: "name",
      header: t("column.parameter"),
      isRowHeader: true,
      cell: (name) => t(`parameter.${name}.label`),
      value: (name) => t(`parameter.${name}.label`),
    },
    {
      key: "value",
      header: t("column.value"),
      cell: (name) => <span className="figures sm:whitespace-nowrap">{words(name, policy)}</span>,
      value: (name) => words(name, policy),
    },
    {
      key: "meaning",
      header: t("column.meaning"),
      cell: (name) => <span className="text-sm text-muted">{t(`parameter.${name}.hint`)}</span>,
      value: (name) => t(`parameter.${name}.hint`),
    },
  ];
  return (
    <Table
      exportAs={t("inForce.file")}
      hideCaption
      caption={t("inForce.caption")}
      columns={columns}
      rows={PARAMETERS}
      rowKey={(name) => name}
    />
  );
}
