import { Caller, Requires, type PersonPrincipal } from '@kantinekortet/identity';
import { Clock, PageQuery } from '@kantinekortet/platform';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseIntPipe,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  Res,
  StreamableFile,
} from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { BankAnswerUnreadable } from '../bank/pain002.errors.ts';
import { BankSettings } from './bank-settings.service.ts';
import { PayoutAnswers } from './payout-answers.service.ts';
import { PayoutViews } from './payout-views.service.ts';
import {
  BankAgreementRequest,
  BankAnswerDto,
  BankSettingsDto,
  PayoutDto,
  PayoutPage,
  PreparePayoutRequest,
  ReturnLineRequest,
  SettlePayoutRequest,
} from './payout.dto.ts';
import { Payouts } from './payouts.service.ts';

/** Payment files for the merchant's bank: two people send one, and the bank answers for each line. */
@ApiTags('refunds')
@Controller('schools/:schoolId')
@Requires('office')
export class PayoutsController {
  private readonly clock: Clock;
  private readonly payouts: Payouts;
  private readonly answers: PayoutAnswers;
  private readonly views: PayoutViews;
  private readonly bank: BankSettings;

  constructor(clock: Clock, payouts: Payouts, answers: PayoutAnswers, views: PayoutViews, bank: BankSettings) {
    this.clock = clock;
    this.payouts = payouts;
    this.answers = answers;
    this.views = views;
    this.bank = bank;
  }

  @Put('bank-agreement')
  @ApiOperation({ summary: "Record the number under which the bank takes the merchant's payment files" })
  @ApiOkResponse({ type: BankSettingsDto })
  async agree(
    @Caller() { personId }: PersonPrincipal,
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Body() { customerId }: BankAgreementRequest,
  ): Promise<BankSettingsDto> {
    await this.bank.agree(schoolId, customerId, personId, this.clock.now());
    return this.bank.get(schoolId);
  }

  @Get('payouts')
  @ApiOperation({ summary: "The school's payment files, newest first, and what is ready for the next one" })
  @ApiOkResponse({ type: PayoutPage })
  list(
    @Caller() { personId }: PersonPrincipal,
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Query() query: PageQuery,
  ): Promise<PayoutPage> {
    return this.views.list(schoolId, personId, query);
  }

  @Post('payouts')
  @ApiOperation({ summary: 'Prepare a payment file of everything that is ready for the bank' })
  @ApiCreatedResponse({ type: PayoutDto })
  @ApiOkResponse({ type: PayoutDto, description: 'The same file again' })
  async prepare(
    @Caller() caller: PersonPrincipal,
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Body() { id }: PreparePayoutRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PayoutDto> {
    const { isReplay } = await this.payouts.prepare(caller, schoolId, id);
    void reply.status(isReplay ? 200 : 201);
    return this.views.one(schoolId, caller.personId, id);
  }

  @Get('payouts/:id')
  @ApiOperation({ summary: 'A payment file with its lines' })
  @ApiOkResponse({ type: PayoutDto })
  get(
    @Caller() { personId }: PersonPrincipal,
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<PayoutDto> {
    return this.views.one(schoolId, personId, id);
  }

  @Post('payouts/:id/approve')
  @HttpCode(200)
  @ApiOperation({ summary: 'Approve a payment file that somebody else has prepared' })
  @ApiOkResponse({ type: PayoutDto })
  async approve(
    @Caller() caller: PersonPrincipal,
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<PayoutDto> {
    await this.payouts.approve(caller, schoolId, id);
    return this.views.one(schoolId, caller.personId, id);
  }

  @Post('payouts/:id/withdraw')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give up a payment file that has not left' })
  @ApiOkResponse({ type: PayoutDto })
  async withdraw(
    @Caller() caller: PersonPrincipal,
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<PayoutDto> {
    await this.payouts.withdraw(caller, schoolId, id);
    return this.views.one(schoolId, caller.personId, id);
  }

  @Post('payouts/:id/file')
  @HttpCode(200)
  @ApiOperation({
    summary: 'The approved file for the bank (pain.001.001.03); its money leaves with the first download',
  })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async download(
    @Caller() caller: PersonPrincipal,
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { fileName, bytes } = await this.payouts.download(caller, schoolId, id);
    void reply.header('Cache-Control', 'no-store');
    const disposition = `attachment; filename="${fileName}"`;
    return new StreamableFile(bytes, { type: 'application/octet-stream', disposition, length: bytes.length });
  }

  @Post('payouts/:id/settle')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say that the bank has paid every line that is still open' })
  @ApiOkResponse({ type: BankAnswerDto })
  async settle(
    @Caller() caller: PersonPrincipal,
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { bookedOn }: SettlePayoutRequest,
  ): Promise<BankAnswerDto> {
    const { payoutId, ...counts } = await this.answers.settleRest(caller, schoolId, id, bookedOn);
    return { ...counts, payout: await this.views.one(schoolId, caller.personId, payoutId) };
  }

  @Post('payouts/:id/lines/:number/return')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say that one line came back: its money is on the wallet again' })
  @ApiOkResponse({ type: BankAnswerDto })
  async returnLine(
    @Caller() caller: PersonPrincipal,
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('number', ParseIntPipe) number: number,
    @Body() { bookedOn, reason }: ReturnLineRequest,
  ): Promise<BankAnswerDto> {
    const word = { outcome: 'returned', reason } as const;
    const { payoutId, ...counts } = await this.answers.answerLine(caller, { schoolId, id, number }, word, bookedOn);
    return { ...counts, payout: await this.views.one(schoolId, caller.personId, payoutId) };
  }

  @Post('payout-answers')
  @HttpCode(200)
  @ApiOperation({ summary: "Take the bank's answer to a payment file (pain.002)" })
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ type: BankAnswerDto })
  async takeAnswer(
    @Caller() caller: PersonPrincipal,
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Body() bytes: unknown,
  ): Promise<BankAnswerDto> {
    if (!Buffer.isBuffer(bytes)) throw new BankAnswerUnreadable('send it as application/octet-stream');
    const { payoutId, ...counts } = await this.answers.takeFile(caller, schoolId, bytes);
    return { ...counts, payout: await this.views.one(schoolId, caller.personId, payoutId) };
  }
}
