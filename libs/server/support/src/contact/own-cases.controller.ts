import { Body, Controller, Get, Ip, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, Requires, type PersonPrincipal } from '@kantinekortet/identity';
import { ContactAnswer, OwnCaseList, OwnContactRequest, OwnMessageRequest, ThreadDto } from './contact.dto.ts';
import { ContactService } from './contact.service.ts';
import { ThreadsService } from './threads.service.ts';

@ApiTags('guardians')
@Requires('guardian')
@Controller('guardians/me/support-cases')
export class OwnCasesController {
  private readonly contact: ContactService;
  private readonly threads: ThreadsService;

  constructor(contact: ContactService, threads: ThreadsService) {
    this.contact = contact;
    this.threads = threads;
  }

  @Get()
  @ApiOperation({ summary: "One's own cases, newest first" })
  @ApiOkResponse({ type: OwnCaseList })
  async list(@Caller() caller: PersonPrincipal): Promise<OwnCaseList> {
    return { items: await this.threads.ofPerson(caller) };
  }

  @Post()
  @ApiOperation({ summary: 'Write to the school about a child; a lost card that is named is blocked at once' })
  @ApiCreatedResponse({ type: ContactAnswer })
  write(
    @Caller() caller: PersonPrincipal,
    @Body() request: OwnContactRequest,
    @Ip() address: string,
  ): Promise<ContactAnswer> {
    return this.contact.writeSignedIn(caller, request, address);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One case with what was written' })
  @ApiOkResponse({ type: ThreadDto })
  show(@Caller() caller: PersonPrincipal, @Param('id', ParseUUIDPipe) id: string): Promise<ThreadDto> {
    return this.threads.showOwn(caller, id);
  }

  @Post(':id/messages')
  @ApiOperation({ summary: 'Write more in a case' })
  @ApiCreatedResponse({ type: ThreadDto })
  writeMore(
    @Caller() caller: PersonPrincipal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() message: OwnMessageRequest,
    @Ip() address: string,
  ): Promise<ThreadDto> {
    return this.threads.writeOwn(caller, id, message, address);
  }
}
