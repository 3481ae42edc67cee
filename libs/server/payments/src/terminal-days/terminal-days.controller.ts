import { Caller, Requires, type PersonPrincipal } from '@kantinekortet/identity';
import { PageQuery } from '@kantinekortet/platform';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CloseTerminalDayRequest, TerminalDayDto, TerminalDayPage, TerminalDayPath } from './terminal-day.dto.ts';
import { TerminalDaysService } from './terminal-days.service.ts';

@ApiTags('payments')
@Controller('schools/:schoolId/terminal-days')
@Requires('office')
export class TerminalDaysController {
  private readonly days: TerminalDaysService;

  constructor(days: TerminalDaysService) {
    this.days = days;
  }

  @Get()
  @ApiOperation({ summary: 'Days of the bank terminal, newest first' })
  @ApiOkResponse({ type: TerminalDayPage })
  list(@Param('schoolId', ParseUUIDPipe) schoolId: string, @Query() page: PageQuery): Promise<TerminalDayPage> {
    return this.days.list(schoolId, page);
  }

  @Get(':day')
  @ApiOperation({ summary: 'What the receipts of a day come to, and how it was closed' })
  @ApiOkResponse({ type: TerminalDayDto })
  get(@Param() { schoolId, day }: TerminalDayPath): Promise<TerminalDayDto> {
    return this.days.get(schoolId, day);
  }

  @Post(':day/close')
  @HttpCode(200)
  @ApiOperation({ summary: 'Match a day with the terminal’s own report; it takes no more receipts' })
  @ApiOkResponse({ type: TerminalDayDto })
  close(
    @Caller() caller: PersonPrincipal,
    @Param() { schoolId, day }: TerminalDayPath,
    @Body() request: CloseTerminalDayRequest,
  ): Promise<TerminalDayDto> {
    return this.days.close(caller, schoolId, day, request);
  }
}
