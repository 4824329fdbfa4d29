import Alert from '@mui/material/Alert';
import { useTranslation } from 'react-i18next';
import { useLiveState } from '../api/live.js';

export function OfflineBanner() {
  const { t } = useTranslation();
  if (useLiveState() !== 'offline') return null;
  return (
    <Alert severity="warning" square role="alert" sx={{ py: 0 }}>
      {t('shell.offlineBanner')}
    </Alert>
  );
}
