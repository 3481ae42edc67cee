import { Body, Controller, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, Requires, type PersonPrincipal } from '@kantinekortet/identity';
import type { FastifyReply } from 'fastify';
import { CreditSaleRequest, SaleCreditDto } from './sale-credit.dto.ts';
import { SaleCreditsService } from './sale-credits.service.ts';

@ApiTags('sales')
@Requires('office')
@Controller('schools/:schoolId/sales/:saleId/credits')
export class SaleCreditsController {
  private readonly credits: SaleCreditsService;

  constructor(credits: SaleCreditsService) {
    this.credits = credits;
  }

  @Post()
  @ApiOperation({ summary: 'Give a purchase back, whole, whenever it was made' })
  @ApiCreatedResponse({ type: SaleCreditDto })
  @ApiOkResponse({ type: SaleCreditDto, description: 'The id was booked before: the first answer again' })
  async credit(
    @Caller() caller: PersonPrincipal,
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Param('saleId', ParseUUIDPipe) saleId: string,
    @Body() request: CreditSaleRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SaleCreditDto> {
    const { isReplay, credit } = await this.credits.credit(caller, { schoolId, saleId }, request);
    reply.status(isReplay ? 200 : 201);
    return credit;
  }
}
