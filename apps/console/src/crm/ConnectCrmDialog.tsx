import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { connectCrm, tryCrm } from '#contract/crm';
import type { Direction } from '#rules/crm';
import { useChange } from '../api/use-endpoint.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { useNotify } from '../shared/Notices.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { DirectionField } from './DirectionField.js';
import { TOUCHED } from './touched.js';

/** Connecting HubSpot: what to create there, a live check, and what will be made there. */
export function ConnectCrmDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const [token, setToken] = useState('');
  const [baseAddress, setBaseAddress] = useState('https://api.hubapi.com');
  const [allowPrivate, setAllowPrivate] = useState(false);
  const [direction, setDirection] = useState<Direction>('both');
  const [consent, setConsent] = useState(false);
  const access = { token, baseAddress, allowPrivate };
  const check = useChange(tryCrm);
  const connect = useChange(connectCrm, {
    touches: TOUCHED,
    onDone: () => {
      notify({ text: t('crm.connected') });
      onClose();
    },
  });
  const checked = JSON.stringify(check.variables?.body) === JSON.stringify(access);
  return (
    <ConfirmDialog
      open
      title={t('crm.connect')}
      confirm={t('crm.connect')}
      busy={connect.isPending}
      disabled={token.trim() === '' || !consent}
      error={connect.error}
      onConfirm={() => connect.mutate({ body: { ...access, direction, consent: true } })}
      onClose={onClose}
    >
      <Stack spacing={2} sx={{ pt: 1 }}>
        <Box
          component="ol"
          sx={{ m: 0, paddingInlineStart: 3, typography: 'body2', color: 'text.secondary' }}
        >
          {t('crm.guide')
            .split('\n')
            .map((step) => (
              <Box component="li" key={step} sx={{ overflowWrap: 'anywhere' }}>
                {step}
              </Box>
            ))}
        </Box>
        <TextField
          autoFocus
          required
          type="password"
          autoComplete="off"
          label={t('crm.token')}
          value={token}
          onChange={({ target }) => setToken(target.value)}
        />
        <TextField
          required
          type="url"
          label={t('crm.address')}
          value={baseAddress}
          onChange={({ target }) => setBaseAddress(target.value)}
        />
        <FormControlLabel
          control={<Checkbox checked={allowPrivate} onChange={(_, on) => setAllowPrivate(on)} />}
          label={t('crm.allowPrivate')}
        />
        <Box>
          <Button
            variant="outlined"
            disabled={token.trim() === ''}
            loading={check.isPending}
            onClick={() => check.mutate({ body: access })}
          >
            {t('crm.check')}
          </Button>
        </Box>
        {checked ? <ProblemAlert error={check.error} /> : null}
        {checked && check.data ? (
          <Alert severity="success" role="status">
            {t('crm.checked', { account: check.data.account })}
          </Alert>
        ) : null}
        <DirectionField value={direction} onChange={setDirection} />
        <Typography variant="body2">{t('crm.goes')}</Typography>
        <FormControlLabel
          control={<Checkbox checked={consent} onChange={(_, on) => setConsent(on)} />}
          label={t('crm.consent')}
          sx={{ '& .MuiFormControlLabel-label': { overflowWrap: 'anywhere' } }}
        />
      </Stack>
    </ConfirmDialog>
  );
}
