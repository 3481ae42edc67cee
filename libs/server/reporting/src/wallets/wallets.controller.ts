import { Controller, Get, Param, ParseUUIDPipe, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Caller, Requires, type PersonPrincipal } from '@kantinekortet/identity';
import { sendCsv } from '@kantinekortet/platform/csv';
import { sendPdf } from '@kantinekortet/platform/printing';
import type { FastifyReply } from 'fastify';
import { statementPaper } from '../statement/statement-paper.ts';
import { StatementSource } from '../statement/statement-source.service.ts';
import { statementTable } from '../statement/statement-table.ts';
import { StatementQuery } from '../statement/statement.dto.ts';
import { SpendingQuery } from './spending-query.ts';
import { TransactionQuery } from './transaction-query.ts';
import { ClaimList, TransactionPage, WalletDto, WeekSpendingList } from './wallet.dto.ts';
import { WalletReportsService } from './wallet-reports.service.ts';

@ApiTags('wallets')
@Requires('person')
@Controller('wallets/:id')
export class WalletsController {
  private readonly reports: WalletReportsService;
  private readonly statements: StatementSource;

  constructor(reports: WalletReportsService, statements: StatementSource) {
    this.reports = reports;
    this.statements = statements;
  }

  @Get()
  @ApiOperation({ summary: 'The balance now, what is held and what is owed' })
  @ApiOkResponse({ type: WalletDto })
  wallet(@Caller() caller: PersonPrincipal, @Param('id', ParseUUIDPipe) id: string): Promise<WalletDto> {
    return this.reports.wallet(caller, id);
  }

  @Get('transactions')
  @ApiOperation({ summary: 'Every movement on the balance, or only purchases, newest first' })
  @ApiOkResponse({ type: TransactionPage })
  transactions(
    @Caller() caller: PersonPrincipal,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: TransactionQuery,
  ): Promise<TransactionPage> {
    return this.reports.transactions(caller, id, query);
  }

  @Get('claims')
  @ApiOperation({ summary: 'What the wallet owes, and for what' })
  @ApiOkResponse({ type: ClaimList })
  async claims(@Caller() caller: PersonPrincipal, @Param('id', ParseUUIDPipe) id: string): Promise<ClaimList> {
    return { items: await this.reports.claims(caller, id) };
  }

  @Get('statement.pdf')
  @ApiOperation({ summary: 'A statement on paper, from one day to another' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async statement(
    @Caller() caller: PersonPrincipal,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: StatementQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sendPdf(reply, statementPaper(await this.statements.ofWallet(caller, id, query)));
  }

  @Get('statement.csv')
  @ApiOperation({ summary: 'The same statement as a table' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async table(
    @Caller() caller: PersonPrincipal,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: StatementQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sendCsv(reply, statementTable(await this.statements.ofWallet(caller, id, query)));
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
