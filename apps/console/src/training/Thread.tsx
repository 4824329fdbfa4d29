import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrainingThread } from '#contract/networks';
import { useMay } from '../session/session.js';
import { Post } from './Post.js';
import { PostForm } from './PostForm.js';

/** A post and what was said under it. */
export function Thread({ thread, marked }: { thread: TrainingThread; marked?: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const [answering, setAnswering] = useState(false);
  return (
    <Box
      component="article"
      aria-label={t('training.thread', { name: thread.post.author.name })}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper', px: 2, py: 1.5 }}
    >
      <Post post={thread.post} marked={thread.post.id === marked} />
      {thread.replies.length > 0 ? (
        <Box
          component="ul"
          sx={{
            m: 0,
            mt: 1.5,
            p: 0,
            paddingInlineStart: 2,
            listStyle: 'none',
            display: 'grid',
            gap: 1.5,
            borderInlineStart: 2,
            borderColor: 'divider',
          }}
        >
          {thread.replies.map((reply) => (
            <li key={reply.id}>
              <Post post={reply} marked={reply.id === marked} />
            </li>
          ))}
        </Box>
      ) : null}
      {may('training.play') && !answering ? (
        <Button size="small" sx={{ mt: 1, ml: -0.5 }} onClick={() => setAnswering(true)}>
          {t('training.replyAs')}
        </Button>
      ) : null}
      {answering ? (
        <Box sx={{ mt: 1.5 }}>
          <PostForm inReplyTo={thread.post} onClose={() => setAnswering(false)} />
        </Box>
      ) : null}
    </Box>
  );
}
