import { Caller, Requires, type PersonPrincipal } from '@kantinekortet/identity';
import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SaveCardRequest, SavedCardResponse } from './saved-card.dto.ts';
import { SavedCardsService } from './saved-cards.service.ts';

/** A guardian's bank card, saved at the provider. */
@ApiTags('payments')
@Controller('top-ups/saved-cards')
@Requires('guardian')
export class SavedCardsController {
  private readonly cards: SavedCardsService;

  constructor(cards: SavedCardsService) {
    this.cards = cards;
  }

  @Post()
  @ApiOperation({ summary: 'Start to save a bank card; the answer says where it is given' })
  @ApiCreatedResponse({ type: SavedCardResponse })
  start(@Caller() caller: PersonPrincipal, @Body() request: SaveCardRequest): Promise<SavedCardResponse> {
    return this.cards.start(caller, request);
  }

  @Get(':id')
  @ApiOperation({ summary: 'What became of it; asks the provider until it is saved' })
  @ApiOkResponse({ type: SavedCardResponse })
  get(@Caller() caller: PersonPrincipal, @Param('id', ParseUUIDPipe) id: string): Promise<SavedCardResponse> {
    return this.cards.get(caller, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove a bank card, here and at the provider; what it pays for is switched off' })
  @ApiNoContentResponse()
  remove(@Caller() caller: PersonPrincipal, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.cards.remove(caller, id);
  }
}
