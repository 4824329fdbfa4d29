import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SCHEDULE_MAX_MS, SCHEDULE_MIN_MS } from '#rules/replies';
import { ApiProblem } from '../api/api-problem.js';
import { useProblemText } from '../i18n/problem-text.js';

interface SendLaterProps {
  /** As the browser writes a local date and time; empty: at once. */
  value: string;
  error: unknown;
  onChange: (value: string) => void;
}

/** Chooses an hour for a reply, one minute to 30 days from now. */
export function SendLater({ value, error, onChange }: SendLaterProps) {
  const { t } = useTranslation();
  const { ofCode } = useProblemText();
  const [open, setOpen] = useState(false);
  const [now] = useState(() => Date.now());
  if (!open) return <Button onClick={() => setOpen(true)}>{t('reply.later')}</Button>;
  const wrong =
    error instanceof ApiProblem ? error.errors.find(({ field }) => field === 'sendAt') : undefined;
  return (
    <>
      <TextField
        type="datetime-local"
        autoFocus
        label={t('reply.laterAt')}
        value={value}
        error={wrong !== undefined}
        helperText={wrong ? ofCode(wrong) : undefined}
        onChange={({ target }) => onChange(target.value)}
        slotProps={{
          inputLabel: { shrink: true },
          htmlInput: { min: local(now + SCHEDULE_MIN_MS), max: local(now + SCHEDULE_MAX_MS) },
        }}
      />
      <Button
        onClick={() => {
          setOpen(false);
          onChange('');
        }}
      >
        {t('reply.atOnce')}
      </Button>
    </>
  );
}

/** A moment as `datetime-local` wants it, in the browser's own time zone. */
function local(moment: number): string {
  return new Date(moment - new Date(moment).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
