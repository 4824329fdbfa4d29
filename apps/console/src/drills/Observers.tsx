import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DrillDetail, scoreDrill } from '#contract/drills';
import { OBSERVED, type ObservedCriterion } from '#rules/drills';
import { useChange } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { Section } from '../inbox/Section.js';
import { useSession } from '../session/session.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { NumberField } from '../workshops/NumberField.js';
import { TOUCHED } from './touched.js';

/** What only people can judge, observer by observer. */
export function Observers({ drill, runs }: { drill: DrillDetail; runs: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const scores = runs && drill.state !== 'debriefed';
  return (
    <Section heading="h2" title={t('drills.observe.title')}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('drills.observe.lead')}
      </Typography>
      {OBSERVED.map((criterion) => {
        const given = drill.observations.filter((one) => one.criterion === criterion);
        return (
          <Box key={criterion} sx={{ py: 1.25, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
            <Typography variant="body2" component="h3" sx={{ fontWeight: 600, m: 0 }}>
              {t(`drills.criterion.${criterion}`)}
            </Typography>
            <Typography variant="caption" component="p" sx={{ m: 0, color: 'text.secondary' }}>
              {t(`drills.explain.${criterion}`)}
            </Typography>
            {given.length === 0 && !scores ? (
              <Typography variant="body2">{t('drills.observe.none')}</Typography>
            ) : null}
            {given.map((one) => (
              <Typography variant="body2" key={one.by.id} sx={{ overflowWrap: 'anywhere' }}>
                {t('drills.observe.by', { name: one.by.name, score: format.number(one.score) })}
                {one.note ? ` · ${one.note}` : ''}
              </Typography>
            ))}
            {scores ? <OwnScore drill={drill} criterion={criterion} /> : null}
          </Box>
        );
      })}
    </Section>
  );
}

function OwnScore({ drill, criterion }: { drill: DrillDetail; criterion: ObservedCriterion }) {
  const { t } = useTranslation();
  const { person } = useSession();
  const own = drill.observations.find((one) => one.criterion === criterion && one.by.id === person.id);
  const [score, setScore] = useState(own?.score ?? 50);
  const [note, setNote] = useState(own?.note ?? '');
  const save = useChange(scoreDrill, { touches: TOUCHED });
  const name = t(`drills.criterion.${criterion}`);
  return (
    <Box
      component="form"
      noValidate
      aria-label={name}
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isPending) save.mutate({ params: { drillId: drill.id, criterion }, body: { score, note } });
      }}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mt: 1 }}
    >
      <Box sx={{ width: 110 }}>
        <NumberField
          label={t('drills.observe.score')}
          value={score}
          least={0}
          most={100}
          onChange={setScore}
        />
      </Box>
      <TextField
        label={t('drills.observe.note')}
        value={note}
        onChange={({ target }) => setNote(target.value)}
        slotProps={{ htmlInput: { maxLength: 500 } }}
        sx={{ flex: '1 1 160px' }}
      />
      <Button type="submit" variant="outlined" loading={save.isPending}>
        {t('drills.observe.save')}
      </Button>
      <Typography variant="caption" role="status">
        {save.isSuccess ? t('drills.observe.saved') : ''}
      </Typography>
      <ProblemAlert error={save.error} />
    </Box>
  );
}
