import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AnswerRequestDetail, endRequest } from '#contract/requests';
import { moveRequest } from '#rules/requests';
import { useChange } from '../api/use-endpoint.js';
import { useMay, useSession } from '../session/session.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { TOUCHED } from './touched.js';

type Ending = 'decline' | 'withdraw' | 'fulfil';

/** How a request can be ended from here, by whom it may be. */
export function RequestActions({ request }: { request: AnswerRequestDetail }) {
  const { t } = useTranslation();
  const may = useMay();
  const { person } = useSession();
  const [ending, setEnding] = useState<Ending | null>(null);
  const [reason, setReason] = useState('');
  const end = useChange(endRequest, {
    touches: TOUCHED,
    onDone: () => {
      setEnding(null);
      setReason('');
    },
  });
  const asked =
    may('mentions.triage') || request.departmentIds.some((id) => person.departmentIds.includes(id));
  const entitled: Record<Ending, boolean> = {
    fulfil: may('mentions.triage'),
    withdraw: may('mentions.triage'),
    decline: may('answers.approve') && asked,
  };
  const offered = (['fulfil', 'decline', 'withdraw'] as const).filter(
    (one) => entitled[one] && moveRequest(request.state, one) !== null,
  );
  return (
    <>
      {offered.map((one) => (
        <Button
          key={one}
          variant="outlined"
          onClick={() => {
            end.reset();
            setEnding(one);
          }}
        >
          {t(`requests.end.${one}`)}
        </Button>
      ))}
      {ending ? (
        <ConfirmDialog
          open
          title={t(`requests.endTitle.${ending}`)}
          confirm={t(`requests.end.${ending}`)}
          busy={end.isPending}
          disabled={ending === 'decline' && reason.trim() === ''}
          error={end.error}
          onConfirm={() =>
            end.mutate({
              params: { requestId: request.id },
              body: { action: ending, reason: reason || undefined },
            })
          }
          onClose={() => setEnding(null)}
        >
          <Stack spacing={2} sx={{ pt: 1 }}>
            <Typography variant="body2">{t(`requests.endText.${ending}`)}</Typography>
            <TextField
              autoFocus
              multiline
              minRows={2}
              label={
                ending === 'decline'
                  ? t('requests.reason')
                  : `${t('requests.reason')} (${t('common.optional')})`
              }
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              slotProps={{ htmlInput: { maxLength: 500, 'aria-required': ending === 'decline' } }}
            />
          </Stack>
        </ConfirmDialog>
      ) : null}
    </>
  );
}
