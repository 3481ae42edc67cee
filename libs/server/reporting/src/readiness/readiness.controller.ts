import { Requires } from '@kantinekortet/identity';
import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ReadinessDto, ReadinessListQuery, UnreadyPupilPage } from './readiness.dto.ts';
import { ReadinessService } from './readiness.service.ts';

@ApiTags('schools')
@Requires('support')
@Controller('schools/:schoolId/cash-free-readiness')
export class ReadinessController {
  private readonly readiness: ReadinessService;

  constructor(readiness: ReadinessService) {
    this.readiness = readiness;
  }

  @Get()
  @ApiOperation({ summary: 'How many pupils lack card, guardian or money, for the school and each class' })
  @ApiOkResponse({ type: ReadinessDto })
  figures(@Param('schoolId', ParseUUIDPipe) schoolId: string): Promise<ReadinessDto> {
    return this.readiness.figures(schoolId);
  }

  @Get('pupils')
  @ApiOperation({ summary: 'Who lacks something' })
  @ApiOkResponse({ type: UnreadyPupilPage })
  list(
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Query() query: ReadinessListQuery,
  ): Promise<UnreadyPupilPage> {
    return this.readiness.list(schoolId, query);
  }
}
