import { Caller, Requires, type PersonPrincipal } from '@kantinekortet/identity';
import { sendPdf } from '@kantinekortet/platform/printing';
import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { OfficeReceiptListService } from './office-receipt-list.service.ts';
import {
  OfficeReceiptDto,
  OfficeReceiptPage,
  ReceiptListQuery,
  ReceiptPdfQuery,
  ReceiveMoneyRequest,
  ReverseReceiptRequest,
} from './office-receipt.dto.ts';
import { OfficeReceiptsService } from './office-receipts.service.ts';
import { ReceiptReversalsService } from './receipt-reversals.service.ts';

@ApiTags('payments')
@Controller('schools/:schoolId')
@Requires('office')
export class OfficeReceiptsController {
  private readonly receipts: OfficeReceiptsService;
  private readonly reversals: ReceiptReversalsService;
  private readonly lists: OfficeReceiptListService;

  constructor(receipts: OfficeReceiptsService, reversals: ReceiptReversalsService, lists: OfficeReceiptListService) {
    this.receipts = receipts;
    this.reversals = reversals;
    this.lists = lists;
  }

  @Post('pupils/:pupilId/office-receipts')
  @ApiOperation({ summary: 'Put money that the office has received on a pupil’s card' })
  @ApiCreatedResponse({ type: OfficeReceiptDto })
  @ApiOkResponse({ type: OfficeReceiptDto, description: 'The same receipt again' })
  async receive(
    @Caller() caller: PersonPrincipal,
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
    @Body() request: ReceiveMoneyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OfficeReceiptDto> {
    const { isReplay, receipt } = await this.receipts.receive(caller, schoolId, pupilId, request);
    void reply.status(isReplay ? 200 : 201);
    return receipt;
  }

  @Get('office-receipts')
  @ApiOperation({ summary: 'Receipts of a school, a pupil or a day, newest first' })
  @ApiOkResponse({ type: OfficeReceiptPage })
  list(
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Query() query: ReceiptListQuery,
  ): Promise<OfficeReceiptPage> {
    return this.lists.list(schoolId, query);
  }

  @Get('office-receipts/:id/receipt.pdf')
  @ApiOperation({ summary: 'A receipt on paper' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async print(
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { language }: ReceiptPdfQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sendPdf(reply, await this.lists.print(schoolId, id, language));
  }

  @Post('office-receipts/:id/reversal')
  @ApiOperation({ summary: 'Take back a receipt that was a mistake, the same day and while its money is there' })
  @ApiCreatedResponse({ type: OfficeReceiptDto })
  @ApiOkResponse({ type: OfficeReceiptDto, description: 'It was reversed by this request before' })
  async reverse(
    @Caller() caller: PersonPrincipal,
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ReverseReceiptRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OfficeReceiptDto> {
    const { isReplay, receipt } = await this.reversals.reverse(caller, schoolId, id, request);
    void reply.status(isReplay ? 200 : 201);
    return receipt;
  }
}
