import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MentionDetail } from '#contract/mentions';
import { RelativeTime } from '../shared/RelativeTime.js';
import { authorName } from './author-name.js';
import { Section } from './Section.js';
import { StateMark } from './StateMark.js';

type Post = MentionDetail['conversation'][number];

/** Posts shown before “show all”. */
const FEW = 8;

/** What was said around the mention, oldest first; the organisation's own posts are marked. */
export function Conversation({ posts, mentionId }: { posts: readonly Post[]; mentionId: string }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const others = posts.filter((post) => post.mentionId !== mentionId);
  if (others.length === 0) return null;
  const at = posts.findIndex((post) => post.mentionId === mentionId);
  const start = Math.max(0, at - FEW / 2);
  const shown = all ? posts : posts.slice(start, start + FEW);
  return (
    <Section
      title={t('inbox.conversation', { count: others.length })}
      action={
        shown.length < posts.length ? (
          <Button size="small" onClick={() => setAll(true)}>
            {t('inbox.wholeConversation')}
          </Button>
        ) : null
      }
    >
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
        {shown.map((post) => (
          <PostEntry
            key={post.mentionId ?? post.replyId ?? post.externalId}
            post={post}
            current={post.mentionId === mentionId}
          />
        ))}
      </Box>
    </Section>
  );
}

function PostEntry({ post, current }: { post: Post; current: boolean }) {
  const { t } = useTranslation();
  return (
    <Box
      component="li"
      aria-current={current ? 'true' : undefined}
      sx={{
        borderInlineStart: 3,
        borderColor: current ? 'primary.main' : post.own ? 'success.main' : 'divider',
        paddingInlineStart: 1.5,
        marginInlineStart: post.own ? { xs: 1, sm: 3 } : 0,
      }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Typography variant="body2" sx={{ fontWeight: 650 }}>
          {post.own ? t('inbox.ourselves') : (authorName(post.author) ?? t('inbox.unknownAuthor'))}
        </Typography>
        {post.own ? (
          <Chip label={t('inbox.ownPost')} color="success" variant="outlined" sx={{ height: 20 }} />
        ) : null}
        {post.removedAt ? (
          <Chip label={t('inbox.removedPost')} variant="outlined" sx={{ height: 20 }} />
        ) : null}
        {current ? <Chip label={t('inbox.thisMention')} sx={{ height: 20 }} /> : null}
        {post.state && !current ? <StateMark state={post.state} /> : null}
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          <RelativeTime instant={post.publishedAt} />
        </Typography>
        {post.mentionId && !current ? (
          <Button component={Link} to={`/inbox/${post.mentionId}`} size="small" sx={{ minHeight: 24, py: 0 }}>
            {t('inbox.openPost')}
          </Button>
        ) : null}
      </Box>
      <Typography
        variant="body2"
        component={post.removedAt ? 'del' : 'p'}
        sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
      >
        {post.text}
      </Typography>
    </Box>
  );
}
