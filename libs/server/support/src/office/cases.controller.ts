import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, Requires, type PersonPrincipal } from '@kantinekortet/identity';
import { CaseAnswersService } from './case-answers.service.ts';
import { CaseChangesService } from './case-changes.service.ts';
import { CaseListService } from './case-list.service.ts';
import { CaseReader } from './case-reader.ts';
import {
  CaseCountsDto,
  CaseDto,
  CaseListQuery,
  CaseMessageRequest,
  CasePage,
  ChangeCaseRequest,
  ConfirmLossRequest,
} from './case.dto.ts';

/** A school's inbox, for its office and its customer service. */
@ApiTags('support-cases')
@Requires('support')
@Controller('schools/:schoolId/support-cases')
export class CasesController {
  private readonly lists: CaseListService;
  private readonly reader: CaseReader;
  private readonly answers: CaseAnswersService;
  private readonly changes: CaseChangesService;

  constructor(lists: CaseListService, reader: CaseReader, answers: CaseAnswersService, changes: CaseChangesService) {
    this.lists = lists;
    this.reader = reader;
    this.answers = answers;
    this.changes = changes;
  }

  @Get()
  @ApiOperation({ summary: 'The cases of a view; with a query those that fit it, in every view' })
  @ApiOkResponse({ type: CasePage })
  list(
    @Caller() { personId }: PersonPrincipal,
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Query() query: CaseListQuery,
  ): Promise<CasePage> {
    return this.lists.list(schoolId, personId, query);
  }

  @Get('counts')
  @ApiOperation({ summary: 'How many cases each view has' })
  @ApiOkResponse({ type: CaseCountsDto })
  counts(
    @Caller() { personId }: PersonPrincipal,
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
  ): Promise<CaseCountsDto> {
    return this.lists.counts(schoolId, personId);
  }

  @Get(':id')
  @ApiOperation({ summary: 'A case with messages, files and what was done' })
  @ApiOkResponse({ type: CaseDto })
  show(@Param('schoolId', ParseUUIDPipe) schoolId: string, @Param('id', ParseUUIDPipe) id: string): Promise<CaseDto> {
    return this.reader.get(schoolId, id);
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Give it to a colleague, say what it is about, open, wait or close it' })
  @ApiOkResponse({ type: CaseDto })
  async change(
    @Caller() caller: PersonPrincipal,
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Param('id', ParseUUIDPipe) caseId: string,
    @Body() change: ChangeCaseRequest,
  ): Promise<CaseDto> {
    await this.changes.change(caller, { schoolId, caseId }, change);
    return this.reader.get(schoolId, caseId);
  }

  @Post(':id/messages')
  @ApiOperation({ summary: 'Answer the sender (it leaves after ten seconds) or write a note' })
  @ApiCreatedResponse({ type: CaseDto })
  async write(
    @Caller() caller: PersonPrincipal,
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Param('id', ParseUUIDPipe) caseId: string,
    @Body() message: CaseMessageRequest,
  ): Promise<CaseDto> {
    await this.answers.write(caller, { schoolId, caseId }, message);
    return this.reader.get(schoolId, caseId);
  }

  @Delete(':id/messages/:messageId')
  @HttpCode(204)
  @ApiOperation({ summary: "Take one's own answer back before it has left" })
  @ApiNoContentResponse()
  async takeBack(
    @Caller() caller: PersonPrincipal,
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Param('id', ParseUUIDPipe) caseId: string,
    @Param('messageId', ParseUUIDPipe) messageId: string,
  ): Promise<void> {
    await this.answers.takeBack(caller, { schoolId, caseId }, messageId);
  }

  @Post(':id/confirm-loss')
  @HttpCode(200)
  @ApiOperation({ summary: 'Block the card that was reported as lost' })
  @ApiOkResponse({ type: CaseDto })
  async confirmLoss(
    @Caller() caller: PersonPrincipal,
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Param('id', ParseUUIDPipe) caseId: string,
    @Body() { cardId }: ConfirmLossRequest,
  ): Promise<CaseDto> {
    await this.changes.confirmLoss(caller, { schoolId, caseId }, cardId);
    return this.reader.get(schoolId, caseId);
  }
}
