import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { DomainError, type FieldProblem } from './domain-error.ts';

/** The request's body or query does not have the documented shape. */
export class InvalidInput extends DomainError {
  constructor(errors: readonly FieldProblem[]) {
    super('invalid', 'invalid_input', 'Some fields are missing or wrong.', { errors });
  }
}

/** The one pipe that every DTO passes: unknown fields are refused, types are made. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    stopAtFirstError: true,
    exceptionFactory: (errors: ValidationError[]) => new InvalidInput(errors.flatMap((error) => flatten(error, ''))),
  });
}

function flatten(error: ValidationError, parent: string): FieldProblem[] {
  const pointer = `${parent}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const own = Object.entries(error.constraints ?? {}).map(([code, detail]) => ({ pointer, code, detail }));
  return [...own, ...(error.children ?? []).flatMap((child) => flatten(child, pointer))];
}
