import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { InstantField } from '../incidents/InstantField.js';
import { fromLocalField, toLocalField } from '../library/local-instant.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';

/** No range of the figures is longer. */
const LONGEST_MS = 400 * 86_400_000;

interface DatesDialogProps {
  /** What the fields begin with. */
  from: string | null;
  to: string | null;
  onDates: (dates: { from: string; to: string }) => void;
  onClose: () => void;
}

/** Any range of time, such as that of a crisis that is over. */
export function DatesDialog({ from: begin, to: end, onDates, onClose }: DatesDialogProps) {
  const { t } = useTranslation();
  const [given, setGiven] = useState({ from: toLocalField(begin), to: toLocalField(end) });
  const [from, to] = [fromLocalField(given.from), fromLocalField(given.to)];
  const length = from === null || to === null ? null : Date.parse(to) - Date.parse(from);
  const problem =
    length === null
      ? null
      : length <= 0
        ? t('dashboard.dates.turned')
        : length > LONGEST_MS
          ? t('dashboard.dates.tooLong')
          : null;
  return (
    <ConfirmDialog
      open
      title={t('dashboard.dates.title')}
      confirm={t('dashboard.dates.show')}
      disabled={length === null || problem !== null}
      onConfirm={() => {
        if (from !== null && to !== null) onDates({ from, to });
      }}
      onClose={onClose}
    >
      <Stack spacing={2} sx={{ pt: 1, minWidth: { sm: 320 } }}>
        <InstantField
          required
          label={t('dashboard.dates.from')}
          value={given.from}
          onChange={(value) => setGiven({ ...given, from: value })}
        />
        <InstantField
          required
          label={t('dashboard.dates.to')}
          value={given.to}
          onChange={(value) => setGiven({ ...given, to: value })}
        />
        <Typography variant="body2" role="status" sx={{ color: problem ? 'error.main' : 'text.secondary' }}>
          {problem ?? t('dashboard.dates.hours')}
        </Typography>
      </Stack>
    </ConfirmDialog>
  );
}
