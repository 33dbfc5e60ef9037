import { type Column, Table } from "../../ui/Table.tsx";
import { differences, type ParameterName, type Parameters } from "./parameters.ts";
import { useText } from "./text.ts";
import { useParameterWords } from "./useParameterWords.ts";

interface ChangesProps {
  caption: string;
  before: Parameters;
  after: Parameters;
}

/** What differs between two versions, parameter by parameter. */
export function Changes({ caption, before, after }: ChangesProps) {
  const t = useText();
  const words = useParameterWords();
  const changed = differences(before, after);
  if (changed.length === 0) return <p className="text-muted">{t("changes.none")}</p>;
  const columns: Column<ParameterName>[] = [
    {
      key: "name",
      header: t("column.parameter"),
      isRowHeader: true,
      cell: (name) => t(`parameter.${name}.label`),
      value: (name) => t(`parameter.${name}.label`),
    },
    {
      key: "before",
      header: t("column.before"),
      cell: (name) => <s className="text-muted">{words(name, before)}</s>,
      value: (name) => words(name, before),
    },
    {
      key: "after",
      header: t("column.after"),
      cell: (name) => <b>{words(name, after)}</b>,
      value: (name) => words(name, after),
    },
  ];
  return (
    <Table exportAs={t("changes.file")} caption={caption} columns={columns} rows={changed} rowKey={(name) => name} />
  );
}
