import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Suggestion } from '#contract/answers';
import { useFormat } from '../i18n/format.js';
import { useNetworkName } from '../shared/network-name.js';
import { NetworkIcon } from '../shared/NetworkIcon.js';
import { PlaceholderText } from './PlaceholderText.js';
import type { ReplyPreviewState } from './use-reply-preview.js';

interface ReplyPreviewProps {
  mention: { network: string };
  answer: Pick<Suggestion, 'language' | 'body' | 'placeholders'>;
  preview: ReplyPreviewState;
}

/** Exactly what will be published, and its length by the network's own rule. */
export function ReplyPreview({ mention, answer, preview }: ReplyPreviewProps) {
  const { t } = useTranslation();
  const networkName = useNetworkName();
  const { data } = preview;
  return (
    <Box
      component="figure"
      sx={{ m: 0, border: 1, borderColor: 'divider', borderRadius: 1, overflow: 'hidden' }}
    >
      <Box
        component="figcaption"
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 1,
          px: 1.5,
          py: 0.75,
          bgcolor: 'background.default',
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        <NetworkIcon network={mention.network} />
        <Typography variant="caption" sx={{ fontWeight: 650, flex: 1 }}>
          {t(data ? 'reply.willBePublished' : 'reply.toFillIn', { network: networkName(mention.network) })}
        </Typography>
      </Box>
      <Typography
        lang={answer.language}
        data-testid="reply-preview"
        sx={{ px: 1.5, py: 1.5, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
      >
        {data ? data.text : <PlaceholderText body={answer.body} placeholders={answer.placeholders} />}
      </Typography>
      {data ? <Length length={data.length} limit={data.limit} fits={data.fits} /> : null}
    </Box>
  );
}

function Length({ length, limit, fits }: { length: number; limit: number; fits: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Box sx={{ px: 1.5, pb: 1.25 }}>
      <LinearProgress
        variant="determinate"
        color={fits ? 'primary' : 'error'}
        value={Math.min(100, (length / limit) * 100)}
        aria-hidden="true"
      />
      <Typography variant="caption" role="status" sx={{ color: fits ? 'text.secondary' : 'error.main' }}>
        {t(fits ? 'reply.length' : 'reply.tooLong', {
          length: format.number(length),
          limit: format.number(limit),
        })}
      </Typography>
    </Box>
  );
}
