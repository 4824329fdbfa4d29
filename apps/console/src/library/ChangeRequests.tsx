import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ChangeRequest, closeChangeRequest, listAnswers, readAnswer } from '#contract/answers';
import { useChange } from '../api/use-endpoint.js';
import { Section } from '../inbox/Section.js';
import { useMay } from '../session/session.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { useNotify } from '../shared/Notices.js';
import { RelativeTime } from '../shared/RelativeTime.js';

interface ChangeRequestsProps {
  answerId: string;
  requests: readonly ChangeRequest[];
}

/** The changes that were asked for, and what became of them. */
export function ChangeRequests({ answerId, requests }: ChangeRequestsProps) {
  const { t } = useTranslation();
  const may = useMay();
  const [closing, setClosing] = useState<ChangeRequest | null>(null);
  if (requests.length === 0) return null;
  return (
    <Section heading="h2" title={t('library.requests')}>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1.5 }}>
        {requests.map((request) => (
          <Box component="li" key={request.id} sx={{ display: 'grid', gap: 0.5 }}>
            <Box
              sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, typography: 'body2' }}
            >
              <Chip
                variant="outlined"
                color={request.state === 'open' ? 'warning' : 'default'}
                label={t(`library.requestState.${request.state}`)}
              />
              <span>
                {t('library.requestBy', { name: request.by.name, number: request.aboutVersion })} ·{' '}
                <RelativeTime instant={request.at} focusable />
                {request.suspended ? ` · ${t('library.requestSuspended')}` : ''}
              </span>
              {request.state === 'open' && may('answers.write') ? (
                <Button size="small" onClick={() => setClosing(request)}>
                  {t('library.setAside')}
                </Button>
              ) : null}
            </Box>
            <Typography variant="body1" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {request.reason}
            </Typography>
            <Typography variant="caption" sx={{ color: 'text.secondary' }}>
              {request.closed
                ? t('library.setAsideBy', { name: request.closed.by, reason: request.closed.reason })
                : request.state === 'open' && request.versionNumber !== null
                  ? t('library.requestBrings', { number: request.versionNumber })
                  : null}
            </Typography>
          </Box>
        ))}
      </Box>
      {closing ? (
        <SetAsideDialog answerId={answerId} requestId={closing.id} onClose={() => setClosing(null)} />
      ) : null}
    </Section>
  );
}

function SetAsideDialog(props: { answerId: string; requestId: string; onClose: () => void }) {
  const { answerId, requestId, onClose } = props;
  const { t } = useTranslation();
  const notify = useNotify();
  const [reason, setReason] = useState('');
  const close = useChange(closeChangeRequest, {
    touches: [listAnswers, readAnswer],
    onDone: () => {
      onClose();
      notify({ text: t('library.setAsideDone') });
    },
  });
  return (
    <ConfirmDialog
      open
      title={t('library.setAsideTitle')}
      confirm={t('library.setAside')}
      busy={close.isPending}
      disabled={reason.trim() === ''}
      error={close.error}
      onConfirm={() => close.mutate({ params: { answerId, requestId }, body: { reason } })}
      onClose={onClose}
    >
      <Typography variant="body2" sx={{ mb: 2 }}>
        {t('library.setAsideText')}
      </Typography>
      <TextField
        autoFocus
        fullWidth
        required
        label={t('library.setAsideReason')}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
    </ConfirmDialog>
  );
}
