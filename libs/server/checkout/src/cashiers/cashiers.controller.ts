import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '@kantinekortet/identity';
import { CashierDto, CashierList, ChangeCashierRequest, CreateCashierRequest } from './cashier.dto.ts';
import { CashiersService } from './cashiers.service.ts';

@ApiTags('registers')
@Controller('schools/:schoolId/cashiers')
@Requires('office')
export class CashiersController {
  private readonly cashiers: CashiersService;

  constructor(cashiers: CashiersService) {
    this.cashiers = cashiers;
  }

  @Get()
  @ApiOperation({ summary: 'The cashiers of a school, by name' })
  @ApiOkResponse({ type: CashierList })
  async list(@Param('schoolId', ParseUUIDPipe) schoolId: string): Promise<CashierList> {
    return { items: await this.cashiers.list(schoolId) };
  }

  @Post()
  @ApiOperation({ summary: 'Make a cashier with a six-digit PIN' })
  @ApiCreatedResponse({ type: CashierDto })
  create(
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Body() { name, pin }: CreateCashierRequest,
  ): Promise<CashierDto> {
    return this.cashiers.create(schoolId, name, pin);
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Change name, PIN or whether the cashier may sign in' })
  @ApiOkResponse({ type: CashierDto })
  change(
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() change: ChangeCashierRequest,
  ): Promise<CashierDto> {
    return this.cashiers.change(schoolId, id, change);
  }
}
