import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { readPosts } from '#contract/crisis';
import { decideAsSecond, listReplies, type Reply } from '#contract/replies';
import { useChange } from '../api/use-endpoint.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { useNetworkName } from '../shared/network-name.js';
import { TOUCHED } from './touched.js';

interface ReleasePostsDialogProps {
  posts: readonly Reply[];
  onClose: () => void;
}

/** The second key for several accounts at once, each with the words that will stand there. */
export function ReleasePostsDialog({ posts, onClose }: ReleasePostsDialogProps) {
  const { t } = useTranslation();
  const networkName = useNetworkName();
  const second = useChange(decideAsSecond, { touches: [...TOUCHED, readPosts, listReplies] });
  const release = async () => {
    for (const { id } of posts) {
      await second.mutateAsync({ params: { replyId: id }, body: { decision: 'confirmed' } });
    }
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title={t('incidents.post.releaseTitle', { count: posts.length })}
      confirm={t('incidents.post.release')}
      busy={second.isPending}
      error={second.error}
      // What failed stays open, and says so here; those before it have left.
      onConfirm={() => void release().catch(() => undefined)}
      onClose={onClose}
    >
      <Typography variant="body2">{t('incidents.post.releaseText')}</Typography>
      <Box component="ul" sx={{ m: 0, mt: 2, p: 0, listStyle: 'none', display: 'grid', gap: 1.5 }}>
        {posts.map((post) => (
          <li key={post.id}>
            <Typography variant="subtitle2" component="p" sx={{ overflowWrap: 'anywhere' }}>
              {networkName(post.network)} · {post.post?.account}
            </Typography>
            <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {post.text}
            </Typography>
          </li>
        ))}
      </Box>
    </ConfirmDialog>
  );
}
