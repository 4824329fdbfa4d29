import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ReviewView, saveReview } from '#contract/crisis';
import { useChange } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { REVIEW_PARTS } from './ReviewText.js';
import { TOUCHED } from './touched.js';

/** Writes the review. Somebody else's words are never overwritten: it is saved on the version one started from. */
export function ReviewForm({ incidentId, review }: { incidentId: string; review: ReviewView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [words, setWords] = useState(() => ({
    ...{ happened: review.happened, worked: review.worked, failed: review.failed, learned: review.learned },
    noActions: review.noActions,
  }));
  const [version, setVersion] = useState(review.version);
  const save = useChange(saveReview, {
    touches: TOUCHED,
    onDone: (saved) => setVersion(saved.version),
  });
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ params: { incidentId }, body: { version, ...words } });
      }}
      sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}
    >
      {REVIEW_PARTS.map((part) => (
        <TextField
          key={part}
          fullWidth
          multiline
          minRows={3}
          required={part !== 'learned'}
          label={t(`incidents.review.${part}`)}
          value={words[part]}
          onChange={({ target }) => setWords({ ...words, [part]: target.value })}
          slotProps={{ htmlInput: { maxLength: 10_000 } }}
        />
      ))}
      <FormControlLabel
        control={
          <Checkbox
            checked={words.noActions}
            onChange={({ target }) => setWords({ ...words, noActions: target.checked })}
          />
        }
        label={t('incidents.review.noActions')}
      />
      <ProblemAlert error={save.error} />
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <Button type="submit" variant="contained" loading={save.isPending}>
          {t('incidents.review.save')}
        </Button>
        {review.changedAt ? (
          <Typography variant="body2" role="status" sx={{ color: 'text.secondary' }}>
            {t('incidents.review.saved', { time: format.dateTime(review.changedAt) })}
            {review.changedBy ? ` · ${review.changedBy.name}` : ''}
          </Typography>
        ) : null}
      </Box>
    </Box>
  );
}
