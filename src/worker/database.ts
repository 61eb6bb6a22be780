/** What we use of D1. A type of our own, so that code without the Workers' types can name it. */
export interface Database {
  prepare(sql: string): Statement;
  /** In one transaction. */
  batch(statements: readonly Statement[]): Promise<readonly { readonly meta: { readonly changes: number } }[]>;
}

export interface Statement {
  bind(...values: readonly (string | number | null)[]): Statement;
  first<Row>(): Promise<Row | null>;
  all<Row>(): Promise<{ readonly results: readonly Row[] }>;
  run(): Promise<{ readonly meta: { readonly changes: number } }>;
}

/** Whether an error is one of D1's own: nothing is known of the data then, and trying again later may help. */
export function isDatabaseFailure(error: unknown): boolean {
  return error instanceof Error && /^D1_/u.test(error.message);
}
