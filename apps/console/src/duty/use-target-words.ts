import { useTranslation } from 'react-i18next';
import type { PolicyTarget } from '#contract/escalation';
import type { Role } from '#platform/contract';
import { usePeople } from '../inbox/use-people.js';
import { useDepartmentName } from '../shared/DepartmentChips.js';

/** Whom a step asks, in words. */
export function useTargetWords(): (target: PolicyTarget) => string {
  const { t } = useTranslation();
  const people = usePeople();
  const departmentName = useDepartmentName();
  return (target) => {
    switch (target.kind) {
      case 'asked_on_call':
      case 'asked_lead':
      case 'stakeholder_owner':
        return t(`duty.target.${target.kind}`);
      case 'department':
        return t('duty.target.department', { name: departmentName(target.departmentId) });
      case 'person':
        return t('duty.target.person', {
          name: people.find(({ id }) => id === target.personId)?.name ?? '…',
        });
      case 'role':
        return t('duty.target.role', { name: t(`vocabulary.role.${target.role as Role}`) });
    }
  };
}
