import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, Requires, type Principal, type RegisterPrincipal } from '@kantinekortet/identity';
import { PageQuery } from '@kantinekortet/platform';
import type { FastifyReply } from 'fastify';
import { ReceiptsService } from './receipts.service.ts';
import { GiveUpDto, ReceiptDto, ReceiptPage, SellRequest, SoldDto } from './sale.dto.ts';
import { SalesService, type SaleAnswer } from './sales.service.ts';

@ApiTags('sales')
@Controller()
export class SalesController {
  private readonly sales: SalesService;
  private readonly receipts: ReceiptsService;

  constructor(sales: SalesService, receipts: ReceiptsService) {
    this.sales = sales;
    this.receipts = receipts;
  }

  @Post('sales')
  @Requires('register')
  @ApiOperation({ summary: 'Sell: draw the amount from the balance and answer with the receipt' })
  @ApiCreatedResponse({ type: SoldDto })
  @ApiOkResponse({ type: SoldDto, description: 'The id was booked before: the first answer again' })
  async sell(
    @Caller() caller: RegisterPrincipal,
    @Body() request: SellRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SaleAnswer['receipt']> {
    const { isReplay, receipt } = await this.sales.sell(caller, request);
    reply.status(isReplay ? 200 : 201);
    return receipt;
  }

  @Post('sales/:id/give-up')
  @Requires('register')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give up a sale of unknown outcome: it can never be booked afterwards' })
  @ApiOkResponse({ type: GiveUpDto })
  giveUp(@Caller() caller: RegisterPrincipal, @Param('id', ParseUUIDPipe) id: string): Promise<GiveUpDto> {
    return this.sales.giveUp(caller, id);
  }

  @Get('sales/:id')
  @Requires('register', 'person')
  @ApiOperation({ summary: 'The receipt of a sale' })
  @ApiOkResponse({ type: ReceiptDto })
  receipt(@Caller() caller: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<ReceiptDto> {
    return this.receipts.find(caller, id);
  }

  @Get('registers/current/sales')
  @Requires('register')
  @ApiOperation({ summary: 'What this register sold today, newest first' })
  @ApiOkResponse({ type: ReceiptPage })
  today(@Caller() caller: RegisterPrincipal, @Query() page: PageQuery): Promise<ReceiptPage> {
    return this.receipts.today(caller, page);
  }
}
