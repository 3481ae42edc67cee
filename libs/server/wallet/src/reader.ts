import { Database, type Tx } from '@kantinekortet/platform';

/** Where a read comes from: an open transaction sees its own writes, the database what is committed. */
export type Reader = Tx | Database;

/** Rows of a query on either. */
export async function readRows<Row>(reader: Reader, sql: string, parameters: readonly unknown[]): Promise<Row[]> {
  return reader instanceof Database ? reader.query<Row>(sql, parameters) : reader.query<Row[]>(sql, [...parameters]);
}
