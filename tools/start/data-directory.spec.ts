import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identityOf } from '../processes.ts';
import { DataDirectory, readSecrets } from './data-directory.ts';

describe('the folder of a stack', () => {
  let path: string;

  beforeEach(() => {
    path = mkdtempSync(join(tmpdir(), 'kantinekortet-folder-'));
  });

  afterEach(() => {
    rmSync(path, { recursive: true, force: true });
  });

  it('belongs to one running stack', () => {
    new DataDirectory(path).hold();
    expect(() => new DataDirectory(path).hold()).toThrow(`runs from ${path} already (process ${process.pid})`);
  });

  it('is free again after its release', () => {
    const first = new DataDirectory(path);
    first.hold();
    first.release();
    expect(() => new DataDirectory(path).hold()).not.toThrow();
  });

  it('is free when its holder was killed, even if the number of the process is in use again', () => {
    for (const mark of ['999999999 1', `${process.pid} some other time`, 'damaged', '']) {
      writeFileSync(join(path, 'running'), mark);
      const directory = new DataDirectory(path);
      expect(() => directory.hold()).not.toThrow();
      directory.release();
    }
    expect(identityOf(process.pid)).toMatch(new RegExp(`^${process.pid} .+`));
  });

  it('loses its own data at a reset, and nothing else', async () => {
    const directory = new DataDirectory(path);
    directory.hold();
    readSecrets(directory);
    writeFileSync(join(path, 'demo.json'), '{}');
    writeFileSync(join(path, 'thesis.txt'), 'not ours');
    await directory.clear();
    expect(readdirSync(path).sort()).toEqual(['logs', 'running', 'thesis.txt']);
  });

  it('keeps its secrets from one start to the next', () => {
    const first = readSecrets(new DataDirectory(path));
    expect(readSecrets(new DataDirectory(path))).toEqual(first);
    expect(Buffer.from(first.secretKey, 'base64')).toHaveLength(32);
  });

  it('says so when the secrets are damaged', () => {
    writeFileSync(join(path, 'secrets.json'), '{}');
    expect(() => readSecrets(new DataDirectory(path))).toThrow('is damaged. Begin again with npm start -- --reset');
    expect(existsSync(join(path, 'secrets.json'))).toBe(true);
  });
});
