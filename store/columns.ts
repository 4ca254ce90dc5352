import { sql, type ColumnType, type JSONColumnType, type RawBuilder } from 'kysely';

/** Types of columns that many tables have: as they are read, and as they may be written. */
export type Json = JSONColumnType<Record<string, unknown>>;
export type CreatedAt = ColumnType<Date, Date | string | undefined, never>;
export type Timestamp = ColumnType<Date, Date | string, Date | string>;
export type MaybeTimestamp = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;

/** A moment as milliseconds since 1970, whole ones. */
export function millis(moment: RawBuilder<unknown>): RawBuilder<number> {
  return sql`round(extract(epoch FROM ${moment}) * 1000)::float8`;
}
