import { Webhook } from '@kantinekortet/identity';
import { Controller, HttpCode, Param, Post, Req, type RawBodyRequest } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ProviderEvents } from './provider-events.service.ts';

/** Where payment providers send their webhooks. */
@ApiTags('payments')
@Controller('payment-events')
export class ProviderEventsController {
  private readonly events: ProviderEvents;

  constructor(events: ProviderEvents) {
    this.events = events;
  }

  @Post(':provider/:merchantKey')
  @Webhook()
  @HttpCode(200)
  @ApiOperation({ summary: "Receive a provider's signed webhook; 200 means that it is stored" })
  @ApiBody({ schema: { type: 'object', description: "The provider's event, signed in its headers" } })
  @ApiOkResponse()
  receive(
    @Param('provider') provider: string,
    @Param('merchantKey') merchantKey: string,
    @Req() request: RawBodyRequest<FastifyRequest>,
  ): Promise<void> {
    const { rawBody = Buffer.alloc(0), headers, url: path } = request;
    return this.events.receive(provider, merchantKey, { rawBody, headers, path });
  }
}
