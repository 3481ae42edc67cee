import { Readable } from 'node:stream';
import type { StreamedFile } from '@kantinekortet/platform/printing';
import type { Statement } from './statement-source.service.ts';
import { writeStatement } from './write-statement.ts';

/** A statement on paper. */
export function statementPaper({ head, rows }: Statement): StreamedFile {
  const pdf = Readable.from(writeStatement(head, rows), { objectMode: false });
  return { fileName: `kontoutskrift-${head.from}-${head.to}.pdf`, pdf };
}
