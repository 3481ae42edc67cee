import { Heading, Link as TextLink, Paragraph } from '@digdir/designsystemet-react';
import { QueryState } from '@kantinekortet/ui';
import { Plural, Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { useCaseCounts } from '../../components/cases/case-counts.ts';
import { useTopicNames, type ListedCase } from '../../components/cases/case-words.ts';
import { DueTag } from '../../components/cases/due-tag.tsx';
import styles from './overview.module.css';

const shownCount = 5;
const everyMs = 30_000;

/** The open cases that have waited longest: how many nobody has, how many are late, and the most pressing. */
export function WaitingCases() {
  const schoolId = useSchoolId();
  const counts = useCaseCounts(schoolId).data;
  const cases = api.query.useQuery(
    'get',
    '/schools/{schoolId}/support-cases',
    { params: { path: { schoolId }, query: { view: 'open', limit: shownCount } } },
    { refetchInterval: everyMs },
  );
  return (
    <section className="kk-stack" data-gap="3" aria-labelledby="venter">
      <Heading level={2} data-size="xs" id="venter">
        <Trans>Henvendelser som venter</Trans>
      </Heading>
      <QueryState query={cases}>
        {({ items }) =>
          items.length === 0 ? (
            <Paragraph className="kk-subtle">
              <Trans>Ingen venter på svar fra skolen.</Trans>
            </Paragraph>
          ) : (
            <>
              {counts && (
                <Paragraph>
                  <Plural value={counts.unassigned} one="# er ikke tildelt" other="# er ikke tildelt" />
                  {' · '}
                  <Plural value={counts.overdue} one="# er over fristen" other="# er over fristen" />
                </Paragraph>
              )}
              <ul className={styles.cases}>
                {items.map((one) => (
                  <WaitingCase key={one.id} one={one} />
                ))}
              </ul>
              <Paragraph>
                <TextLink asChild>
                  <Link to="/$schoolId/henvendelser" params={{ schoolId }} search={{ vis: 'open' }}>
                    <Trans>Se alle åpne</Trans>
                  </Link>
                </TextLink>
              </Paragraph>
            </>
          )
        }
      </QueryState>
    </section>
  );
}

function WaitingCase({ one }: { one: ListedCase }) {
  const schoolId = useSchoolId();
  const topics = useTopicNames();
  return (
    <li>
      <TextLink asChild>
        <Link to="/$schoolId/henvendelser" params={{ schoolId }} search={{ vis: 'open', sak: one.id }}>
          {one.number} · {topics[one.topic]} · {one.senderName}
        </Link>
      </TextLink>
      <span className="kk-row">
        <DueTag one={one} />
        <span className="kk-subtle">{one.assigneeName ?? <Trans>Ikke tildelt</Trans>}</span>
      </span>
    </li>
  );
}
