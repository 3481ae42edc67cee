import { Body, Controller, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, Requires, type RegisterPrincipal } from '@kantinekortet/identity';
import type { FastifyReply } from 'fastify';
import { ReturnSaleRequest, SaleReturnDto } from './sale-return.dto.ts';
import { SaleReturnsService } from './sale-returns.service.ts';

@ApiTags('sales')
@Controller('sales/:id/return')
@Requires('register')
export class SaleReturnsController {
  private readonly returns: SaleReturnsService;

  constructor(returns: SaleReturnsService) {
    this.returns = returns;
  }

  @Post()
  @ApiOperation({ summary: 'Return a whole sale on the day it was made' })
  @ApiCreatedResponse({ type: SaleReturnDto })
  @ApiOkResponse({ type: SaleReturnDto, description: 'The id was booked before: the first answer again' })
  async return(
    @Caller() caller: RegisterPrincipal,
    @Param('id', ParseUUIDPipe) saleId: string,
    @Body() request: ReturnSaleRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SaleReturnDto> {
    const { isReplay, result } = await this.returns.return(caller, saleId, request);
    reply.status(isReplay ? 200 : 201);
    return result;
  }
}
