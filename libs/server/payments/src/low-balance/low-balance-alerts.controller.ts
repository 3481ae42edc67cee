import { Caller, Requires, type PersonPrincipal } from '@kantinekortet/identity';
import { Body, Controller, Get, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { LowBalanceAlertDto } from './low-balance-alert.dto.ts';
import { LowBalanceAlertsService } from './low-balance-alerts.service.ts';

@ApiTags('payments')
@Controller('pupils/:pupilId/low-balance-alert')
@Requires('guardian')
export class LowBalanceAlertsController {
  private readonly alerts: LowBalanceAlertsService;

  constructor(alerts: LowBalanceAlertsService) {
    this.alerts = alerts;
  }

  @Get()
  @ApiOperation({ summary: "When the guardian wants a mail about a child's low balance" })
  @ApiOkResponse({ type: LowBalanceAlertDto })
  get(
    @Caller() caller: PersonPrincipal,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
  ): Promise<LowBalanceAlertDto> {
    return this.alerts.get(caller, pupilId);
  }

  @Put()
  @ApiOperation({ summary: 'Set it; each guardian of a child has their own' })
  @ApiOkResponse({ type: LowBalanceAlertDto })
  set(
    @Caller() caller: PersonPrincipal,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
    @Body() alert: LowBalanceAlertDto,
  ): Promise<LowBalanceAlertDto> {
    return this.alerts.set(caller, pupilId, alert);
  }
}
