import type { Reply } from '@kantinekortet/api-client';
import { SavedFile } from '@kantinekortet/ui';

interface ReceivedFilesProps {
  items: Reply<'/support-cases/thread', 'post'>['files'];
  load: (fileId: string) => Promise<Blob | undefined>;
}

/** The files that an answer brought. */
export function ReceivedFiles({ items, load }: ReceivedFilesProps) {
  return items.map(({ id, fileName }) => <SavedFile key={id} fileName={fileName} load={() => load(id)} />);
}
