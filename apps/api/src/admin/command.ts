import { OperatorMistake } from '@kantinekortet/identity';
import type { Type } from '@nestjs/common';
import { isUUID } from 'class-validator';

interface CommandOption {
  /** What to give, as the help shows it: `<e-mail>`. */
  readonly value: string;
  readonly isRequired: boolean;
  /** Throws OperatorMistake with what to give instead. */
  readonly check?: (value: string) => void;
}

/** The given options by name; an optional one may be missing. */
export type CommandValues = Readonly<Record<string, string | undefined>>;

/** One thing that the operator can do. Its use case lives in a lib; here is only how to ask for it. */
export interface AdminCommand {
  readonly name: string;
  readonly summary: string;
  readonly options: Readonly<Record<string, CommandOption>>;
  /** Does it and answers the lines to print. */
  readonly run: (service: <T>(type: Type<T>) => T, values: CommandValues) => Promise<readonly string[]>;
}

/** A check for options that name a row. */
export function checkId(value: string): void {
  if (!isUUID(value)) throw new OperatorMistake(`${value} is not an id. See list-schools.`);
}

/** A required option's value. */
export function given(values: CommandValues, name: string): string {
  const value = values[name];
  if (value === undefined) throw new Error(`${name} was not required`);
  return value;
}
