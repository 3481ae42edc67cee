import { describe, expect, it } from '@jest/globals';
import { type Type as Class } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsInt, IsString, Length, ValidateNested } from 'class-validator';
import { InvalidInput, MayBeAbsent, Trimmed, validationPipe } from './validation.ts';

class Body {
  @MayBeAbsent()
  @IsInt()
  count: number = 1;
}

class Lines {
  @ValidateNested({ each: true })
  @Type(() => Body)
  lines!: Body[];
}

class Named {
  @Trimmed()
  @IsString()
  @Length(1, 5)
  name!: string;
}

const judge = (body: unknown, metatype: Class = Body): Promise<unknown> =>
  validationPipe().transform(body, { type: 'body', metatype }) as Promise<unknown>;

describe('the pipe that every request passes', () => {
  it('leaves the default of a field that is left out', async () => {
    expect(await judge({})).toEqual({ count: 1 });
  });

  it.each([
    ['null where a value is meant', { count: null }, '/count', 'isInt'],
    ['an unknown field', { count: 1, role: 'office' }, '/role', 'whitelistValidation'],
    ['text that cannot be stored', { count: 'a\0' }, '/count', 'unstorable'],
  ])('refuses %s', async (_, body, pointer, code) => {
    const problem: unknown = await judge(body).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(InvalidInput);
    expect(problem).toMatchObject({ extra: { errors: [{ pointer, code }] } });
  });

  it('judges a typed text without the spaces around it', async () => {
    expect(await judge({ name: '  Berit ' }, Named)).toEqual({ name: 'Berit' });
    await expect(judge({ name: '   ' }, Named)).rejects.toBeInstanceOf(InvalidInput);
    await expect(judge({ name: 5 }, Named)).rejects.toBeInstanceOf(InvalidInput);
  });

  it('takes a text of invisible characters for an empty one, and leaves them in one that shows something', async () => {
    for (const name of ['\u200B', ' \u2060\u202E', '\u3164\uFE0F']) {
      await expect(judge({ name }, Named)).rejects.toBeInstanceOf(InvalidInput);
    }
    expect(await judge({ name: ' ❤\uFE0F ' }, Named)).toEqual({ name: '❤\uFE0F' });
  });

  it('takes the invisible marks off that were pasted around a text', async () => {
    expect(await judge({ name: '\u202A a\u200Bb\u200B \u202C' }, Named)).toEqual({ name: 'a\u200Bb' });
  });

  it('lists at most a hundred errors', async () => {
    const problem: unknown = await judge({ lines: new Array(150).fill({ count: 'x' }) }, Lines).catch(
      (error: unknown) => error,
    );
    expect(problem).toHaveProperty('extra.errors.length', 100);
  });
});
