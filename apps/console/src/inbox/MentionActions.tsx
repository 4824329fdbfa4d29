import BackIcon from '@mui/icons-material/ArrowBack';
import MoreIcon from '@mui/icons-material/MoreVert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Tooltip from '@mui/material/Tooltip';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MentionSummary } from '#contract/mentions';
import { type DecisionAction, triage } from '#rules/mentions';
import { useMay, useSession } from '../session/session.js';
import type { AskedDecision } from './DecisionDialogs.js';
import type { DecisionBody } from './use-decisions.js';

interface MentionActionsProps {
  mention: MentionSummary;
  answering: boolean;
  onBack: () => void;
  onReply: () => void;
  onAsk: (decision: AskedDecision) => void;
  onAskAnswer: () => void;
  onDecide: (body: DecisionBody) => void;
}

/** What can be decided now; what the state does not allow is not offered. */
export function MentionActions(props: MentionActionsProps) {
  const { mention } = props;
  const { t } = useTranslation();
  const { person } = useSession();
  const may = useMay();
  const possible = (action: DecisionAction) =>
    may('mentions.triage') &&
    triage({ state: mention.state, assigneeId: mention.assignee?.id ?? null }, action, {
      personId: person.id,
      assigneeId: ANYONE,
    }).ok;
  return (
    <Box
      role="toolbar"
      aria-label={t('inbox.actionsLabel')}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 0.5,
        px: { xs: 1, md: 2 },
        py: 0.75,
        '& .MuiButton-root': { whiteSpace: 'nowrap', px: { xs: 1, md: 2 } },
        borderBottom: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
      }}
    >
      <IconButton aria-label={t('inbox.backToList')} onClick={props.onBack}>
        <BackIcon fontSize="small" />
      </IconButton>
      {may('replies.send') && mention.state !== 'answered' ? (
        <Hint title={t('inbox.help.reply')} keys="r">
          <Button variant="contained" onClick={props.onReply} aria-expanded={props.answering}>
            {t('inbox.action.reply')}
          </Button>
        </Hint>
      ) : null}
      {possible('no_reply') ? (
        <Hint title={t('inbox.help.noReply')} keys="n">
          <Button onClick={() => props.onAsk('no_reply')}>{t('inbox.action.no_reply')}</Button>
        </Hint>
      ) : null}
      {possible('escalate') ? (
        <Hint title={t('inbox.help.escalate')} keys="e">
          <Button onClick={() => props.onAsk('escalate')}>{t('inbox.action.escalate')}</Button>
        </Hint>
      ) : null}
      {possible('reopen') ? (
        <Button onClick={() => props.onDecide({ action: 'reopen' })}>{t('inbox.action.reopen')}</Button>
      ) : null}
      <Box sx={{ flex: 1 }} />
      <MoreActions possible={possible} {...props} />
    </Box>
  );
}

/** Stands for “somebody” where only the possibility is asked. */
const ANYONE = '0';

interface MoreActionsProps extends MentionActionsProps {
  possible: (action: DecisionAction) => boolean;
}

function MoreActions({ mention, possible, onAsk, onAskAnswer, onDecide }: MoreActionsProps) {
  const { t } = useTranslation();
  const may = useMay();
  const open = mention.state !== 'answered' && mention.state !== 'no_reply';
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const entries = [
    { action: 'take', run: () => onDecide({ action: 'take' }) },
    { action: 'assign', run: () => onAsk('assign') },
    { action: 'unassign', run: () => onDecide({ action: 'unassign' }) },
  ] as const;
  const offered = entries.filter(({ action }) => possible(action));
  const asks = may('mentions.triage') && open;
  if (offered.length === 0 && !asks) return null;
  return (
    <>
      <IconButton
        aria-label={t('inbox.moreActions')}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <MoreIcon fontSize="small" />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {asks ? (
          <MenuItem
            onClick={() => {
              setAnchor(null);
              onAskAnswer();
            }}
          >
            {t('requests.ask')}
          </MenuItem>
        ) : null}
        {offered.map(({ action, run }) => (
          <MenuItem
            key={action}
            onClick={() => {
              setAnchor(null);
              run();
            }}
          >
            {t(`inbox.action.${action}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}

function Hint({ title, keys, children }: { title: string; keys: string; children: ReactElement }) {
  return (
    <Tooltip title={`${title} (${keys})`} describeChild>
      {children}
    </Tooltip>
  );
}
