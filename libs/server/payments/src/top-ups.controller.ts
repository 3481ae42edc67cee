import { Caller, Requires, type PersonPrincipal } from '@kantinekortet/identity';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { StartTopUpRequest, StartedTopUpResponse, TopUpResponse } from './top-up.dto.ts';
import { TopUpsService } from './top-ups.service.ts';

/** A guardian fills a child's card. */
@ApiTags('payments')
@Controller('top-ups')
@Requires('guardian')
export class TopUpsController {
  private readonly topUps: TopUpsService;

  constructor(topUps: TopUpsService) {
    this.topUps = topUps;
  }

  @Post()
  @ApiOperation({ summary: 'Start a top-up; the answer says where to pay' })
  @ApiCreatedResponse({ type: StartedTopUpResponse })
  @ApiOkResponse({ type: StartedTopUpResponse, description: 'The same top-up again' })
  async start(
    @Caller() caller: PersonPrincipal,
    @Body() request: StartTopUpRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StartedTopUpResponse> {
    const { isReplay, topUp } = await this.topUps.start(caller, request);
    void reply.status(isReplay ? 200 : 201);
    return topUp;
  }

  @Get(':id')
  @ApiOperation({ summary: 'What became of a top-up; asks the provider while it is open' })
  @ApiOkResponse({ type: TopUpResponse })
  get(@Caller() caller: PersonPrincipal, @Param('id', ParseUUIDPipe) id: string): Promise<TopUpResponse> {
    return this.topUps.get(caller, id);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @ApiOperation({ summary: 'Close the payment page; says what became of the top-up, which may have been paid before' })
  @ApiOkResponse({ type: TopUpResponse })
  cancel(@Caller() caller: PersonPrincipal, @Param('id', ParseUUIDPipe) id: string): Promise<TopUpResponse> {
    return this.topUps.cancel(caller, id);
  }
}
