import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askTrainingFault, listTrainingFaults, TRAINING_FAULTS } from '#contract/networks';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { Section } from '../inbox/Section.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';

/** For drills: what the training network shall do wrong with the next replies. */
export function FaultControl() {
  const { t } = useTranslation();
  const [fault, setFault] = useState<(typeof TRAINING_FAULTS)[number]>('post_deleted');
  const waiting = useEndpoint(listTrainingFaults, {}, { refetchInterval: 10_000 });
  const ask = useChange(askTrainingFault, { touches: [listTrainingFaults] });
  const items = waiting.data?.items ?? [];
  return (
    <Section heading="h2" title={t('training.faultTitle')}>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1.5 }}>
        {t('training.faultText')}
      </Typography>
      <Box sx={{ display: 'grid', gap: 1 }}>
        <TextField
          select
          label={t('training.fault')}
          value={fault}
          onChange={({ target }) =>
            setFault(TRAINING_FAULTS.find((one) => one === target.value) ?? 'post_deleted')
          }
        >
          {TRAINING_FAULTS.map((one) => (
            <MenuItem key={one} value={one}>
              {t(`training.faults.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        <Button variant="outlined" loading={ask.isPending} onClick={() => ask.mutate({ body: { fault } })}>
          {t('training.faultAsk')}
        </Button>
        {items.length > 0 ? (
          <>
            <Typography variant="body2" role="status">
              {t('training.faultWaiting', {
                list: items.map((one) => t(`training.faults.${one}`)).join(', '),
              })}
            </Typography>
            <Button size="small" onClick={() => ask.mutate({ body: { fault: null } })}>
              {t('training.faultClear')}
            </Button>
          </>
        ) : null}
        <ProblemAlert error={ask.error} />
      </Box>
    </Section>
  );
}
