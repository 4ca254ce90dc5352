import type { ColumnType, JSONColumnType } from 'kysely';

/** Types of columns that many tables have: as they are read, and as they may be written. */
export type Json = JSONColumnType<Record<string, unknown>>;
export type CreatedAt = ColumnType<Date, Date | string | undefined, never>;
export type Timestamp = ColumnType<Date, Date | string, Date | string>;
export type MaybeTimestamp = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
