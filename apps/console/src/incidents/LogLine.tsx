import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '#contract/crisis';
import { useFormat } from '../i18n/format.js';
import { useNow } from '../shared/use-now.js';
import type { Referring } from './LogTab.js';
import { useTimelineText } from './use-timeline-text.js';

/** A line written this much after the fact says so. */
const LATER_MS = 60_000;

interface LogLineProps {
  entry: TimelineEntry;
  /** Begins a line that refers to this one; null for those who do not write. */
  onRefer: ((referring: Referring) => void) | null;
}

/** A line of the log, or something that happened beside it. */
export function LogLine({ entry, onRefer }: LogLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const textOf = useTimelineText();
  const { kind } = entry;
  const written = kind === 'fact' || kind === 'unknown' || kind === 'decision';
  const late = written && entry.writtenAt && Date.parse(entry.writtenAt) - Date.parse(entry.at) > LATER_MS;
  const notes = [
    entry.basis ? t('incidents.basisIs', { basis: entry.basis }) : null,
    entry.refersAs === 'corrects' ? t('incidents.correctsLine') : null,
    entry.refersAs === 'checks' ? t('incidents.checksLine') : null,
    entry.correctedBy ? t('incidents.corrected') : null,
    late && entry.writtenAt ? t('incidents.writtenLater', { time: format.dateTime(entry.writtenAt) }) : null,
  ].filter((note) => note !== null);
  const open = entry.nextCheckAt !== null && !entry.checked;
  const overdue = open && entry.nextCheckAt !== null && Date.parse(entry.nextCheckAt) <= now;
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '120px minmax(0, 1fr) auto' },
        columnGap: 2,
        rowGap: 0.25,
        px: 2,
        py: 1,
        '& + &': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      <Typography
        component="time"
        dateTime={entry.at}
        title={format.full(entry.at)}
        variant="body2"
        sx={{ color: 'text.secondary', pt: 0.25 }}
      >
        {format.dateTime(entry.at)}
      </Typography>
      <Box sx={{ minWidth: 0 }}>
        {written ? (
          <Chip
            size="small"
            color={kind === 'decision' ? 'primary' : 'default'}
            variant={kind === 'unknown' ? 'outlined' : 'filled'}
            label={t(`incidents.logKinds.${kind}`)}
            sx={{ mr: 1 }}
          />
        ) : null}
        <Typography
          component="span"
          sx={{
            overflowWrap: 'anywhere',
            whiteSpace: 'pre-line',
            color: written ? 'text.primary' : 'text.secondary',
            textDecoration: entry.correctedBy ? 'line-through' : undefined,
          }}
        >
          {textOf(entry)}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {[entry.by?.name, ...notes].filter(Boolean).join(' · ')}
        </Typography>
        {entry.nextCheckAt ? (
          <Typography
            variant="body2"
            sx={{ color: overdue ? 'error.main' : 'text.secondary', fontWeight: overdue ? 650 : 400 }}
          >
            {open
              ? t('incidents.checkAt', { time: format.dateTime(entry.nextCheckAt) })
              : t('incidents.checked')}
            {overdue ? ` · ${t('incidents.overdue')}` : ''}
          </Typography>
        ) : null}
      </Box>
      {written && onRefer ? (
        <Box sx={{ display: 'flex', gap: 0.5, alignItems: 'start' }}>
          {open ? (
            <Button size="small" onClick={() => onRefer({ entry, as: 'checks' })}>
              {t('incidents.check')}
            </Button>
          ) : null}
          {entry.correctedBy === null ? (
            <Button size="small" onClick={() => onRefer({ entry, as: 'corrects' })}>
              {t('incidents.correct')}
            </Button>
          ) : null}
        </Box>
      ) : null}
    </Box>
  );
}
