import { Body, Controller, Get, HttpCode, Ip, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '@kantinekortet/identity';
import {
  ContactAnswer,
  ContactRequest,
  ContactSchoolList,
  ThreadDto,
  ThreadKeyRequest,
  ThreadMessageRequest,
} from './contact.dto.ts';
import { ContactService } from './contact.service.ts';
import { ThreadsService } from './threads.service.ts';

/** Kontakt for everyone; the key of a thread comes in the body, so that no log keeps it. */
@ApiTags('support-cases')
@Public()
@Controller('support-cases')
export class ContactController {
  private readonly contact: ContactService;
  private readonly threads: ThreadsService;

  constructor(contact: ContactService, threads: ThreadsService) {
    this.contact = contact;
    this.threads = threads;
  }

  @Get('schools')
  @ApiOperation({ summary: 'The schools that one can write to' })
  @ApiOkResponse({ type: ContactSchoolList })
  async schools(): Promise<ContactSchoolList> {
    return { items: await this.contact.schools() };
  }

  @Post()
  @ApiOperation({ summary: 'Write to a school without signing in; a receipt comes by mail' })
  @ApiCreatedResponse({ type: ContactAnswer })
  write(@Body() request: ContactRequest, @Ip() address: string): Promise<ContactAnswer> {
    return this.contact.write(request, address);
  }

  @Post('thread')
  @HttpCode(200)
  @ApiOperation({ summary: 'Read a case by the link in its mails' })
  @ApiOkResponse({ type: ThreadDto })
  thread(@Body() { key }: ThreadKeyRequest): Promise<ThreadDto> {
    return this.threads.show(key);
  }

  @Post('thread/messages')
  @ApiOperation({ summary: 'Write more in a case by the link in its mails' })
  @ApiCreatedResponse({ type: ThreadDto })
  writeMore(@Body() { key, id, body }: ThreadMessageRequest, @Ip() address: string): Promise<ThreadDto> {
    return this.threads.writeByKey(key, { id, body }, address);
  }
}
