import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import type { Act } from './AskDialogs.js';

/** Takes on to write a missing answer: its draft begins with what was asked, so nothing is written here. */
export function BeginDialog({
  act,
  onBegin,
  onClose,
}: {
  act: Act;
  onBegin: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <ConfirmDialog
      open
      title={t('escalations.writeTitle')}
      confirm={t('escalations.writeAnswer')}
      busy={act.isPending}
      error={act.error}
      onConfirm={onBegin}
      onClose={onClose}
    >
      <Typography variant="body2">{t('escalations.beginHint')}</Typography>
    </ConfirmDialog>
  );
}
