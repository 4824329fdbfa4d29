import { useTranslation } from 'react-i18next';
import type { InvitationPolicy } from '#contract/colleagues';
import { useLevelWord } from '../incidents/use-level-word.js';

type Rules = Pick<InvitationPolicy, 'levelMax' | 'departmentIds' | 'confirm'>;

/** A policy in sentences, for people who never saw one: what may be asked, of whom, and who reads it before it leaves. */
export function usePolicyText(): (rules: Rules) => string {
  const { t } = useTranslation();
  const word = useLevelWord();
  return ({ levelMax, departmentIds, confirm }) =>
    [
      t('colleagues.policyUpTo', { level: levelMax, word: word(levelMax) }),
      ...(departmentIds.length > 0 ? [t('colleagues.policySome')] : []),
      t(confirm ? 'colleagues.policyLook' : 'colleagues.policyNoLook'),
    ].join(' ');
}
