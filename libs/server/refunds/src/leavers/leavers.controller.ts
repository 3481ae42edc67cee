import { Caller, Requires, type PersonPrincipal } from '@kantinekortet/identity';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { LeaverList, PaidLeavers, PayLeaversRequest } from './leaver.dto.ts';
import { Leavers } from './leavers.service.ts';

/** Money of those who have left. */
@ApiTags('refunds')
@Controller('schools/:schoolId')
@Requires('office')
export class LeaversController {
  private readonly leavers: Leavers;

  constructor(leavers: Leavers) {
    this.leavers = leavers;
  }

  @Get('leavers')
  @ApiOperation({ summary: 'Who has left with money on the card, whose it is, and what can be sent back now' })
  @ApiOkResponse({ type: LeaverList })
  list(@Param('schoolId', ParseUUIDPipe) schoolId: string): Promise<LeaverList> {
    return this.leavers.list(schoolId);
  }

  @Post('leavers/refunds')
  @HttpCode(200)
  @ApiOperation({ summary: 'Pay back what was previewed, all at once' })
  @ApiOkResponse({ type: PaidLeavers })
  pay(
    @Caller() caller: PersonPrincipal,
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Body() { items }: PayLeaversRequest,
  ): Promise<PaidLeavers> {
    return this.leavers.pay(caller, schoolId, items);
  }
}
