import { Requires } from '@kantinekortet/identity';
import { sendCsv } from '@kantinekortet/platform/csv';
import { Controller, Get, Param, ParseUUIDPipe, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PayoutRecords } from './payout-records.service.ts';

/** What is kept of payment files, to save again. */
@ApiTags('refunds')
@Controller('schools/:schoolId/payouts/:id')
@Requires('office')
export class PayoutRecordsController {
  private readonly records: PayoutRecords;

  constructor(records: PayoutRecords) {
    this.records = records;
  }

  @Get('lines.csv')
  @ApiOperation({ summary: 'How each line of a payment file stands' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async lines(
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sendCsv(reply, await this.records.lines(schoolId, id));
  }

  @Get('answers/:answerId/file')
  @ApiOperation({ summary: "One of the bank's answers (pain.002), byte for byte as it came" })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async answer(
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('answerId', ParseUUIDPipe) answerId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { fileName, bytes } = await this.records.answer(schoolId, id, answerId);
    void reply.header('Cache-Control', 'no-store');
    const disposition = `attachment; filename="${fileName}"`;
    return new StreamableFile(bytes, { type: 'application/octet-stream', disposition, length: bytes.length });
  }
}
