import { Caller, Requires, type PersonPrincipal } from '@kantinekortet/identity';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { BooksDto } from './books.dto.ts';
import { BooksService } from './books.service.ts';
import { ClientAccountDto, ClientMoneyDto, SayBalanceRequest } from './client-money/client-money.dto.ts';
import { BankFileUnreadable } from './client-money/client-money.errors.ts';
import { ClientMoneyService } from './client-money/client-money.service.ts';

@ApiTags('books')
@Controller('schools/:schoolId')
@Requires('office')
export class BooksController {
  private readonly books: BooksService;
  private readonly clientMoney: ClientMoneyService;

  constructor(books: BooksService, clientMoney: ClientMoneyService) {
    this.books = books;
    this.clientMoney = clientMoney;
  }

  @Get('books')
  @ApiOperation({ summary: 'Whether the books hold, and whether the money of customers is there' })
  @ApiOkResponse({ type: BooksDto })
  get(@Param('schoolId', ParseUUIDPipe) schoolId: string): Promise<BooksDto> {
    return this.books.get(schoolId);
  }

  @Put('client-account')
  @ApiOperation({ summary: 'Record the bank account in which the merchant keeps the money of its customers' })
  @ApiOkResponse({ type: ClientAccountDto })
  setAccount(
    @Caller() caller: PersonPrincipal,
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Body() request: ClientAccountDto,
  ): Promise<ClientAccountDto> {
    return this.clientMoney.setAccount(caller, schoolId, request).then(({ accountNumber, bic }) => {
      return { accountNumber, ...(bic && { bic }) };
    });
  }

  @Post('client-money/balances')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say what lay on the client account when a day was over; answers with the newest balance' })
  @ApiOkResponse({ type: ClientMoneyDto })
  say(
    @Caller() caller: PersonPrincipal,
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Body() request: SayBalanceRequest,
  ): Promise<ClientMoneyDto | null> {
    return this.clientMoney.say(caller, schoolId, request);
  }

  @Post('client-money/statements')
  @HttpCode(200)
  @ApiOperation({ summary: "Take the client account's closing balance from the bank's camt.053 file" })
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ type: ClientMoneyDto })
  takeFile(
    @Caller() caller: PersonPrincipal,
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Body() bytes: unknown,
  ): Promise<ClientMoneyDto | null> {
    if (!Buffer.isBuffer(bytes)) throw new BankFileUnreadable('send it as application/octet-stream');
    return this.clientMoney.takeFile(caller, schoolId, bytes);
  }
}
