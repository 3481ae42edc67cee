import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, Requires, type PersonPrincipal } from '@kantinekortet/identity';
import { UndoResult } from '../enrolment/enrolment.dto.ts';
import { ImportProgress } from './import-progress.ts';
import {
  AppliedImportList,
  ApplyRosterRequest,
  RosterPreview,
  RosterProgress,
  RosterResult,
  UploadRosterQuery,
} from './roster.dto.ts';
import { RosterUnreadable } from './roster.errors.ts';
import { RosterService } from './roster.service.ts';

/** The school's list of pupils, file by file. */
@ApiTags('schools')
@Controller('schools/:schoolId/roster-imports')
@Requires('office')
export class RosterController {
  private readonly roster: RosterService;
  private readonly progress: ImportProgress;

  constructor(roster: RosterService, progress: ImportProgress) {
    this.roster = roster;
    this.progress = progress;
  }

  @Post()
  @ApiOperation({ summary: 'Upload a roster file and see what it would do' })
  @ApiConsumes('text/csv', 'application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiCreatedResponse({ type: RosterPreview })
  preview(
    @Param('schoolId') schoolId: string,
    @Query() { fileName }: UploadRosterQuery,
    @Body() bytes: unknown,
    @Caller() { personId }: PersonPrincipal,
  ): Promise<RosterPreview> {
    return this.roster.preview({ schoolId, fileName, bytes: fileBytes(bytes), officePersonId: personId });
  }

  @Get()
  @ApiOperation({ summary: 'The files that were applied, newest first' })
  @ApiOkResponse({ type: AppliedImportList })
  async history(@Param('schoolId') schoolId: string): Promise<AppliedImportList> {
    return { items: await this.roster.history(schoolId) };
  }

  @Get(':id')
  @ApiOperation({ summary: 'What a file would do, or did' })
  @ApiOkResponse({ type: RosterPreview })
  get(@Param('schoolId') schoolId: string, @Param('id', ParseUUIDPipe) id: string): Promise<RosterPreview> {
    return this.roster.get(schoolId, id);
  }

  @Get(':id/progress')
  @ApiOperation({ summary: 'How far a file that is being applied has come' })
  @ApiOkResponse({ type: RosterProgress })
  progressOf(@Param('schoolId') schoolId: string, @Param('id', ParseUUIDPipe) id: string): Promise<RosterProgress> {
    return this.progress.of(schoolId, id);
  }

  @Post(':id/apply')
  @HttpCode(200)
  @ApiOperation({ summary: 'Do what was shown, wholly or not at all' })
  @ApiOkResponse({ type: RosterResult })
  apply(
    @Param('schoolId') schoolId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() answers: ApplyRosterRequest,
    @Caller() { personId }: PersonPrincipal,
  ): Promise<RosterResult> {
    return this.roster.apply(schoolId, id, answers, personId);
  }

  @Post(':id/undo')
  @HttpCode(200)
  @ApiOperation({ summary: 'Put back what an import of today did' })
  @ApiOkResponse({ type: UndoResult })
  undo(
    @Param('schoolId') schoolId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Caller() { personId }: PersonPrincipal,
  ): Promise<UndoResult> {
    return this.roster.undo(schoolId, id, personId);
  }
}

function fileBytes(body: unknown): Uint8Array {
  if (!Buffer.isBuffer(body)) throw new RosterUnreadable('Send the file as text/csv.', 1);
  return body;
}
