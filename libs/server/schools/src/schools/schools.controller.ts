import { Body, Controller, Get, Param, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '@kantinekortet/identity';
import { ChangeSettingsRequest, SchoolClassList, SchoolResponse } from './school.dto.ts';
import { SchoolsService } from './schools.service.ts';

/** A school as its office sees and sets it. */
@ApiTags('schools')
@Controller('schools/:schoolId')
export class SchoolsController {
  private readonly schools: SchoolsService;

  constructor(schools: SchoolsService) {
    this.schools = schools;
  }

  @Get()
  @Requires('support')
  @ApiOperation({ summary: 'A school and its settings' })
  @ApiOkResponse({ type: SchoolResponse })
  get(@Param('schoolId') schoolId: string): Promise<SchoolResponse> {
    return this.schools.get(schoolId);
  }

  @Patch('settings')
  @Requires('office')
  @ApiOperation({ summary: 'Change some settings' })
  @ApiOkResponse({ type: SchoolResponse })
  changeSettings(@Param('schoolId') schoolId: string, @Body() changes: ChangeSettingsRequest): Promise<SchoolResponse> {
    return this.schools.changeSettings(schoolId, changes);
  }

  @Get('classes')
  @Requires('support')
  @ApiOperation({ summary: 'The classes, each with its number of pupils' })
  @ApiOkResponse({ type: SchoolClassList })
  async classes(@Param('schoolId') schoolId: string): Promise<SchoolClassList> {
    return { items: await this.schools.classes(schoolId) };
  }
}
