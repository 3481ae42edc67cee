import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Attempt } from './sale-state.ts';

interface TillDatabase extends DBSchema {
  /** The one sale whose outcome is not known yet. */
  attempt: { key: 'open'; value: Attempt };
  counter: { key: 'sales'; value: number };
}

let opening: Promise<IDBPDatabase<TillDatabase>> | undefined;

function database(): Promise<IDBPDatabase<TillDatabase>> {
  opening ??= openDB<TillDatabase>('kantinekortet-till', 1, {
    upgrade(db) {
      db.createObjectStore('attempt');
      db.createObjectStore('counter');
    },
  });
  return opening;
}

/** Remembers the sale before it is sent, so that neither a reload nor a dead battery can sell it twice. */
export async function keepAttempt(attempt: Attempt): Promise<void> {
  await (await database()).put('attempt', attempt, 'open');
}

export async function forgetAttempt(): Promise<void> {
  await (await database()).delete('attempt', 'open');
}

/** The sale that was under way when the till was closed. */
export async function openAttempt(): Promise<Attempt | undefined> {
  return (await database()).get('attempt', 'open');
}

/** The till's own count of its sales, one higher for each; the server sees a gap when something was lost. */
export async function nextCounter(): Promise<number> {
  const transaction = (await database()).transaction('counter', 'readwrite');
  const next = ((await transaction.store.get('sales')) ?? 0) + 1;
  await transaction.store.put(next, 'sales');
  await transaction.done;
  return next;
}
