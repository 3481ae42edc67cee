import { Caller, Requires, type PersonPrincipal } from '@kantinekortet/identity';
import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AddStaffCardRequest, StaffCardDto, StaffCardsDto } from './staff-card.dto.ts';
import { StaffCardsService } from './staff-cards.service.ts';

@ApiTags('schools')
@Controller('schools/:schoolId/staff-cards')
@Requires('office')
export class StaffCardsController {
  private readonly staffCards: StaffCardsService;

  constructor(staffCards: StaffCardsService) {
    this.staffCards = staffCards;
  }

  @Get()
  @ApiOperation({ summary: 'How many of the staff have a wallet; they are listed as pupils of the kind staff' })
  @ApiOkResponse({ type: StaffCardsDto })
  summary(@Param('schoolId', ParseUUIDPipe) schoolId: string): Promise<StaffCardsDto> {
    return this.staffCards.summary(schoolId);
  }

  @Post()
  @ApiOperation({ summary: 'Let someone of the staff have a card' })
  @ApiCreatedResponse({ type: StaffCardDto })
  @ApiOkResponse({ type: StaffCardDto, description: 'The same holder again' })
  async add(
    @Caller() caller: PersonPrincipal,
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Body() request: AddStaffCardRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StaffCardDto> {
    const { isReplay, holder } = await this.staffCards.add(caller, schoolId, request);
    void reply.status(isReplay ? 200 : 201);
    return holder;
  }
}
