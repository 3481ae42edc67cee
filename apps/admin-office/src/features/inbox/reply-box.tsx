import '@digdir/designsystemet-web/toggle-group';
import {
  Alert,
  Button,
  Field,
  Label,
  Select,
  Textarea,
  ToggleGroup,
  ValidationMessage,
} from '@digdir/designsystemet-react';
import { keepDraft, ProblemAlert, readDraft, type ProblemTexts, useSingleFlight } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useSession } from '../../app/session.ts';
import { type Case, isKeyOf } from '../../components/cases/case-words.ts';
import { ReplyFiles } from './reply-files.tsx';
import type { Sent } from './undo-bar.tsx';
import { useWriteInCase } from './use-write-in-case.ts';

const maximumReplyLength = 20_000;
const fileRefused = msg`Vi kan bare sende PNG, JPEG, WebP og PDF, høyst 10 MB. Ingenting er sendt.`;
const texts: ProblemTexts = {
  case_moved_on: msg`Noen skrev i saken før deg. Les det som er nytt, og send igjen. Ingenting er sendt.`,
  file_refused: fileRefused,
  body_too_large: fileRefused,
  too_many_files: msg`Saken har så mange vedlegg som den kan ha. Ingenting er sendt.`,
};

interface ReplyBoxProps {
  one: Case;
  /** Of an answer that was taken back. */
  returnedFiles: readonly File[];
  onSent: (sent: Sent) => void;
  onClosed: () => void;
}

/** The field to answer or to note something in; a draft is kept for each case, whatever comes in between. */
export function ReplyBox({ one, returnedFiles, onSent, onClosed }: ReplyBoxProps) {
  const { t } = useLingui();
  const personId = useSession()?.person.id ?? '';
  const draftKey = `inbox.${personId}.${one.id}`;
  const [draft, setDraft] = useState(() => readReply(draftKey));
  const [files, setFiles] = useState(returnedFiles);
  const [isMissed, setIsMissed] = useState(false);
  // Of the last message that was there when the draft began: what came since is told before it is sent.
  const [beganAt, setBeganAt] = useState(one.seq);
  const write = useWriteInCase(one, draftKey);
  const arrived = one.messages.filter(({ seq }) => seq > beganAt);
  const thens = { waiting: t`Vent på svar`, closed: t`Lukk saken`, open: t`La den stå åpen` };

  function edit(change: Partial<typeof draft>) {
    const edited = { ...draft, ...change };
    if (draft.body === '') setBeganAt(one.seq);
    setDraft(edited);
    keepDraft(draftKey, edited);
  }

  const send = useSingleFlight(async () => {
    setIsMissed(draft.body.trim() === '');
    if (draft.body.trim() === '') return;
    const { kind, then } = draft;
    const status = kind === 'note' || !isKeyOf(thens, then) || then === one.status ? undefined : then;
    const answer = await write.send({ kind: kind === 'note' ? 'note' : 'reply', body: draft.body, files, status });
    if (!answer) return;
    setDraft({ ...draft, body: '' });
    setFiles([]);
    setBeganAt(answer.seq);
    if (kind !== 'note') {
      onSent({ id: answer.messageId, caseId: one.id, number: one.number, draftKey, draft, files });
    }
    if (status === 'closed') onClosed();
  });

  return (
    <form
      className="kk-panel kk-stack"
      data-gap="3"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
      }}
    >
      <ToggleGroup
        value={draft.kind}
        onChange={(kind) => edit({ kind })}
        aria-label={t`Hva vil du skrive?`}
        data-color="neutral"
      >
        <ToggleGroup.Item value="reply">{t`Svar`}</ToggleGroup.Item>
        <ToggleGroup.Item value="note">{t`Internt notat`}</ToggleGroup.Item>
      </ToggleGroup>
      <Field>
        <Label>{draft.kind === 'note' ? <Trans>Notat</Trans> : <Trans>Svar til {one.senderName}</Trans>}</Label>
        <Textarea
          rows={5}
          maxLength={maximumReplyLength}
          value={draft.body}
          aria-invalid={(isMissed && draft.body.trim() === '') || undefined}
          onChange={({ target: { value } }) => edit({ body: value })}
        />
        {isMissed && draft.body.trim() === '' && <ValidationMessage>{t`Skriv noe først`}</ValidationMessage>}
      </Field>
      <ReplyFiles files={files} isInternal={draft.kind === 'note'} onChange={setFiles} />
      <div role="status" className="kk-live">
        {draft.body !== '' && arrived.length > 0 && (
          <Alert data-color="warning" data-size="sm">
            <Trans>Dette er nytt siden du begynte å skrive:</Trans>
            {arrived.map(({ id, authorName, body }) => (
              <div key={id}>
                <strong>{authorName ?? one.senderName}:</strong> {body}
              </div>
            ))}
          </Alert>
        )}
      </div>
      <ProblemAlert error={write.error} texts={texts} />
      <div className="kk-row" data-gap="4">
        {draft.kind !== 'note' && (
          <Field>
            <Label>
              <Trans>Etterpå</Trans>
            </Label>
            <Select value={draft.then} onChange={({ target: { value } }) => edit({ then: value })}>
              {Object.entries(thens).map(([then, name]) => (
                <option key={then} value={then}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Button type="submit" loading={write.isPending}>
          {draft.kind === 'note' ? <Trans>Lagre notatet</Trans> : <Trans>Send svaret</Trans>}
        </Button>
        <span className="kk-subtle">
          <Trans>Ctrl + Enter sender</Trans>
        </span>
      </div>
    </form>
  );
}

function readReply(draftKey: string): { kind: string; body: string; then: string } {
  return { kind: 'reply', body: '', then: 'waiting', ...readDraft(draftKey) };
}
