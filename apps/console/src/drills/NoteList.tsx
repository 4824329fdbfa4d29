import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DrillDetail, noteInDrill } from '#contract/drills';
import { useChange } from '../api/use-endpoint.js';
import { Section } from '../inbox/Section.js';
import { useMay } from '../session/session.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { scenarioClock } from './scenario-time.js';
import { TOUCHED } from './touched.js';

/** What was seen and when; another line while the drill is not closed. */
export function NoteList({ drill }: { drill: DrillDetail }) {
  const { t } = useTranslation();
  const writes = useMay()('drills.run') && drill.state !== 'debriefed';
  const [text, setText] = useState('');
  const note = useChange(noteInDrill, { touches: TOUCHED, onDone: () => setText('') });
  return (
    <Section heading="h2" title={t('drills.note.title')}>
      {writes ? (
        <Box
          component="form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== '' && !note.isPending)
              note.mutate({ params: { drillId: drill.id }, body: { text } });
          }}
          sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', mb: 1 }}
        >
          <TextField
            fullWidth
            size="small"
            label={t('drills.note.label')}
            value={text}
            onChange={({ target }) => setText(target.value)}
            slotProps={{ htmlInput: { maxLength: 1000 } }}
          />
          <Button type="submit" variant="outlined" loading={note.isPending} sx={{ flexShrink: 0 }}>
            {t('drills.note.add')}
          </Button>
        </Box>
      ) : null}
      <ProblemAlert error={note.error} />
      {drill.notes.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('drills.note.none')}
        </Typography>
      ) : (
        <Box component="ul" aria-label={t('drills.note.title')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {[...drill.notes].reverse().map((one) => (
            <Typography
              component="li"
              variant="body2"
              key={one.id}
              sx={{ py: 0.5, overflowWrap: 'anywhere' }}
            >
              <Box component="span" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
                {scenarioClock(one.elapsedMs)} · {one.by.name}
              </Box>{' '}
              {one.text}
            </Typography>
          ))}
        </Box>
      )}
    </Section>
  );
}
