import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

/** A PDF that exists in one request only. */
export interface PrintedFile {
  readonly fileName: string;
  readonly pdf: Buffer;
}

/** A PDF that is written while it is read. */
export interface StreamedFile {
  readonly fileName: string;
  readonly pdf: Readable;
}

/** Answers with a PDF to save. No cache on the way may keep it: it holds codes, or what a child has bought. */
export function sendPdf(reply: FastifyReply, { fileName, pdf }: PrintedFile | StreamedFile): StreamableFile {
  void reply.header('Cache-Control', 'no-store');
  const options = { type: 'application/pdf', disposition: `attachment; filename="${fileName}"` };
  return Buffer.isBuffer(pdf)
    ? new StreamableFile(pdf, { ...options, length: pdf.length })
    : new StreamableFile(pdf, options);
}
