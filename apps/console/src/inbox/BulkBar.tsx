import ClearIcon from '@mui/icons-material/Close';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
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
  /** Null for those who may not reply. */
  onReply: (() => void) | null;
  onAsk: (decision: AskedDecision) => void;
  onReopen: () => void;
  onClear: () => void;
}

const EXCERPT = 60;

/** Decisions on all ticked mentions, and which of the last one were refused. */
export function BulkBar(props: BulkBarProps) {
  const { selected, refusals, mentionOf, onReply, onAsk, onReopen, onClear } = props;
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
                {t('common.quoted', {
                  text: `${mentionOf(mentionId)?.text.slice(0, EXCERPT) ?? mentionId}…`,
                })}
                {t('common.colon')}
                {why}
              </li>
            ))}
          </ul>
        </Alert>
      ) : null}
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 0.5 }}>
        <Tooltip title={t('inbox.bulk.clear')}>
          <IconButton size="small" aria-label={t('inbox.bulk.clear')} onClick={onClear}>
            <ClearIcon fontSize="small" />
          </IconButton>
        </Tooltip>
        <Typography variant="body2" role="status" sx={{ fontWeight: 650, marginInlineEnd: 'auto' }}>
          {t('inbox.bulk.selected', { count: selected })}
        </Typography>
        {onReply ? (
          <Button size="small" variant="contained" onClick={onReply}>
            {t('inbox.action.reply')}
          </Button>
        ) : null}
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
      </Box>
    </Box>
  );
}
