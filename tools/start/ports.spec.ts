import { describe, expect, it } from '@jest/globals';
import { createServer } from 'node:net';
import { assertPortsAreFree, freePorts, readPorts } from './ports.ts';

describe('the ports of a stack', () => {
  it('are the usual ones unless a variable names another', () => {
    expect(readPorts({})).toMatchObject({ api: 4200, postgres: 4207 });
    expect(readPorts({ KK_PARENT_PORT: '5001' })).toMatchObject({ parent: 5001, office: 4202 });
  });

  it.each(['', 'many', '0', '70000', '42.5', '-1'])('refuse "%s" by the name of its variable', (text) => {
    expect(() => readPorts({ KK_API_PORT: text })).toThrow(/^KK_API_PORT must be a port/);
  });

  it('must differ', () => {
    expect(() => readPorts({ KK_API_PORT: '4203' })).toThrow('KK_API_PORT and KK_CHECKOUT_PORT are both 4203');
  });

  it('that another program uses are named, with the variable that chooses another', async () => {
    const ports = await freePorts();
    const other = createServer();
    await new Promise<void>((listening) => other.listen(ports.office, '127.0.0.1', listening));
    try {
      await expect(assertPortsAreFree(ports)).rejects.toThrow(
        new RegExp(`^Port ${ports.office} is in use by another program\\..*KK_OFFICE_PORT=${ports.office + 1000}`),
      );
    } finally {
      await new Promise((closed) => other.close(closed));
    }
    await expect(assertPortsAreFree(ports)).resolves.toBeUndefined();
  });
});
