import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A route of the contract; `name` is method and path without the prefix, as in `GET /schools/{schoolId}`. */
export interface ContractRoute {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly queryNames: readonly string[];
  readonly takesJson: boolean;
}

interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
}

interface Contract {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const file = join(resolve(import.meta.dirname, '../../../..'), 'libs/web/api-client/openapi.json');

/** Every route that the committed contract promises. */
export function contractRoutes(): readonly ContractRoute[] {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- OpenAPI's shape, written by our own generator
  const { paths } = JSON.parse(readFileSync(file, 'utf8')) as Contract;
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => toRoute(method.toUpperCase(), path, operation)),
  );
}

function toRoute(method: string, fullPath: string, { parameters = [], requestBody }: Operation): ContractRoute {
  const path = fullPath.replace('/api/v1', '');
  return {
    name: `${method} ${path}`,
    method,
    path,
    queryNames: parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name),
    takesJson: requestBody?.content['application/json'] !== undefined,
  };
}
