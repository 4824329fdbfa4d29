import AskedIcon from '@mui/icons-material/HourglassEmpty';
import ReadyIcon from '@mui/icons-material/MarkChatRead';
import Chip from '@mui/material/Chip';
import { useTranslation } from 'react-i18next';
import type { MentionSummary } from '#contract/mentions';

/** That an answer is being written for this mention, or that it is ready. */
export function RequestMark({ mention }: { mention: Pick<MentionSummary, 'request' | 'state'> }) {
  const { t } = useTranslation();
  const { request, state } = mention;
  if (!request || state === 'answered' || state === 'no_reply') return null;
  const ready = request.state === 'ready' && request.standing === 'attached';
  return (
    <Chip
      size="small"
      icon={ready ? <ReadyIcon /> : <AskedIcon />}
      color={ready ? 'success' : 'default'}
      variant={ready ? 'filled' : 'outlined'}
      label={t(ready ? 'requests.mark.ready' : 'requests.mark.asked')}
      sx={{ height: 22, fontWeight: 600 }}
    />
  );
}
