import { fetchAllItems } from "./fetchAllItems.ts";
import { type BigintColumns, revive, type Wire } from "./wire.ts";

/**
 * All rows of a plural query, with their bigints.
 * @param query As for `fetchAllItems`; takes `$where`, if there is a condition.
 * @param where A condition of the index's filter, such as `{ receivableId_in: […] }`.
 */
export async function fetchRows<Row extends object>(
  query: string,
  name: string,
  bigints: BigintColumns<Row>,
  where?: Readonly<Record<string, unknown>>,
): Promise<Row[]> {
  const rows = await fetchAllItems<Wire<Row>>(query, name, { where });
  return rows.map((row) => revive<Row>(row, bigints));
}
