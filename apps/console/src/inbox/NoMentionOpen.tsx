import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../shared/EmptyState.js';
import { Footbridge } from '../shell/Footbridge.js';

/** The right side while no mention is open. */
export function NoMentionOpen({ onHelp }: { onHelp: () => void }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={<Footbridge size={44} />}
      title={t('inbox.noneOpen')}
      text={t('inbox.noneOpenText')}
      action={<Button onClick={onHelp}>{t('inbox.help.title')}</Button>}
    />
  );
}
