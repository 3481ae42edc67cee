import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, Requires, type PersonPrincipal } from '@kantinekortet/identity';
import { PageQuery } from '@kantinekortet/platform';
import { SpendingQuery } from './spending-query.ts';
import { ClaimList, TransactionPage, WalletDto, WeekSpendingList } from './wallet.dto.ts';
import { WalletReportsService } from './wallet-reports.service.ts';

@ApiTags('wallets')
@Requires('person')
@Controller('wallets/:id')
export class WalletsController {
  private readonly reports: WalletReportsService;

  constructor(reports: WalletReportsService) {
    this.reports = reports;
  }

  @Get()
  @ApiOperation({ summary: 'The balance now, what is held and what is owed' })
  @ApiOkResponse({ type: WalletDto })
  wallet(@Caller() caller: PersonPrincipal, @Param('id', ParseUUIDPipe) id: string): Promise<WalletDto> {
    return this.reports.wallet(caller, id);
  }

  @Get('transactions')
  @ApiOperation({ summary: 'Every movement on the balance, newest first' })
  @ApiOkResponse({ type: TransactionPage })
  transactions(
    @Caller() caller: PersonPrincipal,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() page: PageQuery,
  ): Promise<TransactionPage> {
    return this.reports.transactions(caller, id, page);
  }

  @Get('claims')
  @ApiOperation({ summary: 'What the wallet owes, and for what' })
  @ApiOkResponse({ type: ClaimList })
  async claims(@Caller() caller: PersonPrincipal, @Param('id', ParseUUIDPipe) id: string): Promise<ClaimList> {
    return { items: await this.reports.claims(caller, id) };
  }

  @Get('spending')
  @ApiOperation({ summary: 'Purchases by week, oldest first' })
  @ApiOkResponse({ type: WeekSpendingList })
  async spending(
    @Caller() caller: PersonPrincipal,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { weeks }: SpendingQuery,
  ): Promise<WeekSpendingList> {
    return { items: await this.reports.spending(caller, id, weeks) };
  }
}
