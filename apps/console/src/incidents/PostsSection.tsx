import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPosts } from '#contract/crisis';
import type { Reply } from '#contract/replies';
import { useEndpoint } from '../api/use-endpoint.js';
import { Section } from '../inbox/Section.js';
import { OneReply } from '../reply/ReplyStatus.js';
import { useMay, useSession } from '../session/session.js';
import { useNetworkName } from '../shared/network-name.js';
import { NetworkIcon } from '../shared/NetworkIcon.js';
import { ErrorState } from '../shared/ErrorState.js';
import { ReleasePostsDialog } from './ReleasePostsDialog.js';

/** The posts of an incident, account by account: what waits for its second key, what stands where, what went wrong. */
export function PostsSection({ incidentId }: { incidentId: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const { person } = useSession();
  const networkName = useNetworkName();
  const [releasing, setReleasing] = useState<readonly Reply[] | null>(null);
  const posts = useEndpoint(readPosts, { params: { incidentId } }, { refetchInterval: 60_000 });
  if (posts.error && !posts.data)
    return <ErrorState error={posts.error} onRetry={() => void posts.refetch()} />;
  const items = posts.data?.items ?? [];
  if (items.length === 0) return null;
  const waiting = items.filter(
    ({ state, by }) => state === 'awaiting_second' && may('replies.confirm') && by.id !== person.id,
  );
  return (
    <Section
      heading="h2"
      title={t('incidents.post.title')}
      action={
        waiting.length > 1 ? (
          <Button variant="contained" size="small" onClick={() => setReleasing(waiting)}>
            {t('incidents.post.releaseAll', { count: waiting.length })}
          </Button>
        ) : null
      }
    >
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 2 }}>
        {items.map((post) => (
          <Box
            component="li"
            key={post.id}
            sx={{ display: 'grid', gap: 0.5, gridTemplateColumns: 'minmax(0, 1fr)' }}
          >
            <Typography
              variant="subtitle2"
              component="h3"
              sx={{ display: 'flex', alignItems: 'center', gap: 0.75, overflowWrap: 'anywhere' }}
            >
              <NetworkIcon network={post.network} />
              {networkName(post.network)} · {post.post?.account}
            </Typography>
            <OneReply reply={post} />
          </Box>
        ))}
      </Box>
      {releasing ? <ReleasePostsDialog posts={releasing} onClose={() => setReleasing(null)} /> : null}
    </Section>
  );
}
