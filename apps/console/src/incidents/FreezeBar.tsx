import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { freezeForIncident, type IncidentDetail, releaseIncidentFreeze } from '#contract/crisis';
import { useChange } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { useMay } from '../session/session.js';
import { ReasonDialog } from './ReasonDialog.js';
import { TOUCHED } from './touched.js';

/** Whether other publications are held, by whom, and how many wait; the lead ends it. */
export function FreezeBar({ incident }: { incident: IncidentDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const [asking, setAsking] = useState<'freeze' | 'release' | null>(null);
  const close = () => setAsking(null);
  const freeze = useChange(freezeForIncident, { touches: TOUCHED, onDone: close });
  const release = useChange(releaseIncidentFreeze, { touches: TOUCHED, onDone: close });
  const { freeze: held } = incident;
  const frozen = held !== null && held.releasedAt === null;
  const runs = may('incidents.run') && incident.state !== 'closed';
  const act = asking === 'release' ? release : freeze;
  const params = { incidentId: incident.id };
  if (!frozen && !runs) return null;
  return (
    <>
      {frozen ? (
        <Alert
          severity="info"
          action={
            runs ? (
              <Button color="inherit" size="small" onClick={() => setAsking('release')}>
                {t('incidents.release')}
              </Button>
            ) : undefined
          }
        >
          {t('incidents.frozen', { time: format.time(held.frozenAt), name: held.by?.name ?? '' })}
          {held.held > 0 ? ` · ${t('incidents.held', { count: held.held })}` : ''}
        </Alert>
      ) : (
        <Box>
          <Button size="small" onClick={() => setAsking('freeze')}>
            {t('incidents.freeze')}
          </Button>
        </Box>
      )}
      {asking ? (
        <ReasonDialog
          title={t(`incidents.${asking}`)}
          confirm={t(`incidents.${asking}`)}
          text={asking === 'freeze' ? t('incidents.freezeHint') : undefined}
          busy={act.isPending}
          error={act.error}
          onReason={(reason) => act.mutate({ params, body: { reason } })}
          onClose={close}
        />
      ) : null}
    </>
  );
}
