import { useTranslation } from 'react-i18next';
import type { MyInvitation } from '#contract/colleagues';

type Standing = Pick<MyInvitation, 'state' | 'mine' | 'passed' | 'takenBy'>;

/** Whether I can still answer. */
export function waitsForMe({ state, mine, passed }: Standing): boolean {
  return !passed && (state === 'open' || (state === 'taken' && mine));
}

/** Where an invitation stands, in the words of whoever was asked. */
export function useInvitationState(): (invitation: Standing) => string {
  const { t } = useTranslation();
  return ({ state, mine, passed, takenBy }) => {
    if (passed) return t('invitations.state.passed');
    if (state === 'taken' && !mine) return t('invitations.state.other', { name: takenBy ?? '' });
    return t(`invitations.state.${state}`);
  };
}

/** Why there is nothing more to do; null while I can answer, and where my own reply says it. */
export function useWhyOver(): (invitation: Standing) => string | null {
  const { t } = useTranslation();
  return (invitation) => {
    const { state, mine, passed, takenBy } = invitation;
    if (waitsForMe(invitation) || (mine && (state === 'answered' || state === 'returned'))) return null;
    if (passed) return t('invitations.over.passed');
    if (state === 'open') return null;
    return t(`invitations.over.${state}`, { name: takenBy ?? '' });
  };
}
