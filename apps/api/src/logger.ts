import type { Config } from '@kantinekortet/platform';
import type { Params } from 'nestjs-pino';

/** JSON lines with the request's id. Bodies, cookies and query strings, which may hold codes, are never logged. */
export function loggerOptions(config: Config): Params {
  return {
    pinoHttp: {
      level: config.logLevel,
      autoLogging: false,
      serializers: {
        req: (request: { id: string; method: string; url: string }) => ({
          id: request.id,
          method: request.method,
          path: request.url.split('?', 1)[0],
        }),
      },
    },
  };
}
