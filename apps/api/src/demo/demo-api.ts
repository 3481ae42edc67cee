import { Config, configureApi, fastifyAdapter } from '@kantinekortet/platform';
import { HttpClient, type SpaName } from '@kantinekortet/platform/testing';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../app.module.ts';

/** The API in this very process: the seed works through it as people do, and asks its services where people cannot. */
export interface DemoApi {
  service<T>(type: Type<T>): T;
  browser(app: SpaName): HttpClient;
  close(): Promise<void>;
}

export async function startDemoApi(env: NodeJS.ProcessEnv): Promise<DemoApi> {
  // The API that is started beside it has the mail port.
  const config = new Config({ ...env, ROLE: 'api', PORT: '0', SUPPORT_SMTP_PORT: '' });
  if (config.isProduction) throw new Error('Demonstration data is never put into production');
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.withConfig(config),
    fastifyAdapter({ trustProxy: false }),
    { rawBody: true, logger: ['error'] },
  );
  await configureApi(app);
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  return {
    service: (type) => app.get(type, { strict: false }),
    browser: (name) => new HttpClient(url, name),
    close: () => app.close(),
  };
}

/** The body of an answer that must be good. Throws with what the API said. */
export async function good<Body>(asked: Promise<{ status: number; body: Body; bytes: Buffer }>): Promise<Body> {
  const { status, body, bytes } = await asked;
  if (status >= 400) throw new Error(`The API answered ${status}: ${bytes.toString('utf8')}`);
  return body;
}
