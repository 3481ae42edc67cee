import { Controller, Get, Param, ParseUUIDPipe, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Requires } from '@kantinekortet/identity';
import { sendCsv } from '@kantinekortet/platform/csv';
import { sendPdf } from '@kantinekortet/platform/printing';
import type { FastifyReply } from 'fastify';
import { statementPaper } from '../statement/statement-paper.ts';
import { StatementSource } from '../statement/statement-source.service.ts';
import { statementTable } from '../statement/statement-table.ts';
import { StatementQuery } from '../statement/statement.dto.ts';
import { TimelinePage, TimelineQuery } from '../timeline/timeline.dto.ts';
import { TimelineService } from '../timeline/timeline.service.ts';
import { OverviewDto, PupilDetailsDto, PupilListQuery, PupilPage } from './pupil.dto.ts';
import { PupilListService } from './pupil-list.service.ts';
import { PupilPageService } from './pupil-page.service.ts';

@ApiTags('schools')
@Requires('support')
@Controller('schools/:schoolId')
export class PupilsController {
  private readonly lists: PupilListService;
  private readonly pages: PupilPageService;
  private readonly timelines: TimelineService;
  private readonly statements: StatementSource;

  constructor(
    lists: PupilListService,
    pages: PupilPageService,
    timelines: TimelineService,
    statements: StatementSource,
  ) {
    this.lists = lists;
    this.pages = pages;
    this.timelines = timelines;
    this.statements = statements;
  }

  @Get('overview')
  @ApiOperation({ summary: "The school's way from cash in figures, and today's sales" })
  @ApiOkResponse({ type: OverviewDto })
  overview(@Param('schoolId', ParseUUIDPipe) schoolId: string): Promise<OverviewDto> {
    return this.pages.overview(schoolId);
  }

  @Get('pupils')
  @ApiOperation({ summary: 'Pupils by name, found by parts of it or by card number' })
  @ApiOkResponse({ type: PupilPage })
  list(@Param('schoolId', ParseUUIDPipe) schoolId: string, @Query() query: PupilListQuery): Promise<PupilPage> {
    return this.lists.list(schoolId, query);
  }

  @Get('pupils/:pupilId')
  @ApiOperation({ summary: 'One pupil with wallet, cards and guardians' })
  @ApiOkResponse({ type: PupilDetailsDto })
  pupil(
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
  ): Promise<PupilDetailsDto> {
    return this.pages.pupil(schoolId, pupilId);
  }

  @Get('pupils/:pupilId/statement.pdf')
  @ApiOperation({ summary: "A pupil's statement on paper, from one day to another" })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async statement(
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
    @Query() query: StatementQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sendPdf(reply, statementPaper(await this.statements.ofPupil(schoolId, pupilId, query)));
  }

  @Get('pupils/:pupilId/statement.csv')
  @ApiOperation({ summary: 'The same statement as a table' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async table(
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
    @Query() query: StatementQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sendCsv(reply, statementTable(await this.statements.ofPupil(schoolId, pupilId, query)));
  }

  @Get('pupils/:pupilId/timeline')
  @ApiOperation({ summary: 'Who did what to a pupil, its card and its money, when and why' })
  @ApiOkResponse({ type: TimelinePage })
  timeline(
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
    @Query() query: TimelineQuery,
  ): Promise<TimelinePage> {
    return this.timelines.ofPupil(schoolId, pupilId, query);
  }
}
