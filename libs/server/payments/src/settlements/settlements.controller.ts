import { Caller, Requires, type PersonPrincipal } from '@kantinekortet/identity';
import { PageQuery } from '@kantinekortet/platform';
import { sendCsv } from '@kantinekortet/platform/csv';
import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Clearings } from './clearings.service.ts';
import { SettlementEntries } from './settlement-entries.service.ts';
import {
  ClearingsDto,
  EnterSettlementRequest,
  SettlementDto,
  SettlementLinePage,
  SettlementPage,
} from './settlement.dto.ts';
import { Settlements } from './settlements.service.ts';

@ApiTags('payments')
@Controller('schools/:schoolId')
@Requires('office')
export class SettlementsController {
  private readonly settlements: Settlements;
  private readonly clearings: Clearings;
  private readonly entries: SettlementEntries;

  constructor(settlements: Settlements, clearings: Clearings, entries: SettlementEntries) {
    this.settlements = settlements;
    this.clearings = clearings;
    this.entries = entries;
  }

  @Get('clearings')
  @ApiOperation({ summary: 'What is paid and not yet on the client account, and what of it nobody could match' })
  @ApiOkResponse({ type: ClearingsDto })
  waiting(@Param('schoolId', ParseUUIDPipe) schoolId: string): Promise<ClearingsDto> {
    return this.clearings.get(schoolId);
  }

  @Get('settlements')
  @ApiOperation({ summary: 'What came to the client account, newest first' })
  @ApiOkResponse({ type: SettlementPage })
  list(@Param('schoolId', ParseUUIDPipe) schoolId: string, @Query() page: PageQuery): Promise<SettlementPage> {
    return this.settlements.list(schoolId, page);
  }

  @Post('settlements')
  @ApiOperation({ summary: 'Enter what came to the client account, for money that no report tells of' })
  @ApiCreatedResponse({ type: SettlementDto })
  @ApiOkResponse({ type: SettlementDto, description: 'The same entry again' })
  async enter(
    @Caller() caller: PersonPrincipal,
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Body() request: EnterSettlementRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SettlementDto> {
    const { isReplay } = await this.entries.enter(caller, schoolId, request);
    void reply.status(isReplay ? 200 : 201);
    return this.settlements.get(schoolId, request.id);
  }

  @Get('settlements/:id')
  @ApiOperation({ summary: 'One of them' })
  @ApiOkResponse({ type: SettlementDto })
  get(
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<SettlementDto> {
    return this.settlements.get(schoolId, id);
  }

  @Get('settlements/:id/lines')
  @ApiOperation({ summary: 'What a settlement is made of' })
  @ApiOkResponse({ type: SettlementLinePage })
  lines(
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() page: PageQuery,
  ): Promise<SettlementLinePage> {
    return this.settlements.lines(schoolId, id, page);
  }

  @Get('settlements/:id/lines.csv')
  @ApiOperation({ summary: 'What a settlement is made of, for the accountant' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async table(
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sendCsv(reply, await this.settlements.table(schoolId, id));
  }
}
