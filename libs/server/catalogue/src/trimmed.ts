import type { TransformFnParams } from 'class-transformer';

/** Takes the spaces off both ends of a text that someone typed. */
export function trimmed({ value }: TransformFnParams): unknown {
  const typed: unknown = value;
  return typeof typed === 'string' ? typed.trim() : typed;
}
