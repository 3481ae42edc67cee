import { OperatorMistake } from '@kantinekortet/identity';
import { DomainError, PlatformModule, type Config } from '@kantinekortet/platform';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { parseArgs } from 'node:util';
import { featureModules } from '../features.ts';
import type { AdminCommand, CommandValues } from './command.ts';
import { identityCommands } from './identity-commands.ts';
import { providerCommands } from './provider-commands.ts';

/** Every command; a lib with deeds of the operator's adds its own list. */
const commands: readonly AdminCommand[] = [...identityCommands, ...providerCommands];

export interface AdminOutcome {
  readonly exitCode: 0 | 1 | 2;
  readonly lines: readonly string[];
}

/** Runs one command as given on the command line: 0 done, 1 refused with a sentence, 2 not understood, with help. */
export async function runAdmin(args: readonly string[], readConfig: () => Config): Promise<AdminOutcome> {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help') return { exitCode: 0, lines: help() };
  const command = commands.find((known) => known.name === name);
  if (!command) return { exitCode: 2, lines: [`There is no command ${name}.`, '', ...help()] };
  if (rest.includes('--help')) return { exitCode: 0, lines: usageOf(command) };
  try {
    return { exitCode: 0, lines: await runCommand(command, parseValues(command, rest), readConfig()) };
  } catch (error) {
    if (error instanceof UsageMistake) return { exitCode: 2, lines: [error.message, '', ...usageOf(command)] };
    if (error instanceof DomainError) return { exitCode: 1, lines: [error.message] };
    throw error;
  }
}

class UsageMistake extends Error {}

function parseValues(command: AdminCommand, args: readonly string[]): CommandValues {
  const options = Object.fromEntries(Object.keys(command.options).map((name) => [name, { type: 'string' as const }]));
  const values = parse(args, options);
  for (const [name, { isRequired, check }] of Object.entries(command.options)) {
    const value = values[name];
    if (value === undefined && isRequired) throw new UsageMistake(`--${name} is missing.`);
    if (value === undefined) continue;
    if (value.trim() === '') throw new OperatorMistake(`--${name} is empty.`);
    check?.(value);
  }
  return values;
}

function parse(args: readonly string[], options: Record<string, { type: 'string' }>): CommandValues {
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    const sentence = argumentMistake(error);
    throw sentence === undefined ? error : new UsageMistake(sentence);
  }
}

/** What Node says about arguments that do not fit, by the code of its error. */
function argumentMistake(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error) || !('message' in error)) return undefined;
  return String(error.code).startsWith('ERR_PARSE_ARGS_') ? String(error.message) : undefined;
}

async function runCommand(command: AdminCommand, values: CommandValues, config: Config): Promise<readonly string[]> {
  @Module({ imports: [PlatformModule.withConfig(config), ...featureModules] })
  class AdminModule {}

  const context = await NestFactory.createApplicationContext(AdminModule, { logger: ['error'] });
  try {
    return await command.run((type) => context.get(type, { strict: false }), values);
  } finally {
    await context.close();
  }
}

function help(): string[] {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'npm run admin -- <command> [options]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'npm run admin -- <command> --help shows its options.',
  ];
}

function usageOf({ name, summary, options }: AdminCommand): string[] {
  const parts = Object.entries(options).map(([option, { value, isRequired }]) => {
    const part = `--${option} ${value}`;
    return isRequired ? part : `[${part}]`;
  });
  return [summary, `  npm run admin -- ${[name, ...parts].join(' ')}`];
}
