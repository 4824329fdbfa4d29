import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { declineProposal, type IncidentProposal, listProposals } from '#contract/crisis';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { useMay } from '../session/session.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { LevelBadge } from '../shared/LevelBadge.js';
import { RelativeTime } from '../shared/RelativeTime.js';
import { useRealm } from '../shell/realm.js';
import { useLevelWord } from './use-level-word.js';

/** So many are told one by one; in a storm the most pressing come first, and the incidents below stay in reach. */
const MOST = 5;

/** Topics for which an incident is proposed or asked for; nothing while there are none. */
export function Proposals({ topicId }: { topicId?: string | undefined }) {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const [all, setAll] = useState(false);
  const [declining, setDeclining] = useState<IncidentProposal | null>(null);
  const items = useEndpoint(listProposals, { query: { realm } }).data?.items ?? [];
  const shown = topicId === undefined ? items : items.filter(({ topic }) => topic.id === topicId);
  if (shown.length === 0) return null;
  return (
    <Box component="section" aria-label={t('incidents.proposals')} sx={{ display: 'grid', gap: 1 }}>
      {(all ? shown : shown.slice(0, MOST)).map((proposal) => (
        <Proposal key={proposal.id} proposal={proposal} onDecline={() => setDeclining(proposal)} />
      ))}
      {!all && shown.length > MOST ? (
        <Button onClick={() => setAll(true)} sx={{ justifySelf: 'start' }}>
          {t('incidents.moreProposals', { count: shown.length - MOST })}
        </Button>
      ) : null}
      {declining ? <DeclineDialog proposal={declining} onClose={() => setDeclining(null)} /> : null}
    </Box>
  );
}

function Proposal({ proposal, onDecline }: { proposal: IncidentProposal; onDecline: () => void }) {
  const { t } = useTranslation();
  const may = useMay();
  const word = useLevelWord();
  const { topic, realm } = proposal;
  return (
    <Alert
      severity={proposal.askedAt ? 'error' : 'warning'}
      sx={{ flexWrap: { xs: 'wrap', sm: 'nowrap' } }}
      action={
        may('incidents.run') ? (
          <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
            <Button
              component={RouterLink}
              to={`/incidents/new?topic=${topic.id}&realm=${realm}`}
              variant="contained"
              color="error"
            >
              {t('incidents.declare')}
            </Button>
            <Button color="inherit" onClick={onDecline}>
              {t('incidents.decline')}
            </Button>
          </Box>
        ) : undefined
      }
    >
      <AlertTitle>
        {t(proposal.askedAt ? 'incidents.askedFor' : 'incidents.proposedFor', { topic: topic.name })}
      </AlertTitle>
      <LevelBadge level={proposal.currentLevel} />{' '}
      {proposal.level > proposal.currentLevel
        ? t('incidents.highest', { level: word(proposal.level) })
        : null}{' '}
      <RelativeTime instant={proposal.askedAt ?? proposal.proposedAt} />
    </Alert>
  );
}

function DeclineDialog({ proposal, onClose }: { proposal: IncidentProposal; onClose: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const decline = useChange(declineProposal, { touches: [listProposals], onDone: onClose });
  return (
    <ConfirmDialog
      open
      title={t('incidents.declineTitle')}
      confirm={t('incidents.decline')}
      busy={decline.isPending}
      disabled={reason.trim() === ''}
      error={decline.error}
      onConfirm={() => decline.mutate({ params: { proposalId: proposal.id }, body: { reason } })}
      onClose={onClose}
    >
      <Typography variant="body2" sx={{ mb: 2 }}>
        {proposal.topic.name}. {t('incidents.declineText')}
      </Typography>
      <TextField
        autoFocus
        fullWidth
        multiline
        minRows={2}
        label={t('incidents.reason')}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
    </ConfirmDialog>
  );
}
