import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { newId } from '../ids.ts';
import { ProblemFilter, sendProblem } from './problem.filter.ts';
import { validationPipe } from './validation.ts';

/** The longest JSON is the office's answer to a roster of 20,000 ambiguous rows. */
const maximumJsonBytes = 2 * 1024 * 1024;
const maximumTableBytes = 5 * 1024 * 1024;
const maximumFileBytes = 10 * 1024 * 1024;

/**
 * The HTTP server under Nest. Every request has an id of ours, which its logs and its problems carry. With `trustProxy`
 * its address is the one that the proxy in front saw: what stands further left in X-Forwarded-For, anyone can write.
 */
export function fastifyAdapter({ trustProxy }: { trustProxy: boolean }): FastifyAdapter {
  return new FastifyAdapter({
    trustProxy: trustProxy && ((_address, hop) => hop === 0),
    bodyLimit: maximumJsonBytes,
    genReqId: () => newId(),
    // An address that cannot be decoded is refused before there is a route, and so before any filter.
    frameworkErrors: sendProblem,
  });
}

/** What the API has everywhere, in production and in tests: prefix, cookies, headers, input rules, error policy. */
export async function configureApi(app: NestFastifyApplication): Promise<void> {
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready', 'metrics'] });
  await app.register(cookie);
  await app.register(helmet, { contentSecurityPolicy: { directives: { defaultSrc: ["'none'"] } } });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', async (_request, reply) => {
      // Answers are about people and money: no cache on the way may keep them.
      if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    });
  app.useBodyParser('text/csv', { bodyLimit: maximumTableBytes });
  app.useBodyParser('application/octet-stream', { bodyLimit: maximumFileBytes });
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter());
  app.enableShutdownHooks();
}
