import { Body, Controller, Get, HttpCode, Ip, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, Requires, type PersonPrincipal } from '@kantinekortet/identity';
import {
  BlockCardRequest,
  CardAnswer,
  CardList,
  IssueCardRequest,
  toCardDto,
  UnblockCardRequest,
} from './cards.dto.ts';
import { CardsService } from './cards.service.ts';
import { RegisterCardRequest, RegistrationAnswer } from './registration.dto.ts';
import { RegistrationService } from './registration.service.ts';

@ApiTags('cards')
@Controller()
export class CardsController {
  private readonly cards: CardsService;
  private readonly registration: RegistrationService;

  constructor(cards: CardsService, registration: RegistrationService) {
    this.cards = cards;
    this.registration = registration;
  }

  @Post('cards/register')
  @Requires('guardian')
  @HttpCode(200)
  @ApiOperation({ summary: 'Register a card by its number and the control code of its letter' })
  @ApiOkResponse({ type: RegistrationAnswer })
  register(
    @Caller() caller: PersonPrincipal,
    @Ip() address: string,
    @Body() request: RegisterCardRequest,
  ): Promise<RegistrationAnswer> {
    return this.registration.register(caller.personId, address, request);
  }

  @Get('pupils/:pupilId/cards')
  @Requires('person')
  @ApiOperation({ summary: 'The cards that a pupil has and had, newest first' })
  @ApiOkResponse({ type: CardList })
  async ofPupil(
    @Caller() caller: PersonPrincipal,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
  ): Promise<CardList> {
    return { items: (await this.cards.ofPupil(caller, pupilId)).map(toCardDto) };
  }

  @Post('schools/:schoolId/pupils/:pupilId/card')
  @Requires('office')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give a pupil a card from stock by scanning it' })
  @ApiOkResponse({ type: CardAnswer })
  async issue(
    @Caller() caller: PersonPrincipal,
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
    @Body() { token }: IssueCardRequest,
  ): Promise<CardAnswer> {
    return { card: toCardDto(await this.cards.issue(caller, schoolId, pupilId, token)) };
  }

  @Post('cards/:id/block')
  @Requires('person')
  @HttpCode(200)
  @ApiOperation({ summary: "Block a pupil's card for every till" })
  @ApiOkResponse({ type: CardAnswer })
  async block(
    @Caller() caller: PersonPrincipal,
    @Param('id', ParseUUIDPipe) cardId: string,
    @Body() request: BlockCardRequest,
  ): Promise<CardAnswer> {
    return { card: toCardDto(await this.cards.block(caller, cardId, request)) };
  }

  @Post('cards/:id/unblock')
  @Requires('person')
  @HttpCode(200)
  @ApiOperation({ summary: 'Lift a block; a guardian only one that a guardian set' })
  @ApiOkResponse({ type: CardAnswer })
  @ApiBody({ type: UnblockCardRequest, required: false })
  async unblock(
    @Caller() caller: PersonPrincipal,
    @Param('id', ParseUUIDPipe) cardId: string,
    @Body() request: UnblockCardRequest,
  ): Promise<CardAnswer> {
    return { card: toCardDto(await this.cards.unblock(caller, cardId, request)) };
  }
}
