import { Caller, Requires, type PersonPrincipal } from '@kantinekortet/identity';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CloseMonthRequest, ClosingDto, ClosingList } from './closing.dto.ts';
import { MonthlyClosings } from './closings.service.ts';

@ApiTags('books')
@Controller('schools/:schoolId/closings')
@Requires('office')
export class ClosingsController {
  private readonly closings: MonthlyClosings;

  constructor(closings: MonthlyClosings) {
    this.closings = closings;
  }

  @Get()
  @ApiOperation({ summary: 'Months that were closed, and what closing the next one would book' })
  @ApiOkResponse({ type: ClosingList })
  list(@Param('schoolId', ParseUUIDPipe) schoolId: string): Promise<ClosingList> {
    return this.closings.list(schoolId);
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Close a month with the figures that were shown' })
  @ApiOkResponse({ type: ClosingDto })
  close(
    @Caller() caller: PersonPrincipal,
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Body() request: CloseMonthRequest,
  ): Promise<ClosingDto> {
    return this.closings.close(caller, schoolId, request);
  }
}
