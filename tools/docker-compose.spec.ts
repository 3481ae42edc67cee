import { beforeAll, describe, expect, it } from '@jest/globals';
import { Config } from '@kantinekortet/platform';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

interface Service {
  readonly image?: string;
  readonly build?: { context: string; dockerfile: string; target: string };
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly healthcheck?: { test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { condition: string }>>;
}

const workspace = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(workspace, path), 'utf8');

function hasServices(document: unknown): document is { services: Record<string, Service> } {
  return typeof document === 'object' && document !== null && 'services' in document;
}

describe('the production shape', () => {
  const compose = read('docker-compose.yml');
  const dockerfile = read('docker/Dockerfile');
  const caddyfile = read('docker/Caddyfile');
  const exampleVariables = [...read('docker/example.env').matchAll(/^(\w+)=/gm)].map(([, name = '']) => name);
  let services: Record<string, Service>;

  const service = (name: string): Service => {
    const found = services[name];
    if (found === undefined) throw new Error(`There is no service ${name}`);
    return found;
  };

  /** The environment as Compose gives it to a container, with a value of the right kind for each variable. */
  const environmentOf = (name: string): Record<string, string> => {
    const values: Record<string, string> = {
      SECRET_KEY: randomBytes(32).toString('base64'),
      PARENT_URL: 'https://a.example.no',
      OFFICE_URL: 'https://b.example.no',
      CHECKOUT_URL: 'https://c.example.no',
    };
    const substitute = (text: string): string =>
      text.replace(/\$\{(\w+)(?::-([^}]*))?(?::\?[^}]*)?\}/g, (_all, variable: string, fallback?: string) => {
        return fallback ?? values[variable] ?? 'filled';
      });
    const entries = Object.entries(service(name).environment ?? {});
    return Object.fromEntries(entries.map(([variable, value]) => [variable, substitute(value)]));
  };

  beforeAll(() => {
    const document: unknown = parse(compose, { merge: true });
    if (!hasServices(document)) throw new Error('The file lists no services');
    services = document.services;
  });

  it('is PostgreSQL 18, a migration, the API, a worker and a proxy, and nothing of the demonstration', () => {
    expect(Object.keys(services)).toEqual(['postgres', 'migrate', 'api', 'worker', 'proxy']);
    expect(service('postgres').image).toMatch(/^postgres:18/);
    expect(compose).not.toMatch(/sandbox|maildev|demo/i);
    expect(read('apps/api/tsconfig.emit.json')).toContain('"src/demo"');
  });

  it.each(['api', 'worker'])('gives the %s every setting it cannot start without, for production', (name) => {
    const config = new Config(environmentOf(name));
    expect(config.isProduction).toBe(true);
    expect(config.role).toBe(name);
    expect(config.trustProxy).toBe(true);
    expect(new URL(config.databaseUrl).username).toBe('kantinekortet_app');
  });

  it.each(['api', 'worker'])('sets nothing for the %s that the code does not read', (name) => {
    const source = read('libs/server/platform/src/config.ts');
    const unread = Object.keys(environmentOf(name)).filter((variable) => !source.includes(`'${variable}'`));
    expect(unread).toEqual([]);
  });

  it('migrates as the owner before the API and the worker start', () => {
    const [variable, url = ''] = Object.entries(environmentOf('migrate')).find(([key]) => key.endsWith('URL')) ?? [];
    expect(read('apps/api/src/migrate-main.ts')).toContain(`'${variable ?? 'no variable'}'`);
    expect(new URL(url).username).toBe('kantinekortet_owner');
    for (const name of ['api', 'worker']) {
      expect(service(name).depends_on).toEqual({ migrate: { condition: 'service_completed_successfully' } });
    }
  });

  it('names every variable that a person must fill in, in the example', () => {
    const needed = new Set([...compose.matchAll(/\$\{(\w+):\?/g)].map(([, name = '']) => name));
    expect([...needed].sort()).toEqual([...exampleVariables].sort());
  });

  it('asks for health at paths that the API has', () => {
    const controller = read('apps/api/src/health/health.controller.ts');
    const port = environmentOf('api')['PORT'];
    for (const [name, path] of [
      ['api', 'ready'],
      ['worker', 'live'],
    ] as const) {
      expect(service(name).healthcheck?.test.join(' ')).toContain(`http://127.0.0.1:${port ?? ''}/health/${path}`);
      expect(controller).toContain(`@Get('${path}')`);
    }
    expect(controller).toContain(`@Controller('health')`);
  });

  it('opens nothing to the outside but the proxy', () => {
    const open = Object.entries(services).filter(([, { ports }]) => ports !== undefined);
    expect(open.map(([name]) => name)).toEqual(['proxy']);
  });

  it('serves each SPA on an origin of its own, with the API on the same origin', () => {
    for (const [variable, app] of [
      ['PARENT_URL', 'parent-portal'],
      ['OFFICE_URL', 'admin-office'],
      ['CHECKOUT_URL', 'canteen-checkout'],
    ] as const) {
      expect(caddyfile).toMatch(new RegExp(`\\{\\$${variable}\\} \\{\\s+import spa ${app}\\s+\\}`));
      expect(dockerfile).toContain(`/build/apps/${app}/dist /srv/${app}`);
      expect(existsSync(join(workspace, 'apps', app, 'vite.config.ts'))).toBe(true);
      expect(environmentOf('proxy')).toHaveProperty(variable);
    }
    expect(caddyfile).toContain(`reverse_proxy api:${environmentOf('api')['PORT'] ?? ''}`);
  });

  it('sends the same content security policy as the demonstration', () => {
    const source = read('libs/web/ui/vite/spa.ts');
    const policy = /Content-Security-Policy "([^"]+)"/.exec(caddyfile)?.[1] ?? '';
    const directives = policy.split('; ');
    expect(directives.length).toBeGreaterThan(5);
    for (const directive of directives) expect(source).toContain(`"${directive}"`);
  });

  it('builds from files that exist, and starts programs that the build makes', () => {
    const targets = [...dockerfile.matchAll(/^FROM \S+ AS (\w+)/gm)].map(([, target]) => target);
    for (const { build } of Object.values(services)) {
      if (build === undefined) continue;
      expect(existsSync(join(workspace, build.context, build.dockerfile))).toBe(true);
      expect(targets).toContain(build.target);
    }
    for (const [, path = ''] of dockerfile.matchAll(/^COPY (?:--from=build \/build\/)?(\S+) \S+$/gm)) {
      expect([path, existsSync(join(workspace, path.replace(/\/dist$/, '')))]).toEqual([path, true]);
    }
    const programs = [...`${dockerfile}\n${compose}`.matchAll(/apps\/api\/dist\/([\w-]+)\.js/g)];
    expect(programs).toHaveLength(2);
    for (const [, name = ''] of programs) expect(existsSync(join(workspace, 'apps/api/src', `${name}.ts`))).toBe(true);
  });

  it('makes the two roles that the addresses name, with their passwords', () => {
    const script = read('docker/create-roles.sh');
    expect(service('postgres').volumes?.join(' ')).toContain('./docker/create-roles.sh:/docker-entrypoint-initdb.d/');
    for (const name of ['owner', 'app']) {
      expect(script).toContain(`CREATE ROLE kantinekortet_${name} LOGIN PASSWORD :'${name}_password'`);
      expect(service('postgres').environment).toHaveProperty(`${name.toUpperCase()}_PASSWORD`);
    }
  });
});
