import { Config, configureApi, fastifyAdapter } from '@kantinekortet/platform';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { writeFileSync } from 'node:fs';
import { AppModule } from './app.module.ts';
import { openApiDocument } from './open-api.ts';

/** Writes `openapi.json` to the path given, without a server or a database. */
const config = new Config({
  NODE_ENV: 'test',
  ROLE: 'api',
  DATABASE_URL: 'postgres://127.0.0.1/none',
  PARENT_URL: 'http://localhost',
  OFFICE_URL: 'http://localhost',
  CHECKOUT_URL: 'http://localhost',
  SMTP_URL: 'smtp://127.0.0.1',
  MAIL_FROM: 'none@kantinekortet.example',
  SECRET_KEY: Buffer.alloc(32).toString('base64'),
});
const app = await NestFactory.create<NestFastifyApplication>(
  AppModule.withConfig(config),
  fastifyAdapter({ trustProxy: false }),
  { logger: ['error'], preview: true, rawBody: true },
);
await configureApi(app);
const [, , path = 'libs/web/api-client/openapi.json'] = process.argv;
writeFileSync(path, `${JSON.stringify(openApiDocument(app), null, 2)}\n`);
