import MediaIcon from '@mui/icons-material/ImageOutlined';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { MentionSummary } from '#contract/mentions';
import { useFormat } from '../i18n/format.js';
import { LevelBadge } from '../shared/LevelBadge.js';
import { useNetworkName } from '../shared/network-name.js';
import { NetworkIcon } from '../shared/NetworkIcon.js';
import { PostLink } from '../shared/PostLink.js';
import { RelativeTime } from '../shared/RelativeTime.js';
import { authorName } from './author-name.js';
import { LanguageTag } from './LanguageTag.js';
import { StateMark } from './StateMark.js';
import { TopicChips } from './TopicChips.js';
import { useTopicNames } from './use-topics.js';

/** Who said it, where, when, and where its handling stands. */
export function MentionHeader({ mention }: { mention: MentionSummary }) {
  const { t } = useTranslation();
  const format = useFormat();
  const networkName = useNetworkName();
  const topics = useTopicNames();
  const { author } = mention;
  const name = authorName(author) ?? t('inbox.unknownAuthor');
  return (
    <Box component="header" sx={{ display: 'grid', gap: 1 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <LevelBadge level={mention.level} />
        <StateMark state={mention.state} />
        {mention.assignee ? (
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            {t('inbox.assignedTo', { name: mention.assignee.name })}
          </Typography>
        ) : null}
        <TopicChips topicIds={mention.topicIds} topics={topics} />
      </Box>
      <Typography variant="h1" component="h2" sx={{ overflowWrap: 'anywhere' }}>
        {author.url ? (
          <Link href={author.url} target="_blank" rel="noopener noreferrer" color="inherit" underline="hover">
            {name}
          </Link>
        ) : (
          name
        )}
      </Typography>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          columnGap: 1.5,
          rowGap: 0.5,
          color: 'text.secondary',
          typography: 'caption',
        }}
      >
        <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5 }}>
          <NetworkIcon network={mention.network} />
          <span aria-hidden="true">{networkName(mention.network)}</span>
        </Box>
        <RelativeTime instant={mention.publishedAt} focusable />
        {author.followers === null ? null : (
          <span>
            {t('inbox.followers', { count: author.followers, number: format.compact(author.followers) })}
          </span>
        )}
        <LanguageTag language={mention.language} known={mention.languageKnown} />
        {mention.hasMedia ? (
          <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5 }}>
            <MediaIcon sx={{ fontSize: 16 }} />
            {t('inbox.hasMedia')}
          </Box>
        ) : null}
        <PostLink network={mention.network} externalId={mention.externalId} url={mention.url} />
      </Box>
    </Box>
  );
}
