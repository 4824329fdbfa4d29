import { useTranslation } from 'react-i18next';
import { useSession } from '../session/session.js';

/** A colleague's name; “(you)” beside one's own, “the system” for nobody. */
export function PersonName({ person }: { person: { id: string; name: string } | null }) {
  const { t } = useTranslation();
  const session = useSession();
  if (!person) return <span>{t('common.system')}</span>;
  return (
    <span>
      {person.name}
      {person.id === session.person.id ? ` (${t('common.you')})` : ''}
    </span>
  );
}
