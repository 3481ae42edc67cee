import { Body, Controller, Get, HttpCode, Ip, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CatalogueService } from '@kantinekortet/catalogue';
import { Caller, Public, Requires, type RegisterPrincipal } from '@kantinekortet/identity';
import type { FastifyReply } from 'fastify';
import { PairingService } from '../registers/pairing.service.ts';
import {
  CardLookupDto,
  CardLookupRequest,
  CurrentRegisterDto,
  FoundPupilList,
  PairedDto,
  PairRequest,
  PupilQuery,
} from './till.dto.ts';
import { TillCatalogueDto } from './till-catalogue.dto.ts';
import { TillService } from './till.service.ts';

@ApiTags('registers')
@Controller('registers')
export class TillController {
  private readonly pairing: PairingService;
  private readonly till: TillService;
  private readonly catalogue: CatalogueService;

  constructor(pairing: PairingService, till: TillService, catalogue: CatalogueService) {
    this.pairing = pairing;
    this.till = till;
    this.catalogue = catalogue;
  }

  @Post('pair')
  @Public()
  @HttpCode(200)
  @ApiOperation({ summary: "Make this device a register by the office's code; its cookie comes with the answer" })
  @ApiOkResponse({ type: PairedDto })
  async pair(
    @Body() { code }: PairRequest,
    @Ip() address: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PairedDto> {
    const { schoolId, registerId, cookie } = await this.pairing.pair(code, address);
    reply.header('Set-Cookie', cookie);
    return this.till.names(schoolId, registerId);
  }

  @Get('current')
  @Requires('register')
  @ApiOperation({ summary: 'This register, its school, who may sell and who sells now' })
  @ApiOkResponse({ type: CurrentRegisterDto })
  current(@Caller() caller: RegisterPrincipal): Promise<CurrentRegisterDto> {
    return this.till.current(caller);
  }

  @Get('current/catalogue')
  @Requires('register')
  @ApiOperation({ summary: 'What this register sells, in the order of its grid' })
  @ApiOkResponse({ type: TillCatalogueDto })
  sold(@Caller() { schoolId }: RegisterPrincipal): Promise<TillCatalogueDto> {
    return this.catalogue.forTill(schoolId);
  }

  @Post('current/card-lookups')
  @Requires('register')
  @HttpCode(200)
  @ApiOperation({ summary: 'Whose card this is and what it can buy for' })
  @ApiOkResponse({ type: CardLookupDto })
  lookUp(@Caller() caller: RegisterPrincipal, @Body() { cardToken }: CardLookupRequest): Promise<CardLookupDto> {
    return this.till.lookUp(caller, cardToken);
  }

  @Get('current/pupils')
  @Requires('register')
  @ApiOperation({ summary: 'Find a pupil who forgot the card, if the school allows it' })
  @ApiOkResponse({ type: FoundPupilList })
  async findPupils(@Caller() caller: RegisterPrincipal, @Query() { query }: PupilQuery): Promise<FoundPupilList> {
    return { items: await this.till.findPupils(caller, query) };
  }
}
