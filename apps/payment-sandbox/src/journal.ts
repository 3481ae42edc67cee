import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Entry {
  collection: string;
  value: { id: string };
}

/**
 * The sandbox's memory: one JSON line for each change, read again at the next start.
 * A line is on disk before the answer that tells of it leaves, so that even a killed sandbox remembers what it said.
 */
export class Journal {
  readonly #file: string | undefined;
  readonly #collections = new Map<string, Map<string, { id: string }>>();

  /** Without a folder everything lives in memory only. */
  constructor(dataDir?: string) {
    if (dataDir === undefined) return;
    mkdirSync(dataDir, { recursive: true });
    this.#file = join(dataDir, 'payment-sandbox.jsonl');
    this.#read(this.#file);
    this.#compact(this.#file);
  }

  /** The values of one kind, by id. */
  collection<T extends { id: string }>(name: string): Collection<T> {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- only put writes under a name, with its type
    const values = this.#values(name) as Map<string, T>;
    return new Collection(values, (value) => {
      this.#append({ collection: name, value });
    });
  }

  #values(name: string): Map<string, { id: string }> {
    const known = this.#collections.get(name);
    if (known) return known;
    const values = new Map<string, { id: string }>();
    this.#collections.set(name, values);
    return values;
  }

  #append(entry: Entry): void {
    if (this.#file !== undefined) appendFileSync(this.#file, `${JSON.stringify(entry)}\n`);
  }

  #read(file: string): void {
    if (!existsSync(file)) return;
    const lines = readFileSync(file, 'utf8').split('\n');
    // A process that was killed while it wrote leaves half a line at the end, and nobody was told of it.
    lines.pop();
    for (const line of lines) {
      const entry: unknown = JSON.parse(line);
      if (!isEntry(entry)) throw new Error(`${file} holds a line that is not the sandbox's: ${line.slice(0, 80)}`);
      this.#values(entry.collection).set(entry.value.id, entry.value);
    }
  }

  #compact(file: string): void {
    const lines = [...this.#collections].flatMap(([collection, values]) =>
      [...values.values()].map((value) => `${JSON.stringify({ collection, value })}\n`),
    );
    writeFileSync(`${file}.new`, lines.join(''));
    renameSync(`${file}.new`, file);
  }
}

/** A keyed list that remembers every `put`. Values are replaced, never changed in place. */
export class Collection<T extends { id: string }> {
  readonly #values: Map<string, T>;
  readonly #remember: (value: T) => void;

  constructor(values: Map<string, T>, remember: (value: T) => void) {
    this.#values = values;
    this.#remember = remember;
  }

  get(id: string): T | undefined {
    return this.#values.get(id);
  }

  all(): T[] {
    return [...this.#values.values()];
  }

  put(value: T): T {
    this.#remember(value);
    this.#values.set(value.id, value);
    return value;
  }
}

function isEntry(line: unknown): line is Entry {
  if (typeof line !== 'object' || line === null || !('collection' in line) || !('value' in line)) return false;
  const { collection, value } = line;
  return typeof collection === 'string' && typeof value === 'object' && value !== null && 'id' in value;
}
