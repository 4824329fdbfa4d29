import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { MentionSummary } from '#contract/mentions';
import type { Refusal } from './use-decisions.js';
import type { AskedDecision } from './DecisionDialogs.js';

interface BulkBarProps {
  selected: number;
  refusals: readonly Refusal[];
  /** Mentions by id, for the words of the refusals. */
  mentionOf: (id: string) => MentionSummary | undefined;
  onAsk: (decision: AskedDecision) => void;
  onReopen: () => void;
  onClear: () => void;
}

const EXCERPT = 60;

/** Decisions on all ticked mentions, and which of the last one were refused. */
export function BulkBar({ selected, refusals, mentionOf, onAsk, onReopen, onClear }: BulkBarProps) {
  const { t } = useTranslation();
  if (selected === 0) return null;
  return (
    <Box
      role="region"
      aria-label={t('inbox.bulk.label')}
      sx={{
        borderTop: 2,
        borderColor: 'primary.main',
        bgcolor: 'background.paper',
        px: 1.5,
        py: 1,
        display: 'grid',
        gap: 1,
      }}
    >
      {refusals.length > 0 ? (
        <Alert severity="warning" sx={{ maxHeight: 160, overflowY: 'auto' }}>
          {t('inbox.bulk.refused', { count: refusals.length })}
          <ul style={{ margin: '4px 0 0', paddingInlineStart: 18 }}>
            {refusals.map(({ mentionId, why }) => (
              <li key={mentionId}>
                « {mentionOf(mentionId)?.text.slice(0, EXCERPT) ?? mentionId}… » : {why}
              </li>
            ))}
          </ul>
        </Alert>
      ) : null}
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 0.5 }}>
        <Typography variant="body2" role="status" sx={{ fontWeight: 650, marginInlineEnd: 'auto' }}>
          {t('inbox.bulk.selected', { count: selected })}
        </Typography>
        <Button size="small" onClick={() => onAsk('assign')}>
          {t('inbox.action.assign')}
        </Button>
        <Button size="small" onClick={() => onAsk('no_reply')}>
          {t('inbox.action.no_reply')}
        </Button>
        <Button size="small" onClick={() => onAsk('escalate')}>
          {t('inbox.action.escalate')}
        </Button>
        <Button size="small" onClick={onReopen}>
          {t('inbox.action.reopen')}
        </Button>
        <Button size="small" color="inherit" onClick={onClear}>
          {t('inbox.bulk.clear')}
        </Button>
      </Box>
    </Box>
  );
}
