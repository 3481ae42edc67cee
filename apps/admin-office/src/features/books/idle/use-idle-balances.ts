import { api } from '../../../app/api.ts';
import { useSchoolId } from '../../../app/school.ts';

export function useIdleBalances() {
  const schoolId = useSchoolId();
  return api.query.useQuery('get', '/schools/{schoolId}/idle-balances', { params: { path: { schoolId } } });
}
