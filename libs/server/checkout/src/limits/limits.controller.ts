import { Body, Controller, Get, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, Requires, type PersonPrincipal } from '@kantinekortet/identity';
import { LimitsDto } from './limits.dto.ts';
import { LimitsService } from './limits.service.ts';

@ApiTags('pupils')
@Controller('pupils/:pupilId/limits')
export class LimitsController {
  private readonly limits: LimitsService;

  constructor(limits: LimitsService) {
    this.limits = limits;
  }

  @Get()
  @Requires('person')
  @ApiOperation({ summary: 'What a pupil may spend' })
  @ApiOkResponse({ type: LimitsDto })
  get(@Caller() caller: PersonPrincipal, @Param('pupilId', ParseUUIDPipe) pupilId: string): Promise<LimitsDto> {
    return this.limits.get(caller, pupilId);
  }

  @Put()
  @Requires('guardian')
  @ApiOperation({ summary: 'Set what a pupil may spend; every sale after this answer keeps it' })
  @ApiOkResponse({ type: LimitsDto })
  set(
    @Caller() caller: PersonPrincipal,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
    @Body() limits: LimitsDto,
  ): Promise<LimitsDto> {
    return this.limits.set(caller, pupilId, limits);
  }
}
