/** Rows stored column by column: one array a field, all of one length. Smaller than an array of objects and cheap to check. */
export type Columns<Row> = { readonly [Key in keyof Row]: readonly Row[Key][] };

/** The columns of `rows`, fields in the order of `keys` so that the stored bytes do not depend on how the rows were made. */
export function toColumns<Row extends object>(rows: readonly Row[], keys: readonly (keyof Row)[]): Columns<Row> {
  const entries = keys.map((key) => [key, rows.map((row) => row[key])]);
  return Object.fromEntries(entries);
}

/**
 * The number of rows of checked columns.
 *
 * @throws {RangeError} If the columns are not of one length.
 */
export function countRows<Row extends object>(columns: Columns<Row>): number {
  const keys = Object.keys(columns) as (keyof Row)[];
  const count = keys.length === 0 ? 0 : columns[keys[0]!].length;
  for (const key of keys) {
    const length = columns[key].length;
    if (length !== count)
      throw new RangeError(`Column ${String(key)} has ${length} values where ${count} are expected`);
  }
  return count;
}
