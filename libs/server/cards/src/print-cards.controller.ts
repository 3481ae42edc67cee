import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Caller, Requires, type PersonPrincipal } from '@kantinekortet/identity';
import { PageQuery } from '@kantinekortet/platform';
import { sendPdf } from '@kantinekortet/platform/printing';
import type { FastifyReply } from 'fastify';
import { CardBatchesService } from './card-batches.service.ts';
import { CardBatchPage, PrintBatchRequest, PrintOptions } from './print-cards.dto.ts';
import { PrintCardsService } from './print-cards.service.ts';
import { PrintLetterService } from './print-letter.service.ts';

const pdfSchema = { schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('cards')
@Requires('office')
@Controller('schools/:schoolId')
export class PrintCardsController {
  private readonly batches: CardBatchesService;
  private readonly cards: PrintCardsService;
  private readonly letters: PrintLetterService;

  constructor(batches: CardBatchesService, cards: PrintCardsService, letters: PrintLetterService) {
    this.batches = batches;
    this.cards = cards;
    this.letters = letters;
  }

  @Get('card-batches')
  @ApiOperation({ summary: 'What was printed, newest first' })
  @ApiOkResponse({ type: CardBatchPage })
  list(@Param('schoolId', ParseUUIDPipe) schoolId: string, @Query() page: PageQuery): Promise<CardBatchPage> {
    return this.batches.list(schoolId, page);
  }

  @Post('card-batches')
  @HttpCode(200)
  @ApiOperation({ summary: 'Print cards, for a class or for stock, as a PDF that exists in this answer only' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ ...pdfSchema, headers: { 'Card-Batch-Id': { schema: { type: 'string', format: 'uuid' } } } })
  async print(
    @Caller() caller: PersonPrincipal,
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Body() request: PrintBatchRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const printed = await this.cards.printBatch(caller, schoolId, request);
    void reply.header('Card-Batch-Id', printed.batchId);
    return sendPdf(reply, printed);
  }

  @Post('card-batches/:batchId/reprint')
  @HttpCode(200)
  @ApiOperation({ summary: "Print a batch's unregistered cards anew; what was printed of them before stops working" })
  @ApiProduces('application/pdf')
  @ApiOkResponse(pdfSchema)
  async reprint(
    @Caller() caller: PersonPrincipal,
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Param('batchId', ParseUUIDPipe) batchId: string,
    @Body() options: PrintOptions,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sendPdf(reply, await this.cards.reprintBatch(caller, schoolId, batchId, options));
  }

  @Post('pupils/:pupilId/letter')
  @HttpCode(200)
  @ApiOperation({ summary: "Print a letter with a new control code for a pupil's card; the old code is void" })
  @ApiProduces('application/pdf')
  @ApiOkResponse(pdfSchema)
  async printLetter(
    @Caller() caller: PersonPrincipal,
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sendPdf(reply, await this.letters.printLetter(caller, schoolId, pupilId));
  }
}
