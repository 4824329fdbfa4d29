import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeCrm, type CrmConnectionView, passCrm } from '#contract/crm';
import { useChange } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { Section } from '../inbox/Section.js';
import { useMay } from '../session/session.js';
import { Fact, Facts } from '../shared/Facts.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { RelativeTime } from '../shared/RelativeTime.js';
import { ChangeCrmDialog } from './ChangeCrmDialog.js';
import { DisconnectCrmDialog } from './DisconnectCrmDialog.js';
import { TOUCHED } from './touched.js';

/** How the comparison goes, and what can be done with it. */
export function CrmStatus({ connection }: { connection: CrmConnectionView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const [dialog, setDialog] = useState<'change' | 'disconnect' | null>(null);
  const pass = useChange(passCrm, { touches: TOUCHED });
  const change = useChange(changeCrm, { touches: TOUCHED });
  const { state, direction, lastPass } = connection;
  const connects = may('sources.write');
  return (
    <Section heading="h2" title="HubSpot">
      {connection.problem ? (
        <Alert severity={state === 'needs_attention' ? 'error' : 'warning'} sx={{ mb: 1.5 }}>
          {connection.problem.detail}
        </Alert>
      ) : null}
      <Facts>
        <Fact name={t('crm.status')}>{t(`crm.state.${state}`)}</Fact>
        <Fact name={t('crm.account')}>{connection.account}</Fact>
        <Fact name={t('crm.directionLabel')}>{t(`crm.direction.${direction}`)}</Fact>
        <Fact name={t('crm.links')}>{format.number(connection.links)}</Fact>
        <Fact name={t('crm.last')}>
          {connection.lastPassAt ? <RelativeTime instant={connection.lastPassAt} /> : t('crm.never')}
          {lastPass ? (
            <Typography variant="body2" component="p">
              {t('crm.counts', {
                read: format.number(lastPass.read),
                in: format.number(lastPass.in),
                out: format.number(lastPass.out),
                archived: format.number(lastPass.archived),
              })}
            </Typography>
          ) : null}
        </Fact>
        {connection.toArchive > 0 ? (
          <Fact name={t('crm.toArchive')}>{format.number(connection.toArchive)}</Fact>
        ) : null}
      </Facts>
      <ProblemAlert error={pass.error ?? change.error} sx={{ mt: 1 }} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1.5 }}>
        {state === 'active' && (connects || may('contacts.write')) ? (
          <Button variant="contained" loading={pass.isPending} onClick={() => pass.mutate({})}>
            {t('crm.now')}
          </Button>
        ) : null}
        {connects ? (
          <>
            <Button
              loading={change.isPending}
              onClick={() =>
                change.mutate({ body: { direction, state: state === 'active' ? 'paused' : 'active' } })
              }
            >
              {state === 'active' ? t('crm.pause') : t('crm.resume')}
            </Button>
            <Button onClick={() => setDialog('change')}>{t('crm.change')}</Button>
            <Button color="error" onClick={() => setDialog('disconnect')}>
              {t('crm.disconnect')}
            </Button>
          </>
        ) : null}
      </Box>
      {dialog === 'change' ? (
        <ChangeCrmDialog connection={connection} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'disconnect' ? <DisconnectCrmDialog onClose={() => setDialog(null)} /> : null}
    </Section>
  );
}
