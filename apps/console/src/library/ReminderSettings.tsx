import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeLibrarySettings, type LibrarySettings, readLibrarySettings } from '#contract/answers';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { Section } from '../inbox/Section.js';
import { useMay } from '../session/session.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { useNotify } from '../shared/Notices.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { printDays, readDays } from './reminder-days.js';

/** How many days before the end and the review of an answer people are told. */
export function ReminderSettings() {
  const { t } = useTranslation();
  const settings = useEndpoint(readLibrarySettings, {});
  return (
    <Section heading="h2" title={t('library.reminders')}>
      <Typography variant="body2" sx={{ mb: 2, maxWidth: '72ch' }}>
        {t('library.remindersText')}
      </Typography>
      {settings.data ? (
        <Days key={JSON.stringify(settings.data)} settings={settings.data} />
      ) : settings.error ? (
        <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />
      ) : (
        <LoadingState rows={1} height={56} />
      )}
    </Section>
  );
}

function Days({ settings }: { settings: LibrarySettings }) {
  const { t } = useTranslation();
  const may = useMay();
  const notify = useNotify();
  const [expiry, setExpiry] = useState(printDays(settings.expiryDays));
  const [review, setReview] = useState(printDays(settings.reviewDays));
  const change = useChange(changeLibrarySettings, {
    touches: [readLibrarySettings],
    onDone: () => notify({ text: t('library.remindersSaved') }),
  });
  const [expiryDays, reviewDays] = [readDays(expiry), readDays(review)];
  const editable = may('answers.approve') || may('people.write');
  const field = (label: string, value: string, days: number[] | null, set: (text: string) => void) => (
    <TextField
      label={label}
      value={value}
      onChange={({ target }) => set(target.value)}
      error={days === null}
      helperText={days === null ? t('library.daysWrong') : undefined}
      slotProps={{ htmlInput: { inputMode: 'numeric', readOnly: !editable } }}
    />
  );
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (expiryDays && reviewDays) change.mutate({ body: { expiryDays, reviewDays } });
      }}
      sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}
    >
      {field(t('library.expiryDays'), expiry, expiryDays, setExpiry)}
      {field(t('library.reviewDays'), review, reviewDays, setReview)}
      <Box sx={{ gridColumn: '1 / -1', display: 'grid', gap: 1, justifyItems: 'end' }}>
        <ProblemAlert error={change.error} />
        {editable ? (
          <Button
            type="submit"
            variant="outlined"
            loading={change.isPending}
            disabled={expiryDays === null || reviewDays === null}
          >
            {t('library.saveReminders')}
          </Button>
        ) : null}
      </Box>
    </Box>
  );
}
