import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { Reply } from '#contract/replies';
import { OneReply } from '../reply/ReplyStatus.js';
import { useNetworkName } from '../shared/network-name.js';
import { NetworkIcon } from '../shared/NetworkIcon.js';

/** A reply with the way to the mention that it answers, or to the incident that it speaks of. */
export function ReplyRow({ reply }: { reply: Reply }) {
  const { t } = useTranslation();
  const networkName = useNetworkName();
  return (
    <Box component="article" sx={{ display: 'grid', gap: 0.5 }}>
      <Typography
        variant="caption"
        component="p"
        sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.75, color: 'text.secondary' }}
      >
        <NetworkIcon network={reply.network} />
        {reply.post ? (
          <>
            {t('replies.postOn', { network: networkName(reply.network), account: reply.post.account })} ·{' '}
            <Link component={RouterLink} to={`/incidents/${reply.post.incidentId}?tab=statements`}>
              {reply.post.incidentTitle}
            </Link>
          </>
        ) : (
          <>
            {t('replies.of', { network: networkName(reply.network) })} ·{' '}
            <Link component={RouterLink} to={`/inbox/${reply.mentionId}?state=all`}>
              {t('replies.openMention')}
            </Link>
          </>
        )}
        {reply.attempts > 1 ? ` · ${t('replies.attempts', { count: reply.attempts })}` : ''}
      </Typography>
      <OneReply reply={reply} />
    </Box>
  );
}
