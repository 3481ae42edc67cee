import { Config, configureApi, fastifyAdapter } from '@kantinekortet/platform';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module.ts';
import { openApiDocument } from './open-api.ts';

const config = new Config(process.env);
const app = await NestFactory.create<NestFastifyApplication>(
  AppModule.withConfig(config),
  fastifyAdapter({ trustProxy: config.trustProxy }),
  { rawBody: true, bufferLogs: true },
);
app.useLogger(app.get(Logger));
await configureApi(app);
const document = openApiDocument(app);
app
  .getHttpAdapter()
  .getInstance()
  .get('/api/v1/openapi.json', () => document);
await app.listen(config.port, config.host);
