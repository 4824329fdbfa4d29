import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { MyInvitation } from '#contract/colleagues';
import { useLocalised } from '../i18n/localised.js';
import { useNetworkName } from '../shared/network-name.js';
import { NetworkIcon } from '../shared/NetworkIcon.js';
import { RelativeTime } from '../shared/RelativeTime.js';

/** The post that is to be answered. */
export function AskedPost({ invitation: { post } }: { invitation: MyInvitation }) {
  const { t } = useTranslation();
  const networkName = useNetworkName();
  return (
    <Paper variant="outlined" component="article" sx={{ p: 2, display: 'grid', gap: 1 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <NetworkIcon network={post.network} />
        <Typography variant="body2" sx={{ fontWeight: 650, overflowWrap: 'anywhere' }}>
          {t('invitations.from', {
            name: post.author ?? t('invitations.somebody'),
            network: networkName(post.network),
          })}
        </Typography>
      </Box>
      <Typography lang={post.language} sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {post.erased ? t('invitations.erased') : post.text}
      </Typography>
      <Typography variant="caption">
        <RelativeTime instant={post.publishedAt} />
        {post.url ? (
          <>
            {' · '}
            <Link href={post.url} target="_blank" rel="noreferrer">
              {t('invitations.openPost')}
            </Link>
          </>
        ) : null}
      </Typography>
    </Paper>
  );
}

/** Who asks, and why this person. */
export function WhyMe({ invitation }: { invitation: MyInvitation }) {
  const { t } = useTranslation();
  const say = useLocalised();
  const { field, askedBy, note } = invitation;
  return (
    <Box component="section">
      <Typography variant="h2">{t('invitations.why')}</Typography>
      <Typography>
        {field
          ? t('invitations.whyField', { name: askedBy, field: say(field.name) })
          : t('invitations.whyPerson', { name: askedBy })}
      </Typography>
      {note ? (
        <Typography
          component="blockquote"
          sx={{
            m: 0,
            mt: 1,
            paddingInlineStart: 1.5,
            borderInlineStart: 3,
            whiteSpace: 'pre-wrap',
            overflowWrap: 'anywhere',
          }}
        >
          {note}
        </Typography>
      ) : null}
    </Box>
  );
}
