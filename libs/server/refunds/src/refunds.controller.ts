import { Caller, Requires, type PersonPrincipal } from '@kantinekortet/identity';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PayerRefunds } from './payer-refunds.service.ts';
import {
  AskRefundRequest,
  FormerWalletList,
  RefundPage,
  RefundView,
  RefundableQuery,
  RefundableView,
  RefundsQuery,
} from './refund.dto.ts';

/** Money back to who paid it. */
@ApiTags('refunds')
@Controller()
@Requires('guardian')
export class RefundsController {
  private readonly refunds: PayerRefunds;

  constructor(refunds: PayerRefunds) {
    this.refunds = refunds;
  }

  @Get('wallets/:id/refundable')
  @ApiOperation({ summary: "What is left of one's own money, and which ways it would go back" })
  @ApiOkResponse({ type: RefundableView })
  refundable(
    @Caller() caller: PersonPrincipal,
    @Param('id', ParseUUIDPipe) walletId: string,
    @Query() { amountOre }: RefundableQuery,
  ): Promise<RefundableView> {
    return this.refunds.refundable(caller, walletId, amountOre);
  }

  @Get('guardians/me/former-wallets')
  @ApiOperation({ summary: 'Wallets of children whose guardian one is no longer, with money of one’s own left' })
  @ApiOkResponse({ type: FormerWalletList })
  former(@Caller() caller: PersonPrincipal): Promise<FormerWalletList> {
    return this.refunds.former(caller);
  }

  @Post('refunds')
  @ApiOperation({ summary: 'Ask for money back; it is held from now on. Needs a sign-in of the last ten minutes' })
  @ApiCreatedResponse({ type: RefundView })
  @ApiOkResponse({ type: RefundView, description: 'The same refund again' })
  async ask(
    @Caller() caller: PersonPrincipal,
    @Body() request: AskRefundRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RefundView> {
    const { isReplay, refund } = await this.refunds.ask(caller, request);
    void reply.status(isReplay ? 200 : 201);
    return refund;
  }

  @Get('refunds')
  @ApiOperation({ summary: "One's refunds, newest first" })
  @ApiOkResponse({ type: RefundPage })
  list(@Caller() caller: PersonPrincipal, @Query() query: RefundsQuery): Promise<RefundPage> {
    return this.refunds.list(caller, query);
  }

  @Get('refunds/:id')
  @ApiOperation({ summary: 'What has become of a refund, and why parts of it wait' })
  @ApiOkResponse({ type: RefundView })
  get(@Caller() caller: PersonPrincipal, @Param('id', ParseUUIDPipe) id: string): Promise<RefundView> {
    return this.refunds.get(caller, id);
  }

  @Post('refunds/:id/cancel')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take back what has not left: it can be spent again' })
  @ApiOkResponse({ type: RefundView })
  cancel(@Caller() caller: PersonPrincipal, @Param('id', ParseUUIDPipe) id: string): Promise<RefundView> {
    return this.refunds.cancel(caller, id);
  }
}
