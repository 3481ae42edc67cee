import { Requires } from '@kantinekortet/identity';
import { sendCsv } from '@kantinekortet/platform/csv';
import { Controller, Get, Param, ParseUUIDPipe, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { SummaryQuery, TransactionsQuery } from './export.dto.ts';
import { BooksExports } from './exports.service.ts';

@ApiTags('books')
@Controller('schools/:schoolId/books')
@Requires('office')
export class ExportsController {
  private readonly exports: BooksExports;

  constructor(exports: BooksExports) {
    this.exports = exports;
  }

  @Get('transactions.csv')
  @ApiOperation({ summary: 'Every transfer of a period, for the accountant' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  transactions(
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Query() query: TransactionsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): StreamableFile {
    return sendCsv(reply, this.exports.transactions(schoolId, query));
  }

  @Get('summary.csv')
  @ApiOperation({ summary: 'What moved on each account in a month' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  summary(
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Query() query: SummaryQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): StreamableFile {
    return sendCsv(reply, this.exports.summary(schoolId, query));
  }
}
