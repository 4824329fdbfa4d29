import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { disconnectCrm } from '#contract/crm';
import { useChange } from '../api/use-endpoint.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { useNotify } from '../shared/Notices.js';
import { TOUCHED } from './touched.js';

export function DisconnectCrmDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const disconnect = useChange(disconnectCrm, {
    touches: TOUCHED,
    onDone: () => {
      notify({ text: t('crm.disconnected') });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      title={t('crm.disconnectTitle')}
      confirm={t('crm.disconnect')}
      colour="error"
      busy={disconnect.isPending}
      error={disconnect.error}
      onConfirm={() => disconnect.mutate({})}
      onClose={onClose}
    >
      <Typography variant="body2">{t('crm.disconnectText')}</Typography>
    </ConfirmDialog>
  );
}
