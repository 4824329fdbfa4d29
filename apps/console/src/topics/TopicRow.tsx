import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import LinearProgress from '@mui/material/LinearProgress';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { TopicLevel } from '#contract/levels';
import { changeTopic, listTopicNames, listTopics, type Topic } from '#contract/topics';
import type { Realm } from '#platform/contract';
import { useChange } from '../api/use-endpoint.js';
import { Trend } from '../levels/Trend.js';
import { useFormat } from '../i18n/format.js';
import { useMay } from '../session/session.js';
import { LevelBadge } from '../shared/LevelBadge.js';
import { useNotify } from '../shared/Notices.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { Bars } from './Bars.js';

interface TopicRowProps {
  topic: Topic;
  /** Where it stands; not there before its first mention. */
  level?: TopicLevel;
  realm: Realm;
  onEdit: () => void;
}

/** A topic: its query, its last day and week, each figure a way to the mentions behind it. */
export function TopicRow({ topic, level: standing, realm, onEdit }: TopicRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const notify = useNotify();
  const may = useMay();
  const toggle = useChange(changeTopic, {
    touches: [listTopics, listTopicNames],
    onDone: ({ name, active }) => notify({ text: t(active ? 'topics.resumed' : 'topics.stopped', { name }) }),
  });
  const inbox = `/inbox?realm=${realm}&state=all&topicId=${topic.id}`;
  const total = topic.lastDay.reduce((sum, value) => sum + value, 0);
  return (
    <Box
      component="li"
      sx={{ px: 2, py: 1.5, display: 'grid', gap: 0.75, borderBottom: 1, borderColor: 'divider' }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5 }}>
        <Box sx={{ flex: '1 1 220px', minWidth: 0 }}>
          <Typography variant="h3" component="h2">
            <Link component={RouterLink} to={`/topics/${topic.id}`} color="inherit">
              {topic.name}
            </Link>{' '}
            {topic.active ? null : <Chip label={t('topics.paused')} variant="outlined" />}
          </Typography>
          {topic.description ? (
            <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
              {topic.description}
            </Typography>
          ) : null}
        </Box>
        {standing ? (
          <Box sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75 }}>
            <LevelBadge level={standing.level} />
            <Trend trend={standing.trend} words={false} />
          </Box>
        ) : null}
        <Bars
          values={topic.lastDay}
          label={t('topics.lastDay', {
            total: format.number(total),
            most: format.number(Math.max(0, ...topic.lastDay)),
          })}
        />
        <Link component={RouterLink} to={inbox} variant="body2" sx={{ minWidth: 150 }}>
          {t('topics.week', { count: topic.lastWeek.total, number: format.number(topic.lastWeek.total) })}
        </Link>
      </Box>
      <Typography
        component="code"
        sx={{
          fontFamily: 'ui-monospace, monospace',
          fontSize: '0.8125rem',
          color: 'text.secondary',
          overflowWrap: 'anywhere',
          display: '-webkit-box',
          WebkitLineClamp: 2,
          WebkitBoxOrient: 'vertical',
          overflow: 'hidden',
        }}
        title={topic.query}
      >
        {topic.query}
      </Typography>
      {topic.rematching === null ? null : (
        <Box sx={{ display: 'grid', gap: 0.5 }}>
          <Typography variant="caption">
            {t('topics.rematching', { percent: format.percent(topic.rematching) })}
          </Typography>
          <LinearProgress
            variant="determinate"
            value={topic.rematching * 100}
            aria-label={t('topics.rematching', { percent: format.percent(topic.rematching) })}
          />
        </Box>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        {topic.lastWeek.byLevel.map((count, level) =>
          level > 0 && count > 0 ? (
            <Link
              key={level}
              component={RouterLink}
              to={`${inbox}&level=${level}`}
              underline="hover"
              color="inherit"
              variant="caption"
              sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5 }}
            >
              <LevelBadge level={level} /> {format.number(count)}
            </Link>
          ) : null,
        )}
        {may('topics.write') ? (
          <Box sx={{ ml: 'auto', display: 'flex', gap: 1 }}>
            <Button
              size="small"
              loading={toggle.isPending}
              onClick={() =>
                toggle.mutate({
                  params: { topicId: topic.id },
                  body: { active: !topic.active, version: topic.version },
                })
              }
            >
              {t(topic.active ? 'topics.stop' : 'topics.resume')}
            </Button>
            <Button
              size="small"
              variant="outlined"
              onClick={onEdit}
              aria-label={t('topics.editOf', { name: topic.name })}
            >
              {t('topics.edit')}
            </Button>
          </Box>
        ) : null}
      </Box>
      <ProblemAlert error={toggle.error} />
    </Box>
  );
}
