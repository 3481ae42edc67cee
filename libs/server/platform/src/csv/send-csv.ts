import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

/** A table that is written while it is read. */
export interface CsvFile {
  readonly fileName: string;
  readonly lines: AsyncIterable<string>;
}

/** Answers with a table to save; no cache on the way may keep it. */
export function sendCsv(reply: FastifyReply, { fileName, lines }: CsvFile): StreamableFile {
  void reply.header('Cache-Control', 'no-store');
  const options = { type: 'text/csv; charset=utf-8', disposition: `attachment; filename="${fileName}"` };
  return new StreamableFile(Readable.from(lines, { objectMode: false }), options);
}
