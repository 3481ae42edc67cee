import { applyDecorators, ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsISO8601, Matches, ValidateIf } from 'class-validator';
import { DomainError, type FieldProblem } from './domain-error.ts';
import { escapePointer, findUnstorable } from './storable.ts';

/** More than a screen shows; an answer must not be many times as long as its question. */
const maximumErrors = 100;

/** The request's body or query does not have the documented shape. */
export class InvalidInput extends DomainError {
  constructor(errors: readonly FieldProblem[]) {
    super('invalid', 'invalid_input', 'Some fields are missing or wrong.', { errors });
  }
}

/** A field that may be left out. Unlike `IsOptional`, null is not the same as left out: it is judged as a value. */
export function MayBeAbsent(): PropertyDecorator {
  return ValidateIf((_, value: unknown) => value !== undefined);
}

/** A day of the calendar, as `YYYY-MM-DD`. */
export function IsDay(): PropertyDecorator {
  return applyDecorators(Matches(/^[1-9]\d{3}-\d{2}-\d{2}$/), IsISO8601({ strict: true }));
}

/**
 * Takes spaces and invisible marks off both ends of a text that someone typed or pasted, before it is judged. One that
 * shows nothing is empty: a reason of invisible characters is none.
 */
export function Trimmed(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? trimmed(value) : value));
}

function trimmed(text: string): string {
  if (!showsSomething.test(text)) return '';
  let start = 0;
  let end = text.length;
  // Not by one expression for the end: over a long run of spaces in the middle it would take quadratic time.
  while (edge.test(text.charAt(start))) start += 1;
  while (edge.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** Neither white space nor what is drawn as nothing (Unicode, Default_Ignorable_Code_Point). */
const showsSomething = /[^\s\p{Default_Ignorable_Code_Point}]/u;
/** White space, zero-width spaces and marks of direction: programs paste them around e-mail addresses. */
const edge = /[\s\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069]/u;

/** The one pipe that every DTO passes: unknown fields are refused, types are made. */
export function validationPipe(): ValidationPipe {
  return new StorableInputPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    stopAtFirstError: true,
    exceptionFactory: (errors: ValidationError[]) =>
      new InvalidInput(errors.flatMap((error) => flatten(error, '')).slice(0, maximumErrors)),
  });
}

/** Refuses, before any field is judged, what no field can hold. */
class StorableInputPipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type !== 'custom') {
      const pointer = findUnstorable(value, metadata.type === 'param' ? `/${metadata.data ?? ''}` : '');
      if (pointer !== undefined) throw new InvalidInput([{ pointer, code: 'unstorable', detail: unstorableDetail }]);
    }
    return super.transform(value, metadata);
  }
}

const unstorableDetail = 'This holds too much, is nested too deeply, or has a character that no text can have.';

function flatten(error: ValidationError, parent: string): FieldProblem[] {
  const pointer = `${parent}/${escapePointer(error.property)}`;
  const own = Object.entries(error.constraints ?? {}).map(([code, detail]) => ({ pointer, code, detail }));
  return [...own, ...(error.children ?? []).flatMap((child) => flatten(child, pointer))];
}
