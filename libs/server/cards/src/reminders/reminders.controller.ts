import { Caller, Requires, type PersonPrincipal } from '@kantinekortet/identity';
import { sendPdf } from '@kantinekortet/platform/printing';
import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ReminderPrintService } from './reminder-print.service.ts';
import { ReminderRequest, ReminderResultDto } from './reminder.dto.ts';
import { RemindersService } from './reminders.service.ts';

@ApiTags('cards')
@Requires('office')
@Controller('schools/:schoolId/cash-free-readiness')
export class RemindersController {
  private readonly reminders: RemindersService;
  private readonly prints: ReminderPrintService;

  constructor(reminders: RemindersService, prints: ReminderPrintService) {
    this.reminders = reminders;
    this.prints = prints;
  }

  @Post('reminders')
  @HttpCode(200)
  @ApiOperation({ summary: 'Remind families by mail, each at most once a day about one matter' })
  @ApiOkResponse({ type: ReminderResultDto })
  remind(
    @Caller() caller: PersonPrincipal,
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Body() request: ReminderRequest,
  ): Promise<ReminderResultDto> {
    return this.reminders.remind(caller, schoolId, request);
  }

  @Post('letters')
  @HttpCode(200)
  @ApiOperation({ summary: 'Print a letter for each family; those without a profile get a new control code' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async print(
    @Caller() caller: PersonPrincipal,
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Body() request: ReminderRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sendPdf(reply, await this.prints.print(caller, schoolId, request));
  }
}
