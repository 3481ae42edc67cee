import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';

/**
 * Writes the contract: `openapi.json` from the API's own code, and the SPAs' types from it. With `--check` writes nothing
 * and fails when what is committed differs.
 */
const workspace = resolve(import.meta.dirname, '..');
const documentFile = join(workspace, 'libs/web/api-client/openapi.json');
const typesFile = join(workspace, 'libs/web/api-client/src/generated/schema.ts');
const prefix = '/api/v1';

const contract = new Map([[documentFile, await formatted(documentFile, exportDocument())]]);
contract.set(typesFile, await formatted(typesFile, await typesOf(contract.get(documentFile) ?? '')));

if (process.argv.includes('--check')) {
  const stale = [...contract].filter(([file, text]) => readFileSync(file, 'utf8') !== text).map(([file]) => file);
  if (stale.length > 0) {
    console.error(`Not what the API says: ${stale.join(', ')}. Run "npm run contract" and commit.`);
    process.exitCode = 1;
  }
} else {
  for (const [file, text] of contract) writeFileSync(file, text);
}

/** Asks the API's code, in a process of its own: Nest's decorators run once per process. */
function exportDocument(): string {
  const directory = mkdtempSync(join(tmpdir(), 'kantinekortet-contract-'));
  const file = join(directory, 'openapi.json');
  const script = join(workspace, 'apps/api/src/export-open-api.ts');
  const { status, stderr } = spawnSync(process.execPath, [...process.execArgv, script, file], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The API's document could not be made:\n${stderr}`);
  const document = readFileSync(file, 'utf8');
  rmSync(directory, { recursive: true });
  return document;
}

/** The client's paths have no prefix: its base address carries it. */
async function typesOf(document: string): Promise<string> {
  return astToString(await openapiTS(document.replaceAll(`"${prefix}/`, '"/')));
}

async function formatted(file: string, text: string): Promise<string> {
  return format(text, { ...(await resolveConfig(file)), filepath: file });
}
