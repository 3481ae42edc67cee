import { Alert, Details, Heading, List, Paragraph } from '@digdir/designsystemet-react';
import { DateTime } from '@kantinekortet/ui';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { Books, Finding } from './books.ts';
import { findingTexts, otherFinding } from './finding-texts.ts';

/** One green line, or a red list. */
export function ProofPanel({ proof, wholeAt }: Pick<Books, 'proof' | 'wholeAt'>) {
  if (proof === null) {
    return (
      <Alert data-color="info">
        <Paragraph>
          <Trans>Den første kontrollen av regnskapet kommer i natt.</Trans>
        </Paragraph>
      </Alert>
    );
  }
  const { findings, finishedAt } = proof;
  return (
    <Alert data-color={findings.length === 0 ? 'success' : 'danger'}>
      {findings.length === 0 ? (
        <Paragraph>
          <Trans>
            Regnskapet stemmer. Kontrollert <DateTime iso={finishedAt} />.
          </Trans>
        </Paragraph>
      ) : (
        <div className="kk-stack" data-gap="3">
          <Heading level={2} data-size="2xs">
            <Plural
              value={findings.length}
              one="Regnskapet stemmer ikke: # avvik"
              other="Regnskapet stemmer ikke: # avvik"
            />
          </Heading>
          <FindingList findings={findings} />
          <Paragraph>
            <Trans>
              Kontrollert <DateTime iso={finishedAt} />. Gi beskjed til den som drifter Kantinekortet hvis dere ikke vet
              hva det kommer av.
            </Trans>
          </Paragraph>
        </div>
      )}
      {wholeAt !== null && (
        <Paragraph className="kk-subtle" data-size="sm">
          <Trans>
            Hele historikken ble sist kontrollert <DateTime iso={wholeAt} />.
          </Trans>
        </Paragraph>
      )}
    </Alert>
  );
}

function FindingList({ findings }: { findings: readonly Finding[] }) {
  const { i18n } = useLingui();
  const groups = Map.groupBy(findings, ({ finding }) => i18n._(findingTexts[finding] ?? otherFinding));
  return (
    <List.Unordered>
      {[...groups].map(([text, members]) => (
        <List.Item key={text}>
          {text}
          <Details>
            <Details.Summary>
              <Plural value={members.length} one="Vis # rad" other="Vis # rader" />
            </Details.Summary>
            <Details.Content>
              <List.Unordered data-size="sm">
                {members.slice(0, 20).map(({ finding, subject, detail }) => (
                  <List.Item key={`${finding}${subject}`}>
                    <span lang="en">
                      {finding}: {subject}, {detail}
                    </span>
                  </List.Item>
                ))}
              </List.Unordered>
            </Details.Content>
          </Details>
        </List.Item>
      ))}
    </List.Unordered>
  );
}
