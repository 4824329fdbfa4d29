import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DrillDetail, type Lessons, writeLessons } from '#contract/drills';
import { useChange } from '../api/use-endpoint.js';
import { Section } from '../inbox/Section.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { TOUCHED } from './touched.js';

const PARTS = ['worked', 'failed', 'next'] as const satisfies readonly (keyof Lessons)[];

/** What the team takes away; to be read once the debriefing is closed. */
export function LessonsForm({ drill, runs }: { drill: DrillDetail; runs: boolean }) {
  const { t } = useTranslation();
  const [lessons, setLessons] = useState<Lessons>(drill.lessons ?? { worked: '', failed: '', next: '' });
  const save = useChange(writeLessons, { touches: TOUCHED });
  if (!runs || drill.state === 'debriefed')
    return (
      <Section heading="h2" title={t('drills.lessons.title')}>
        {PARTS.map((part) => (
          <Box key={part} sx={{ mb: 1 }}>
            <Typography variant="body2" component="h3" sx={{ fontWeight: 600, m: 0 }}>
              {t(`drills.lessons.${part}`)}
            </Typography>
            <Typography variant="body2" sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
              {drill.lessons?.[part] || t('drills.lessons.none')}
            </Typography>
          </Box>
        ))}
      </Section>
    );
  return (
    <Section heading="h2" title={t('drills.lessons.title')}>
      <Box
        component="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!save.isPending) save.mutate({ params: { drillId: drill.id }, body: lessons });
        }}
        sx={{ display: 'grid', gap: 2, pt: 1, gridTemplateColumns: 'minmax(0, 1fr)' }}
      >
        {PARTS.map((part) => (
          <TextField
            key={part}
            multiline
            minRows={2}
            label={t(`drills.lessons.${part}`)}
            value={lessons[part]}
            onChange={({ target }) => setLessons({ ...lessons, [part]: target.value })}
            slotProps={{ htmlInput: { maxLength: 4000 } }}
          />
        ))}
        <ProblemAlert error={save.error} />
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
          <Button type="submit" variant="outlined" loading={save.isPending}>
            {t('drills.lessons.save')}
          </Button>
          <Typography variant="caption" role="status">
            {save.isSuccess ? t('drills.lessons.saved') : ''}
          </Typography>
        </Box>
      </Box>
    </Section>
  );
}
