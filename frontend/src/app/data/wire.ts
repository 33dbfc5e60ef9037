type BigintKey<Row> = { [Key in keyof Row]-?: bigint extends Row[Key] ? Key : never }[keyof Row];

/** A row as it travels: bigints as decimal strings. */
export type Wire<Row> = {
  [Key in keyof Row]: bigint extends Row[Key] ? Exclude<Row[Key], bigint> | string : Row[Key];
};

/** All of a row's bigint columns: the type refuses a list that misses one. */
export type BigintColumns<Row> = Readonly<Record<BigintKey<Row>, true>>;

/** Turns the strings of a row's bigint columns back into bigints. */
export function revive<Row extends object>(wire: Wire<Row>, bigints: BigintColumns<Row>): Row {
  const revived = Object.entries(wire).map(([key, value]) => [
    key,
    key in bigints && typeof value === "string" ? BigInt(value) : value,
  ]);
  return Object.fromEntries(revived);
}
