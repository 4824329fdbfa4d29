import MediaIcon from '@mui/icons-material/ImageOutlined';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrainingPost } from '#contract/networks';
import { useFormat } from '../i18n/format.js';
import { useNetworkName } from '../shared/network-name.js';
import { NetworkIcon } from '../shared/NetworkIcon.js';
import { PostPicture } from '../shared/PostPicture.js';
import { RelativeTime } from '../shared/RelativeTime.js';

/** One post; `marked` is the one that a link led to. */
export function Post({ post, marked = false }: { post: TrainingPost; marked?: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (marked) element.current?.scrollIntoView({ block: 'center' });
  }, [marked]);
  const network = useNetworkName();
  const { author } = post;
  return (
    <Box
      ref={element}
      id={`post-${post.id}`}
      sx={{
        display: 'grid',
        gap: 0.5,
        ...(marked || post.own ? { p: 1.25, mx: -1.25, borderRadius: 1 } : {}),
        ...(post.own ? { bgcolor: 'action.selected' } : {}),
        ...(marked ? { outline: 2, outlineColor: 'primary.main' } : {}),
      }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 1 }}>
        <Typography variant="body2" component="span" sx={{ fontWeight: 650 }}>
          {author.name}
        </Typography>
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          @{author.handle}
          {author.followers > 0
            ? ` · ${t('training.followers', { count: author.followers, number: format.compact(author.followers) })}`
            : ''}
        </Typography>
        {post.look ? (
          <Typography variant="caption" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5 }}>
            <NetworkIcon network={post.look} /> {t('training.looksLike', { network: network(post.look) })}
          </Typography>
        ) : null}
        {post.own ? <Chip label={t('training.us')} color="primary" sx={{ height: 20 }} /> : null}
        <Typography variant="caption" sx={{ color: 'text.secondary', ml: 'auto' }}>
          <RelativeTime instant={post.publishedAt} />
        </Typography>
      </Box>
      <Typography variant="body1" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {post.removedAt ? <em>{t('training.removed')}</em> : post.text}
      </Typography>
      {post.picture ? <PostPicture picture={post.picture} /> : null}
      {post.hasMedia && !post.picture ? (
        <Typography
          variant="caption"
          sx={{ color: 'text.secondary', display: 'inline-flex', alignItems: 'center', gap: 0.5 }}
        >
          <MediaIcon sx={{ fontSize: 16 }} /> {t('training.hasMedia')}
        </Typography>
      ) : null}
    </Box>
  );
}
