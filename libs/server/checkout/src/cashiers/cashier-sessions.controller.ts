import { Body, Controller, Delete, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, Requires, type RegisterPrincipal } from '@kantinekortet/identity';
import { CashierSessionsService } from './cashier-sessions.service.ts';
import { CashierSessionDto, StartCashierSessionRequest } from './cashier.dto.ts';

@ApiTags('registers')
@Controller('registers/current/cashier-sessions')
@Requires('register')
export class CashierSessionsController {
  private readonly cashierSessions: CashierSessionsService;

  constructor(cashierSessions: CashierSessionsService) {
    this.cashierSessions = cashierSessions;
  }

  @Post()
  @ApiOperation({ summary: 'Sign a cashier in by PIN; who was signed in at this register is signed out' })
  @ApiCreatedResponse({ type: CashierSessionDto })
  start(
    @Caller() caller: RegisterPrincipal,
    @Body() { cashierId, pin }: StartCashierSessionRequest,
  ): Promise<CashierSessionDto> {
    return this.cashierSessions.start(caller, cashierId, pin);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign the cashier out; again changes nothing' })
  @ApiNoContentResponse()
  end(@Caller() caller: RegisterPrincipal, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.cashierSessions.end(caller, id);
  }
}
