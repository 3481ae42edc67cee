import { Body, Controller, Get, Headers, Param, ParseUUIDPipe, Post, Query, Res, StreamableFile } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { Caller, Public, Requires, type PersonPrincipal } from '@kantinekortet/identity';
import type { FastifyReply } from 'fastify';
import { ThreadsService } from '../contact/threads.service.ts';
import { FileRefused } from '../support.errors.ts';
import { StoredFileDto, UploadFileQuery } from './attachment.dto.ts';
import { AttachmentsService, type StoredFile } from './attachments.service.ts';
import { fileKinds } from './file-kind.ts';

const file = { schema: { type: 'string', format: 'binary' } } as const;

/** Files of a case: up from the sender or a colleague, down for the colleagues; for the sender what an answer brought. */
@ApiTags('support-cases')
@Controller()
export class AttachmentsController {
  private readonly attachments: AttachmentsService;
  private readonly threads: ThreadsService;

  constructor(attachments: AttachmentsService, threads: ThreadsService) {
    this.attachments = attachments;
    this.threads = threads;
  }

  @Post('schools/:schoolId/support-cases/:id/attachments')
  @Requires('support')
  @ApiOperation({
    summary: 'Put a picture or a PDF into a case; it stays at the school until an answer takes it along',
  })
  @ApiConsumes('application/octet-stream')
  @ApiBody(file)
  @ApiCreatedResponse({ type: StoredFileDto })
  add(
    @Caller() { personId }: PersonPrincipal,
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Param('id', ParseUUIDPipe) caseId: string,
    @Query() { fileName }: UploadFileQuery,
    @Body() bytes: unknown,
  ): Promise<StoredFileDto> {
    return this.attachments.add({ schoolId, caseId }, personId, fileName, fileBytes(bytes));
  }

  @Post('support-cases/thread/attachments')
  @Public()
  @ApiOperation({ summary: 'Put a picture or a PDF into a case by the link in its mails; it is open again then' })
  @ApiHeader({ name: 'Case-Key', required: true, description: 'From the link in the mail' })
  @ApiConsumes('application/octet-stream')
  @ApiBody(file)
  @ApiCreatedResponse({ type: StoredFileDto })
  async addByKey(
    @Headers('case-key') key: string | undefined,
    @Query() { fileName }: UploadFileQuery,
    @Body() bytes: unknown,
  ): Promise<StoredFileDto> {
    return this.attachments.addByKey(key ?? '', fileName, fileBytes(bytes));
  }

  @Post('guardians/me/support-cases/:id/attachments')
  @Requires('guardian')
  @ApiOperation({ summary: "Put a picture or a PDF into one's own case, which is open again then" })
  @ApiConsumes('application/octet-stream')
  @ApiBody(file)
  @ApiCreatedResponse({ type: StoredFileDto })
  async addOwn(
    @Caller() caller: PersonPrincipal,
    @Param('id', ParseUUIDPipe) caseId: string,
    @Query() { fileName }: UploadFileQuery,
    @Body() bytes: unknown,
  ): Promise<StoredFileDto> {
    return this.attachments.addOwn(await this.threads.ownPlace(caller, caseId), fileName, fileBytes(bytes));
  }

  @Get('schools/:schoolId/support-cases/:id/attachments/:attachmentId')
  @Requires('support')
  @ApiOperation({ summary: 'Save a file. It is never shown on a page of ours' })
  @ApiProduces(...fileKinds)
  @ApiOkResponse(file)
  async get(
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Param('id', ParseUUIDPipe) caseId: string,
    @Param('attachmentId', ParseUUIDPipe) attachmentId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return asDownload(reply, await this.attachments.get({ schoolId, caseId }, attachmentId));
  }

  @Get('support-cases/thread/attachments/:attachmentId')
  @Public()
  @ApiOperation({ summary: 'Save a file that an answer brought, by the link in the mails of its case' })
  @ApiHeader({ name: 'Case-Key', required: true, description: 'From the link in the mail' })
  @ApiProduces(...fileKinds)
  @ApiOkResponse(file)
  async getByKey(
    @Headers('case-key') key: string | undefined,
    @Param('attachmentId', ParseUUIDPipe) attachmentId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return asDownload(reply, await this.attachments.getByKey(key ?? '', attachmentId));
  }

  @Get('guardians/me/support-cases/:id/attachments/:attachmentId')
  @Requires('guardian')
  @ApiOperation({ summary: "Save a file that an answer brought to one's own case" })
  @ApiProduces(...fileKinds)
  @ApiOkResponse(file)
  async getOwn(
    @Caller() caller: PersonPrincipal,
    @Param('id', ParseUUIDPipe) caseId: string,
    @Param('attachmentId', ParseUUIDPipe) attachmentId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return asDownload(
      reply,
      await this.attachments.getReceived(await this.threads.ownPlace(caller, caseId), attachmentId),
    );
  }
}

/** Saved, never shown on a page of ours: what somebody has sent may hold anything. */
function asDownload(reply: FastifyReply, { fileName, contentType, bytes }: StoredFile): StreamableFile {
  void reply.header('Content-Security-Policy', "default-src 'none'; sandbox");
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`;
  return new StreamableFile(bytes, { type: contentType, disposition, length: bytes.length });
}

function fileBytes(body: unknown): Buffer {
  if (!Buffer.isBuffer(body)) throw new FileRefused();
  return body;
}
