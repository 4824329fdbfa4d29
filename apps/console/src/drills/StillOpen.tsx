import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { closeCaused, type DrillDetail, readCaused } from '#contract/drills';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { RelativeTime } from '../shared/RelativeTime.js';
import { CausedList } from './CausedList.js';
import { TOUCHED } from './touched.js';

/** For whoever runs drills: what one that is over has left open, and closing it all. */
export function StillOpen({ drill }: { drill: DrillDetail }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const params = { drillId: drill.id };
  const caused = useEndpoint(readCaused, { params });
  const close = useChange(closeCaused, { touches: TOUCHED, onDone: () => setAsking(false) });
  const { closing } = drill;
  const items = caused.data?.items ?? [];
  if (closing && closing.doneAt === null)
    return (
      <Alert severity="info" role="status">
        {t('drills.caused.closing', { name: closing.by.name })}
      </Alert>
    );
  if (items.length === 0)
    return closing?.doneAt ? (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('drills.caused.closed', { name: closing.by.name })} <RelativeTime instant={closing.doneAt} />
      </Typography>
    ) : null;
  return (
    <Alert severity="warning">
      <Typography variant="body2" sx={{ mb: 0.5 }}>
        {t('drills.caused.stillOpen')}
      </Typography>
      <CausedList items={items} />
      <Button size="small" variant="outlined" color="inherit" sx={{ mt: 1 }} onClick={() => setAsking(true)}>
        {t('drills.caused.closeNow')}
      </Button>
      {asking ? (
        <ConfirmDialog
          open
          title={t('drills.caused.closeTitle')}
          confirm={t('drills.caused.closeNow')}
          busy={close.isPending}
          error={close.error}
          onConfirm={() => close.mutate({ params })}
          onClose={() => setAsking(false)}
        >
          <Typography variant="body2">{t('drills.caused.closeText')}</Typography>
        </ConfirmDialog>
      ) : null}
    </Alert>
  );
}
