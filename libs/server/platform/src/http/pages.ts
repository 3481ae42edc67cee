import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsString, isUUID, Max, MaxLength, Min } from 'class-validator';
import { isStorable } from './storable.ts';
import { InvalidInput, MayBeAbsent } from './validation.ts';

/** One page of a list by keyset; `nextCursor` is null on the last. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** Query of every list: an opaque cursor and how many rows. */
export class PageQuery {
  @ApiPropertyOptional({ description: 'The nextCursor of the page before' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(500)
  cursor?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 200, default: 50 })
  @MayBeAbsent()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;
}

/** Packs the last row's keys into an opaque text. */
export function encodeCursor(keys: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** What a key of a cursor can be, as PostgreSQL will compare it. */
interface CursorKeys {
  readonly integer: number;
  /** As PostgreSQL writes it in UTC: a Date would lose its microseconds. */
  readonly moment: string;
  readonly text: string;
  readonly uuid: string;
}

type KeyKinds = readonly (keyof CursorKeys)[];
type KeysOf<Kinds extends KeyKinds> = { readonly [Index in keyof Kinds]: CursorKeys[Kinds[Index]] };

/** Unpacks a cursor of these keys; undefined without one. Throws InvalidInput when it was not made here. */
export function decodeCursor<const Kinds extends KeyKinds>(
  cursor: string | undefined,
  kinds: Kinds,
): KeysOf<Kinds> | undefined {
  if (cursor === undefined) return undefined;
  const keys = parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (!areKeys(keys, kinds)) {
    throw new InvalidInput([{ pointer: '/cursor', code: 'cursor', detail: 'Start from the first page again.' }]);
  }
  return keys;
}

/** Makes a page of rows read with `limit + 1`. */
export function toPage<T>(
  rows: readonly T[],
  limit: number,
  keysOf: (row: T) => readonly (string | number)[],
): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(keysOf(last)) : null };
}

function areKeys<Kinds extends KeyKinds>(keys: unknown, kinds: Kinds): keys is KeysOf<Kinds> {
  return Array.isArray(keys) && keys.length === kinds.length && kinds.every((kind, index) => isKey[kind](keys[index]));
}

const utcMoment = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?\+00$/;

const isKey: Readonly<Record<keyof CursorKeys, (value: unknown) => boolean>> = {
  integer: Number.isSafeInteger,
  moment: (value) => typeof value === 'string' && utcMoment.test(value) && !Number.isNaN(Date.parse(value)),
  text: (value) => typeof value === 'string' && isStorable(value),
  uuid: (value) => isUUID(value),
};

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
