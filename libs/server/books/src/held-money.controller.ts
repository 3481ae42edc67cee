import { Caller, Requires, type PersonPrincipal } from '@kantinekortet/identity';
import { sendCsv } from '@kantinekortet/platform/csv';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { IdleBalanceList } from './idle/idle-balance.dto.ts';
import { IdleBalances } from './idle/idle-balances.service.ts';
import { EuroRates } from './limited-network/euro-rates.service.ts';
import { LimitedNetworkDto, SayEuroRateRequest } from './limited-network/limited-network.dto.ts';
import { LimitedNetwork } from './limited-network/limited-network.service.ts';

/** What the law and common decency ask of whoever keeps other people's money on cards. */
@ApiTags('books')
@Controller('schools/:schoolId')
@Requires('office')
export class HeldMoneyController {
  private readonly network: LimitedNetwork;
  private readonly rates: EuroRates;
  private readonly idle: IdleBalances;

  constructor(network: LimitedNetwork, rates: EuroRates, idle: IdleBalances) {
    this.network = network;
    this.rates = rates;
    this.idle = idle;
  }

  @Get('limited-network')
  @ApiOperation({ summary: 'What went through the cards in twelve months, against the limit of a limited network' })
  @ApiOkResponse({ type: LimitedNetworkDto })
  limitedNetwork(@Param('schoolId', ParseUUIDPipe) schoolId: string): Promise<LimitedNetworkDto> {
    return this.network.ofSchool(schoolId);
  }

  @Post('limited-network/euro-rates')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say what a euro costs, on which day and by which source' })
  @ApiOkResponse({ type: LimitedNetworkDto })
  async sayRate(
    @Caller() caller: PersonPrincipal,
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Body() request: SayEuroRateRequest,
  ): Promise<LimitedNetworkDto> {
    await this.rates.say(caller, schoolId, request);
    return this.network.ofSchool(schoolId);
  }

  @Get('idle-balances')
  @ApiOperation({ summary: 'Money on cards that nobody has used for twelve months, or whose pupils have left' })
  @ApiOkResponse({ type: IdleBalanceList })
  idleBalances(@Param('schoolId', ParseUUIDPipe) schoolId: string): Promise<IdleBalanceList> {
    return this.idle.list(schoolId);
  }

  @Get('idle-balances.csv')
  @ApiOperation({ summary: 'The same as a table, all of it' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  table(
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): StreamableFile {
    return sendCsv(reply, this.idle.table(schoolId));
  }
}
