import { Caller, Requires, type PersonPrincipal } from '@kantinekortet/identity';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PayoutAccountRequest } from '../accounts/payout-account.dto.ts';
import { HouseholdMoney } from './household-money.service.ts';
import {
  HouseholdMoneyView,
  HouseholdRefundRequest,
  OfficeRefundPage,
  OfficeRefundsQuery,
  OfficeRefundView,
} from './office-refund.dto.ts';
import { OfficeRefunds } from './office-refunds.service.ts';

/** Refunds as the school's office sees them: what it asks for, and what it approves. */
@ApiTags('refunds')
@Controller('schools/:schoolId')
@Requires('office')
export class OfficeRefundsController {
  private readonly household: HouseholdMoney;
  private readonly refunds: OfficeRefunds;

  constructor(household: HouseholdMoney, refunds: OfficeRefunds) {
    this.household = household;
    this.refunds = refunds;
  }

  @Get('pupils/:pupilId/household-money')
  @ApiOperation({ summary: 'What is left of money that the office received for a pupil, and where it would go back' })
  @ApiOkResponse({ type: HouseholdMoneyView })
  householdMoney(
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
  ): Promise<HouseholdMoneyView> {
    return this.household.get(schoolId, pupilId);
  }

  @Put('pupils/:pupilId/payout-account')
  @ApiOperation({ summary: 'Record the account that a family without a profile gave' })
  @ApiOkResponse({ type: HouseholdMoneyView })
  recordAccount(
    @Caller() caller: PersonPrincipal,
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
    @Body() request: PayoutAccountRequest,
  ): Promise<HouseholdMoneyView> {
    return this.household.recordAccount(caller, schoolId, pupilId, request);
  }

  @Post('refunds')
  @ApiOperation({ summary: "Ask for the household's money; somebody else has to approve it" })
  @ApiCreatedResponse({ type: OfficeRefundView })
  @ApiOkResponse({ type: OfficeRefundView, description: 'The same refund again' })
  async ask(
    @Caller() caller: PersonPrincipal,
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Body() request: HouseholdRefundRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OfficeRefundView> {
    const { isReplay } = await this.household.ask(caller, schoolId, request);
    void reply.status(isReplay ? 200 : 201);
    return this.refunds.one(caller, schoolId, request.id);
  }

  @Get('refunds')
  @ApiOperation({ summary: 'Refunds of the school, newest first' })
  @ApiOkResponse({ type: OfficeRefundPage })
  list(
    @Caller() caller: PersonPrincipal,
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Query() query: OfficeRefundsQuery,
  ): Promise<OfficeRefundPage> {
    return this.refunds.list(caller, schoolId, query);
  }

  @Post('refunds/:id/approve')
  @HttpCode(200)
  @ApiOperation({ summary: 'Approve that it is paid out; not by who recorded the money or the account, or asked' })
  @ApiOkResponse({ type: OfficeRefundView })
  async approve(
    @Caller() caller: PersonPrincipal,
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<OfficeRefundView> {
    await this.refunds.approve(caller, schoolId, id);
    return this.refunds.one(caller, schoolId, id);
  }

  @Post('refunds/:id/reject')
  @HttpCode(200)
  @ApiOperation({ summary: 'Refuse what waits for approval; its money is on the wallet again' })
  @ApiOkResponse({ type: OfficeRefundView })
  async reject(
    @Caller() caller: PersonPrincipal,
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<OfficeRefundView> {
    await this.refunds.reject(caller, schoolId, id);
    return this.refunds.one(caller, schoolId, id);
  }
}
