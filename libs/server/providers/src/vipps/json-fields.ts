/** Reads an object of another system field by field. Throws an Error that names a field that is not as promised. */
export class JsonFields {
  private readonly fields: ReadonlyMap<string, unknown>;

  constructor(json: unknown) {
    if (typeof json !== 'object' || json === null) throw new Error('The answer is not an object');
    this.fields = new Map(Object.entries(json));
  }

  text(name: string): string {
    const value = this.fields.get(name);
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    throw new Error(`The answer's ${name} is not a text`);
  }

  /** Null for a field that is not there. */
  textOrNull(name: string): string | null {
    return (this.fields.get(name) ?? null) === null ? null : this.text(name);
  }

  whole(name: string): number {
    const value = this.fields.get(name);
    if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
    throw new Error(`The answer's ${name} is not a whole number`);
  }

  flag(name: string): boolean {
    const value = this.fields.get(name);
    if (typeof value === 'boolean') return value;
    throw new Error(`The answer's ${name} is neither true nor false`);
  }

  object(name: string): JsonFields {
    return new JsonFields(this.fields.get(name));
  }

  objects(name: string): JsonFields[] {
    const value = this.fields.get(name);
    if (!Array.isArray(value)) throw new Error(`The answer's ${name} is not a list`);
    return value.map((json) => new JsonFields(json));
  }
}
