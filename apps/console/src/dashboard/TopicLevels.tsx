import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { TopicFiguresView } from '#contract/dashboard';
import { useFormat } from '../i18n/format.js';
import { LevelBadge } from '../shared/LevelBadge.js';
import { useNow } from '../shared/use-now.js';
import { LEVEL_CODES, LEVEL_SHAPES, levelColour, levelNumber } from '../theme/levels.js';

interface TopicLevelsProps {
  topics: readonly TopicFiguresView[];
  range: { from: string; to: string };
  /** Address of the mentions of a topic in the range; null on a wall, where nothing opens. */
  addressOf: ((topicId: string, more?: Readonly<Record<string, string>>) => string) | null;
}

/** Each topic with its level now, the course of its level, and how much it is spoken of. */
export function TopicLevels({ topics, range, addressOf }: TopicLevelsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  return (
    <Box
      component="ul"
      className="print-flow"
      sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1.25 }}
    >
      {topics.map((topic) => (
        <Box
          component="li"
          key={topic.topicId}
          sx={{
            display: 'grid',
            gridTemplateColumns: {
              xs: '1fr auto',
              md: '140px minmax(160px, 1fr) minmax(160px, 1.4fr) 200px',
            },
            gap: 1,
            alignItems: 'center',
            breakInside: 'avoid',
          }}
        >
          <Box sx={{ justifySelf: 'start' }}>
            <LevelBadge level={topic.level} />
          </Box>
          <Box sx={{ minWidth: 0, gridColumn: { xs: '1 / -1', md: 'auto' }, gridRow: { xs: 1, md: 'auto' } }}>
            {addressOf ? (
              <Link component={RouterLink} to={`/topics/${topic.topicId}`} sx={{ fontWeight: 600 }}>
                {topic.name}
              </Link>
            ) : (
              <Box component="span" sx={{ fontWeight: 600 }}>
                {topic.name}
              </Box>
            )}
            {topic.byHand || !topic.active ? (
              <Typography variant="caption" component="p" sx={{ m: 0, color: 'text.secondary' }}>
                {[
                  ...(topic.byHand && topic.byHandUntil
                    ? [
                        Date.parse(topic.byHandUntil) > now
                          ? t('dashboard.byHand', { until: format.dateTime(topic.byHandUntil) })
                          : t('dashboard.byHandOver'),
                      ]
                    : []),
                  ...(topic.active ? [] : [t('dashboard.inactive')]),
                ].join(' · ')}
              </Typography>
            ) : null}
          </Box>
          <StepStrip steps={topic.steps} range={range} now={now} />
          <Typography variant="body2" component="p" sx={{ m: 0, textAlign: { md: 'end' } }}>
            {addressOf ? (
              <Link component={RouterLink} to={addressOf(topic.topicId, { state: 'all' })}>
                {t('dashboard.mentionsOf', { count: topic.mentions, shown: format.number(topic.mentions) })}
              </Link>
            ) : (
              t('dashboard.mentionsOf', { count: topic.mentions, shown: format.number(topic.mentions) })
            )}
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {' · '}
              {t('dashboard.before', { value: format.number(topic.before) })}
            </Box>
          </Typography>
        </Box>
      ))}
    </Box>
  );
}

/** The level over the range as a strip: colour and shape, in words for those who do not see it. */
function StepStrip({
  steps,
  range,
  now,
}: {
  steps: TopicFiguresView['steps'];
  range: TopicLevelsProps['range'];
  now: number;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const end = Math.min(Date.parse(range.to), now);
  const whole = Math.max(1, end - Date.parse(range.from));
  const parts = steps.map(({ at, level }, index) => ({
    ...{ at, level: levelNumber(level) },
    share: Math.max(
      0,
      (Date.parse(steps[index + 1]?.at ?? new Date(end).toISOString()) - Date.parse(at)) / whole,
    ),
  }));
  const words = parts
    .map(({ at, level }) => `${format.dateTime(at)} ${t(`vocabulary.level.${LEVEL_CODES[level]}`)}`)
    .join('; ');
  return (
    <Box
      role="img"
      aria-label={`${t('dashboard.levelCourse')}${t('common.colon')}${words}`}
      sx={{
        display: 'flex',
        height: 20,
        borderRadius: 1,
        overflow: 'hidden',
        minWidth: 0,
        gridColumn: { xs: '1 / -1', md: 'auto' },
        gridRow: { xs: 3, md: 'auto' },
      }}
    >
      {parts.map(({ at, level, share }) => (
        <Box
          key={at}
          sx={{
            // A level that was reached a moment ago is seen as well.
            flex: `${Math.max(share, level > 0 ? 0.012 : 0.002) * 1000} 0 0`,
            minWidth: 0,
            overflow: 'hidden',
            textAlign: 'center',
            fontSize: '0.75rem',
            lineHeight: '20px',
            color: levelColour(level, 'ink'),
            bgcolor: levelColour(level, 'tint'),
            borderBottom: 3,
            borderColor: levelColour(level, 'solid'),
            printColorAdjust: 'exact',
          }}
        >
          {share > 0.04 ? LEVEL_SHAPES[level] : ''}
        </Box>
      ))}
    </Box>
  );
}
