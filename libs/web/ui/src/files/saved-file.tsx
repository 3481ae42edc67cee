import { Button } from '@digdir/designsystemet-react';
import { Trans } from '@lingui/react/macro';
import { PaperclipIcon } from '@navikt/aksel-icons';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ProblemAlert } from '../feedback/problem-alert.tsx';
import { download } from './download.ts';

interface SavedFileProps {
  fileName: string;
  load: () => Promise<Blob | undefined>;
  /** What else is known of it. */
  children?: ReactNode;
}

/** A file that somebody has sent. Saved, never shown: the reader chooses which program opens it. */
export function SavedFile({ fileName, load, children }: SavedFileProps) {
  const save = useMutation({
    mutationFn: async () => {
      const file = await load();
      if (file) download(file, fileName);
    },
  });
  return (
    <div className="kk-stack" data-gap="2">
      <div className="kk-row">
        <Button
          variant="tertiary"
          className="kk-file"
          loading={save.isPending}
          onClick={() => save.isPending || save.mutate()}
        >
          <PaperclipIcon aria-hidden />
          <Trans>Last ned {fileName}</Trans>
        </Button>
        {children !== undefined && <span className="kk-row kk-file-facts">{children}</span>}
      </div>
      <ProblemAlert error={save.error} />
    </div>
  );
}
