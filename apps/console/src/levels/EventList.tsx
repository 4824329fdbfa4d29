import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { LevelEvent } from '#contract/levels';
import { useFormat } from '../i18n/format.js';
import { Section } from '../inbox/Section.js';
import { LEVEL_CODES, LEVEL_SHAPES, levelColour, levelNumber } from '../theme/levels.js';

interface EventListProps {
  events: readonly LevelEvent[];
  /** Looks at the moment of an event. */
  onLook: (at: string) => void;
  action?: React.ReactNode;
}

/** What happened on the timeline, newest first. */
export function EventList({ events, onLook, action }: EventListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const word = (level: number | null) => t(`vocabulary.level.${LEVEL_CODES[levelNumber(level ?? 0)]}`);
  return (
    <Section heading="h2" title={t('levels.events')} action={action}>
      {events.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('levels.noEvents')}
        </Typography>
      ) : (
        <Box
          component="ol"
          sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1, maxHeight: 420, overflowY: 'auto' }}
          tabIndex={0}
          aria-label={t('levels.events')}
        >
          {events.map((event) => (
            <Box component="li" key={event.id} sx={{ display: 'flex', gap: 1 }}>
              <Box
                component="span"
                aria-hidden="true"
                sx={{ width: 18, textAlign: 'center', color: levelColour(levelNumber(event.to ?? 0), 'ink') }}
              >
                {event.kind === 'note' ? '✎' : LEVEL_SHAPES[levelNumber(event.to ?? 0)]}
              </Box>
              <Box sx={{ minWidth: 0 }}>
                <Typography variant="body2">
                  {t(`levels.event.${event.kind}`, { from: word(event.from), to: word(event.to) })}
                  {event.score
                    ? ` · ${t('levels.scoreShort', { score: format.number(Math.round(event.score.score)) })}`
                    : ''}
                  {event.by ? ` ${t('levels.by', { name: event.by.name })}` : ''}
                </Typography>
                {event.note ? (
                  <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
                    {event.note}
                  </Typography>
                ) : null}
                <Button
                  size="small"
                  sx={{ px: 0.5, minHeight: 24, fontWeight: 400 }}
                  onClick={() => onLook(event.at)}
                >
                  <time dateTime={event.at}>{format.dateTime(event.at)}</time>
                </Button>
              </Box>
            </Box>
          ))}
        </Box>
      )}
    </Section>
  );
}
