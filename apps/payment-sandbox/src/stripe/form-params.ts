import { StripeFailure } from './stripe-failure.ts';

const maxTextLength = 5_000;

/**
 * The form-encoded parameters of a request. Stripe nests with brackets (`line_items[0][price_data][currency]`) and names
 * parameters in that form in its errors, so they are kept under those names.
 */
export class FormParams {
  readonly #values: Map<string, string>;

  constructor(encoded: string) {
    this.#values = new Map(new URLSearchParams(encoded));
  }

  /** The same parameters always give the same text, whatever order they came in. */
  get fingerprint(): string {
    return JSON.stringify([...this.#values].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** Throws `parameter_unknown` for anything but these top-level names. */
  allowOnly(names: readonly string[]): void {
    for (const key of this.#values.keys()) {
      const [name = key] = key.split('[');
      if (!names.includes(name))
        throw StripeFailure.invalid(`Received unknown parameter: ${key}`, 'parameter_unknown', key);
    }
  }

  optional(name: string): string | undefined {
    const value = this.#values.get(name);
    if (value !== undefined && value.length > maxTextLength) {
      throw StripeFailure.invalid(
        `Invalid string: must be at most ${maxTextLength} characters`,
        'parameter_invalid_string',
        name,
      );
    }
    return value === '' ? undefined : value;
  }

  required(name: string): string {
    const value = this.optional(name);
    if (value === undefined) throw StripeFailure.invalid(`Missing required param: ${name}.`, 'parameter_missing', name);
    return value;
  }

  optionalInteger(name: string): number | undefined {
    const value = this.optional(name);
    if (value === undefined) return undefined;
    if (!/^-?\d{1,15}$/.test(value))
      throw StripeFailure.invalid(`Invalid integer: ${value}`, 'parameter_invalid_integer', name);
    return Number(value);
  }

  requiredInteger(name: string): number {
    this.required(name);
    return this.optionalInteger(name) ?? 0;
  }

  oneOf(name: string, allowed: readonly string[]): string | undefined {
    const value = this.optional(name);
    if (value !== undefined && !allowed.includes(value)) {
      throw StripeFailure.invalid(
        `Invalid ${name}: must be one of ${allowed.join(', ')}`,
        'parameter_invalid_string',
        name,
      );
    }
    return value;
  }

  absoluteUrl(name: string): string | undefined {
    const value = this.optional(name);
    if (value !== undefined && !URL.canParse(value))
      throw StripeFailure.invalid('Not a valid URL', 'url_invalid', name);
    return value;
  }

  /** `metadata[a]=1&metadata[b]=2` as an object. */
  group(name: string): Record<string, string> {
    const prefix = `${name}[`;
    const members = [...this.#values].filter(([key]) => key.startsWith(prefix) && key.endsWith(']'));
    return Object.fromEntries(members.map(([key, value]) => [key.slice(prefix.length, -1), value]));
  }

  /** `expand[0]=a&expand[1]=b` (or `expand[]=a`) as a list. */
  list(name: string): string[] {
    return Object.values(this.group(name));
  }

  /** `line_items[0]`, `line_items[1]` …: the names of a list's entries. */
  entries(name: string): string[] {
    const indexes = [...this.#values.keys()].flatMap((key) => {
      const match = /^\[(\d+)\]/.exec(key.startsWith(name) ? key.slice(name.length) : '');
      return match?.[1] === undefined ? [] : [Number(match[1])];
    });
    return [...new Set(indexes)].sort((a, b) => a - b).map((index) => `${name}[${index}]`);
  }
}
