import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { type IncidentDetail, readIncidentLog, type TimelineEntry } from '#contract/crisis';
import { isMilestone } from '#rules/crisis';
import { usePages } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { Section } from '../inbox/Section.js';
import { KeysetList } from '../shared/KeysetList.js';
import { useDuration } from './use-duration.js';
import { useTimelineText } from './use-timeline-text.js';

/** What happened when, from the first to the last, with the time since the crisis was noticed: as it was recorded, not as it is remembered. */
export function ReviewTimeline({ incident }: { incident: IncidentDetail }) {
  const { t } = useTranslation();
  const reading = usePages(readIncidentLog, {
    params: { incidentId: incident.id },
    query: { order: 'oldest', limit: 200 },
  });
  return (
    <Section heading="h2" title={t('incidents.review.timeline')}>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
        {t('incidents.review.timelineHint')}
      </Typography>
      <KeysetList query={reading} empty={<Typography>{t('incidents.logNone')}</Typography>}>
        {(items) => (
          <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 0.75 }}>
            {items.filter(isMilestone).map((entry) => (
              <Milestone key={entry.key} entry={entry} noticedAt={incident.detectedAt} />
            ))}
          </Box>
        )}
      </KeysetList>
    </Section>
  );
}

function Milestone({ entry, noticedAt }: { entry: TimelineEntry; noticedAt: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const duration = useDuration();
  const textOf = useTimelineText();
  const seconds = (Date.parse(entry.at) - Date.parse(noticedAt)) / 1000;
  const { kind } = entry;
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        columnGap: 2,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '280px minmax(0, 1fr)' },
        breakInside: 'avoid',
      }}
    >
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        <time dateTime={entry.at} title={format.full(entry.at)}>
          {format.dateTime(entry.at)}
        </time>
        {seconds >= 30 ? ` · ${t('incidents.review.after', { time: duration(seconds) })}` : ''}
      </Typography>
      <Typography variant="body2" sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
        {kind === 'fact' || kind === 'unknown' || kind === 'decision' ? (
          <Box component="strong">
            {t(`incidents.logKinds.${kind}`)}
            {t('common.colon')}
          </Box>
        ) : null}
        {textOf(entry)}
        {entry.by ? (
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {' · '}
            {entry.by.name}
          </Box>
        ) : null}
      </Typography>
    </Box>
  );
}
