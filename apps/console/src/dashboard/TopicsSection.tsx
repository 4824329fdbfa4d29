import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { readDashboardTopics } from '#contract/dashboard';
import type { ResponseOf } from '#platform/contract';
import { Section } from '../inbox/Section.js';
import { type DashboardScope, mentionsAddress } from './dashboard-scope.js';
import { TopicLevels } from './TopicLevels.js';

interface TopicsSectionProps {
  topics: ResponseOf<typeof readDashboardTopics>;
  scope: DashboardScope;
  /** Reads more of them; null once there are no more to be had here. */
  onMore: (() => void) | null;
}

/** The topics that are raised or spoken of, as many as can be read, and the way to all others. */
export function TopicsSection({ topics, scope, onMore }: TopicsSectionProps) {
  const { t } = useTranslation();
  const { items, raised, spoken, range } = topics;
  return (
    <Box id="topics">
      <Section heading="h2" title={t('dashboard.topicsTitle')}>
        {items.length === 0 ? (
          <Typography variant="body2">{t('dashboard.noTopics')}</Typography>
        ) : (
          <>
            <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1.5 }}>
              {t('dashboard.topicsShown', { raised, spoken, shown: items.length })}
            </Typography>
            <TopicLevels
              topics={items}
              range={range}
              addressOf={(topicId, more) => mentionsAddress({ ...scope, topicId }, range, more)}
            />
          </>
        )}
        {items.length < Math.max(raised, spoken) ? (
          <Box className="no-print" sx={{ mt: 1.5, display: 'flex', flexWrap: 'wrap', gap: 1 }}>
            {onMore ? <Button onClick={onMore}>{t('dashboard.moreTopics')}</Button> : null}
            <Button component={Link} to="/topics">
              {t('dashboard.toTopics')}
            </Button>
          </Box>
        ) : null}
      </Section>
    </Box>
  );
}
