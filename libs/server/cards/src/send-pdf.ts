import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { PrintedFile } from './printing/print.ts';

/** Answers with a PDF to save. No cache on the way may keep it: it holds codes. */
export function sendPdf(reply: FastifyReply, { fileName, pdf }: PrintedFile): StreamableFile {
  void reply.header('Cache-Control', 'no-store');
  const disposition = `attachment; filename="${fileName}"`;
  return new StreamableFile(pdf, { type: 'application/pdf', disposition, length: pdf.length });
}
