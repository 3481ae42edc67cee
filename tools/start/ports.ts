import { createServer } from 'node:net';
import { freePort } from '../postgres.ts';
import { StartProblem } from './problem.ts';

const parts = {
  api: { what: 'the API', variable: 'KK_API_PORT', usual: 4200 },
  parent: { what: 'the parent portal', variable: 'KK_PARENT_PORT', usual: 4201 },
  office: { what: 'the admin office', variable: 'KK_OFFICE_PORT', usual: 4202 },
  checkout: { what: 'the canteen checkout', variable: 'KK_CHECKOUT_PORT', usual: 4203 },
  mail: { what: "the mail catcher's page", variable: 'KK_MAIL_PORT', usual: 4204 },
  smtp: { what: 'the mail catcher', variable: 'KK_SMTP_PORT', usual: 4205 },
  sandbox: { what: 'the payment sandbox', variable: 'KK_SANDBOX_PORT', usual: 4206 },
  postgres: { what: 'PostgreSQL', variable: 'KK_POSTGRES_PORT', usual: 4207 },
  supportSmtp: { what: 'mail to the support address', variable: 'KK_SUPPORT_SMTP_PORT', usual: 4208 },
} as const;

type Part = keyof typeof parts;
export type Ports = Readonly<Record<Part, number>>;

/** The port of each part: the usual one, unless its variable names another. Throws StartProblem on nonsense. */
export function readPorts(env: NodeJS.ProcessEnv): Ports {
  const ports = eachPart((part) => {
    const { variable, usual } = parts[part];
    const text = env[variable] ?? String(usual);
    const port = Number(text);
    if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
      throw new StartProblem(`${variable} must be a port from 1 to 65535, not "${text}".`);
    }
    return port;
  });
  for (const [part, port] of Object.entries(ports)) {
    const other = Object.entries(ports).find(([name, number]) => name !== part && number === port)?.[0];
    if (isPart(part) && other !== undefined && isPart(other)) {
      const variables = `${parts[part].variable} and ${parts[other].variable}`;
      throw new StartProblem(`${variables} are both ${port}. Give each a port of its own.`);
    }
  }
  return ports;
}

/** A set of ports that nobody uses at this moment, for a stack beside another one. */
export async function freePorts(): Promise<Ports> {
  const taken = new Set<number>();
  const next = async (): Promise<number> => {
    const port = await freePort();
    if (taken.has(port)) return next();
    taken.add(port);
    return port;
  };
  return {
    api: await next(),
    parent: await next(),
    office: await next(),
    checkout: await next(),
    mail: await next(),
    smtp: await next(),
    sandbox: await next(),
    postgres: await next(),
    supportSmtp: await next(),
  };
}

/** Throws a StartProblem that names every port in use, and the variable that chooses another. */
export async function assertPortsAreFree(ports: Ports): Promise<void> {
  const checks = partNames.map(async (part) => ({ part, refusal: await refusalOf(ports[part]) }));
  const sentences = (await Promise.all(checks)).flatMap(({ part, refusal }) => {
    const { what, variable } = parts[part];
    const alternative = `or choose another port for ${what}: ${variable}=${ports[part] + 1000} npm start`;
    if (refusal === undefined) return [];
    if (refusal === 'EADDRINUSE') {
      return [`Port ${ports[part]} is in use by another program. Stop that program, ${alternative}`];
    }
    return [`Port ${ports[part]} cannot be opened (${refusal}); ${alternative}`];
  });
  if (sentences.length > 0) throw new StartProblem(sentences.join('\n'));
}

function refusalOf(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve('code' in error ? String(error.code) : error.message));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(undefined)));
  });
}

const partNames = Object.keys(parts).filter(isPart);

function isPart(name: string): name is Part {
  return name in parts;
}

function eachPart(portOf: (part: Part) => number): Ports {
  return {
    api: portOf('api'),
    parent: portOf('parent'),
    office: portOf('office'),
    checkout: portOf('checkout'),
    mail: portOf('mail'),
    smtp: portOf('smtp'),
    sandbox: portOf('sandbox'),
    postgres: portOf('postgres'),
    supportSmtp: portOf('supportSmtp'),
  };
}
