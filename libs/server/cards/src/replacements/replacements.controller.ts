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
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Caller, Requires, type PersonPrincipal } from '@kantinekortet/identity';
import { sendPdf } from '@kantinekortet/platform/printing';
import type { FastifyReply } from 'fastify';
import { PrintReplacementService } from './print-replacement.service.ts';
import {
  PrintReplacementRequest,
  ReplaceCardRequest,
  ReplacementDto,
  ReplacementList,
  ReplacementQuoteDto,
  ReplacementQuoteQuery,
  ReplacementWaiverDto,
  WaiveReplacementRequest,
} from './replacement.dto.ts';
import { toReplacementDto } from './replacement-answer.ts';
import { ReplacementWaiversService } from './replacement-waivers.service.ts';
import { ReplacementsService } from './replacements.service.ts';

const printedHeaders = {
  'Replacement-Id': { schema: { type: 'string', format: 'uuid' } },
  'Card-Id': { schema: { type: 'string', format: 'uuid' } },
} as const;

@ApiTags('cards')
@Requires('office')
@Controller()
export class ReplacementsController {
  private readonly replacements: ReplacementsService;
  private readonly prints: PrintReplacementService;
  private readonly waivers: ReplacementWaiversService;

  constructor(replacements: ReplacementsService, prints: PrintReplacementService, waivers: ReplacementWaiversService) {
    this.replacements = replacements;
    this.prints = prints;
    this.waivers = waivers;
  }

  @Get('cards/:id/replacement-quote')
  @ApiOperation({ summary: 'What a new card for this one would cost now' })
  @ApiOkResponse({ type: ReplacementQuoteDto })
  quote(
    @Caller() caller: PersonPrincipal,
    @Param('id', ParseUUIDPipe) cardId: string,
    @Query() query: ReplacementQuoteQuery,
  ): Promise<ReplacementQuoteDto> {
    return this.replacements.quote(caller, cardId, query);
  }

  @Post('cards/:id/replacements')
  @ApiOperation({ summary: 'Replace a card by a scanned one from stock; the old one never works again' })
  @ApiCreatedResponse({ type: ReplacementDto })
  @ApiOkResponse({ type: ReplacementDto, description: 'The same replacement again' })
  async replace(
    @Caller() caller: PersonPrincipal,
    @Param('id', ParseUUIDPipe) cardId: string,
    @Body() request: ReplaceCardRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReplacementDto> {
    const { isReplay, replacement } = await this.replacements.replace(caller, cardId, request);
    void reply.status(isReplay ? 200 : 201);
    return toReplacementDto(replacement);
  }

  @Post('cards/:id/replacements/print')
  @HttpCode(200)
  @ApiOperation({ summary: 'Replace a card by one that is printed, with its letter, in this answer only' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' }, headers: printedHeaders })
  async print(
    @Caller() caller: PersonPrincipal,
    @Param('id', ParseUUIDPipe) cardId: string,
    @Body() request: PrintReplacementRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const printed = await this.prints.print(caller, cardId, request);
    void reply.header('Replacement-Id', printed.replacement.id).header('Card-Id', printed.replacement.newCardId);
    return sendPdf(reply, printed);
  }

  @Get('schools/:schoolId/pupils/:pupilId/replacements')
  @Requires('support')
  @ApiOperation({ summary: 'The new cards that a pupil got for old ones, newest first' })
  @ApiOkResponse({ type: ReplacementList })
  async ofPupil(
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
  ): Promise<ReplacementList> {
    return { items: await this.replacements.ofPupil(schoolId, pupilId) };
  }

  @Post('schools/:schoolId/replacements/:id/waiver')
  @ApiOperation({ summary: 'Take back what a replacement cost, or that a theft counts as a loss' })
  @ApiCreatedResponse({ type: ReplacementWaiverDto })
  @ApiOkResponse({ type: ReplacementWaiverDto, description: 'The same waiver again' })
  async waive(
    @Caller() caller: PersonPrincipal,
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Param('id', ParseUUIDPipe) replacementId: string,
    @Body() request: WaiveReplacementRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReplacementWaiverDto> {
    const { isReplay, waiver } = await this.waivers.waive(caller, schoolId, replacementId, request);
    void reply.status(isReplay ? 200 : 201);
    const { id, returnedOre, forgivenOre } = waiver;
    return { id, returnedOre, forgivenOre };
  }
}
