import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeJoinLink, readJoinLink } from '#contract/workshops';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { Section } from '../inbox/Section.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { QrCode } from './QrCode.js';

/** How people come in: a code to scan, a link to send, and how to end it. */
export function JoinCard({ workshopId }: { workshopId: string }) {
  const { t } = useTranslation();
  const params = { workshopId };
  const [asked, setAsked] = useState<'renew' | 'revoke' | null>(null);
  const [copied, setCopied] = useState(false);
  const reading = useEndpoint(readJoinLink, { params });
  const change = useChange(changeJoinLink, {
    touches: [readJoinLink],
    onDone: () => {
      setAsked(null);
      setCopied(false);
    },
  });
  const path = reading.data?.path ?? null;
  const here = path === null ? null : new URL(path, window.location.origin).toString();
  const address = reading.data?.address ?? here;
  return (
    <Section heading="h2" title={t('workshops.join.title')}>
      <ProblemAlert error={reading.error} />
      {address ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
          <Box sx={{ flex: '1 1 180px', maxWidth: 260 }}>
            <QrCode address={address} label={t('workshops.join.code')} />
          </Box>
          <Box sx={{ flex: '1 1 200px', display: 'grid', gap: 1, alignContent: 'start', minWidth: 0 }}>
            <Typography variant="body2">{t('workshops.join.text')}</Typography>
            <Typography
              component="code"
              sx={{ fontFamily: 'monospace', fontSize: '0.8125rem', overflowWrap: 'anywhere' }}
            >
              {address}
            </Typography>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
              <Button
                variant="outlined"
                onClick={() => void navigator.clipboard.writeText(address).then(() => setCopied(true))}
              >
                {t(copied ? 'common.copied' : 'common.copy')}
              </Button>
              <Button onClick={() => setAsked('renew')}>{t('workshops.join.renew')}</Button>
              <Button color="error" onClick={() => setAsked('revoke')}>
                {t('workshops.join.revoke')}
              </Button>
            </Box>
          </Box>
        </Box>
      ) : null}
      {reading.data && !address ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
          <Typography variant="body2">{t('workshops.join.none')}</Typography>
          <Button onClick={() => setAsked('renew')}>{t('workshops.join.renew')}</Button>
        </Box>
      ) : null}
      <ConfirmDialog
        open={asked !== null}
        title={t(asked === 'revoke' ? 'workshops.join.revokeTitle' : 'workshops.join.renewTitle')}
        confirm={t(asked === 'revoke' ? 'workshops.join.revoke' : 'workshops.join.renew')}
        busy={change.isPending}
        error={change.error}
        onConfirm={() => asked && change.mutate({ params, body: { action: asked } })}
        onClose={() => setAsked(null)}
      >
        {t('workshops.join.changeText')}
      </ConfirmDialog>
    </Section>
  );
}
