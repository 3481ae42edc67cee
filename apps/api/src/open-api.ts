import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** The contract: what the SPAs' client is generated from. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const base = new DocumentBuilder().setTitle('Kantinekortet').setVersion('1').build();
  return SwaggerModule.createDocument(app, base, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
}
