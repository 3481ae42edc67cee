import { Caller, Requires, type PersonPrincipal } from '@kantinekortet/identity';
import { Body, Controller, Delete, Get, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AutoTopUpResponse, PutAutoTopUpRequest } from './auto-top-up.dto.ts';
import { AutoTopUpsService } from './auto-top-ups.service.ts';

/** A guardian's own rule for one child: the card fills itself when little is left. */
@ApiTags('payments')
@Controller('top-ups/auto-top-ups')
@Requires('guardian')
export class AutoTopUpsController {
  private readonly autoTopUps: AutoTopUpsService;

  constructor(autoTopUps: AutoTopUpsService) {
    this.autoTopUps = autoTopUps;
  }

  @Get(':walletId')
  @ApiOperation({ summary: "The caller's rule for a child, their saved card, and what is under way" })
  @ApiOkResponse({ type: AutoTopUpResponse })
  get(
    @Caller() caller: PersonPrincipal,
    @Param('walletId', ParseUUIDPipe) walletId: string,
  ): Promise<AutoTopUpResponse> {
    return this.autoTopUps.get(caller, walletId);
  }

  @Put(':walletId')
  @ApiOperation({ summary: 'Set the rule up or change it; without a saved card it waits for one' })
  @ApiOkResponse({ type: AutoTopUpResponse })
  put(
    @Caller() caller: PersonPrincipal,
    @Param('walletId', ParseUUIDPipe) walletId: string,
    @Body() request: PutAutoTopUpRequest,
  ): Promise<AutoTopUpResponse> {
    return this.autoTopUps.put(caller, walletId, request);
  }

  @Delete(':walletId')
  @ApiOperation({ summary: 'Switch the rule off; a charge that is being made is finished' })
  @ApiOkResponse({ type: AutoTopUpResponse })
  switchOff(
    @Caller() caller: PersonPrincipal,
    @Param('walletId', ParseUUIDPipe) walletId: string,
  ): Promise<AutoTopUpResponse> {
    return this.autoTopUps.switchOff(caller, walletId);
  }
}
