import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, Requires, type PersonPrincipal } from '@kantinekortet/identity';
import { UndoResult } from '../enrolment/enrolment.dto.ts';
import { ApplyRolloverRequest, Rollover, RolloverList } from './rollover.dto.ts';
import { RolloversService } from './rollovers.service.ts';

/** A new school year for all classes at once. */
@ApiTags('schools')
@Controller('schools/:schoolId/rollovers')
@Requires('office')
export class RolloversController {
  private readonly rollovers: RolloversService;

  constructor(rollovers: RolloversService) {
    this.rollovers = rollovers;
  }

  @Post()
  @ApiOperation({ summary: 'See what a new school year would do to each class' })
  @ApiCreatedResponse({ type: Rollover })
  preview(@Param('schoolId') schoolId: string, @Caller() { personId }: PersonPrincipal): Promise<Rollover> {
    return this.rollovers.preview(schoolId, personId);
  }

  @Get()
  @ApiOperation({ summary: 'The new school years that were applied, newest first' })
  @ApiOkResponse({ type: RolloverList })
  async history(@Param('schoolId') schoolId: string): Promise<RolloverList> {
    return { items: await this.rollovers.history(schoolId) };
  }

  @Get(':id')
  @ApiOperation({ summary: 'What a new school year would do, or did' })
  @ApiOkResponse({ type: Rollover })
  get(@Param('schoolId') schoolId: string, @Param('id', ParseUUIDPipe) id: string): Promise<Rollover> {
    return this.rollovers.get(schoolId, id);
  }

  @Post(':id/apply')
  @HttpCode(200)
  @ApiOperation({ summary: 'Begin the new school year, wholly or not at all' })
  @ApiOkResponse({ type: Rollover })
  apply(
    @Param('schoolId') schoolId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ApplyRolloverRequest,
    @Caller() { personId }: PersonPrincipal,
  ): Promise<Rollover> {
    return this.rollovers.apply(schoolId, id, request, personId);
  }

  @Post(':id/undo')
  @HttpCode(200)
  @ApiOperation({ summary: 'Put back what a new school year of today did' })
  @ApiOkResponse({ type: UndoResult })
  undo(
    @Param('schoolId') schoolId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Caller() { personId }: PersonPrincipal,
  ): Promise<UndoResult> {
    return this.rollovers.undo(schoolId, id, personId);
  }
}
