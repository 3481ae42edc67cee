import { Caller, Requires, type PersonPrincipal } from '@kantinekortet/identity';
import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DecideRequest, DecisionDto } from './decision.dto.ts';
import { DiscrepanciesService } from './discrepancies.service.ts';

@ApiTags('payments')
@Controller('schools/:schoolId/payment-discrepancies')
@Requires('office')
export class DiscrepanciesController {
  private readonly discrepancies: DiscrepanciesService;

  constructor(discrepancies: DiscrepanciesService) {
    this.discrepancies = discrepancies;
  }

  @Post(':id/decisions')
  @HttpCode(200)
  @ApiOperation({ summary: 'Decide what becomes of a payment that is not what was asked for' })
  @ApiOkResponse({ type: DecisionDto })
  decide(
    @Caller() caller: PersonPrincipal,
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: DecideRequest,
  ): Promise<DecisionDto> {
    return this.discrepancies.decide(caller, schoolId, id, request);
  }
}
