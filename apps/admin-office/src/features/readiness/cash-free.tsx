import { Field, Label, Select } from '@digdir/designsystemet-react';
import { PageHeader, QueryState } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { Figures } from './figures.tsx';
import { needOf, type Need, type Readiness } from './readiness.ts';
import { Remind } from './remind.tsx';
import { UnreadyPupils } from './unready-pupils.tsx';
import styles from './readiness.module.css';

const route = getRouteApi('/$schoolId/klar');

/** Who is not ready for the day that cash ends, and how they are told. */
export function CashFree() {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const readiness = api.query.useQuery('get', '/schools/{schoolId}/cash-free-readiness', {
    params: { path: { schoolId } },
  });
  return (
    <div className="kk-stack" data-gap="6">
      <PageHeader title={t`Klar for kontantfritt`}>
        <Trans>Elevene trenger kort, en foresatt med profil eller betaling på kontoret, og penger til en lunsj.</Trans>
      </PageHeader>
      <QueryState query={readiness}>{(found) => <Overview readiness={found} />}</QueryState>
    </div>
  );
}

function Overview({ readiness }: { readiness: Readiness }) {
  const { t } = useLingui();
  const { mangler, klasse } = route.useSearch();
  const navigate = useNavigate({ from: '/$schoolId/klar' });
  const need = needOf(mangler);
  const chosenClass = readiness.classes.find(({ classId }) => classId === klasse);
  const counts = chosenClass ?? readiness;
  const choose = (next: { need: Need | undefined; classId: string | undefined }) =>
    void navigate({
      search: {
        ...(next.need !== undefined && { mangler: next.need }),
        ...(next.classId !== undefined && { klasse: next.classId }),
      },
      replace: true,
    });
  return (
    <>
      <Field className={styles.class ?? ''}>
        <Label htmlFor="klasse">
          <Trans>Klasse</Trans>
        </Label>
        <Select
          id="klasse"
          value={chosenClass?.classId ?? ''}
          onChange={({ target }) => choose({ need, classId: target.value || undefined })}
        >
          <option value="">{t`Alle klasser`}</option>
          {readiness.classes.map(({ classId, className }) => (
            <option key={classId} value={classId}>
              {className}
            </option>
          ))}
        </Select>
      </Field>
      <Figures
        counts={counts}
        lunchFloorOre={readiness.lunchFloorOre}
        need={need}
        onChoose={(next) => choose({ need: next, classId: chosenClass?.classId })}
      />
      <Remind counts={counts} classId={chosenClass?.classId} />
      <UnreadyPupils need={need} classId={chosenClass?.classId} />
    </>
  );
}
