import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type AnswerInvitationView,
  lookAtInvited,
  readInvitationOf,
  withdrawInvitation,
} from '#contract/colleagues';
import { type MentionSummary, readMention } from '#contract/mentions';
import { listReplies } from '#contract/replies';
import { isRunning } from '#rules/colleagues';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { useLocalised } from '../i18n/localised.js';
import { useMay, useSession } from '../session/session.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { RelativeTime } from '../shared/RelativeTime.js';
import { InviteDialog } from './InviteDialog.js';
import { Quoted } from '../shared/Quoted.js';

const TOUCHED = [readInvitationOf, readMention, listReplies];

/** Who was asked to answer this mention, and how far that is. */
export function InvitationNote({ mention }: { mention: MentionSummary }) {
  const reading = useEndpoint(readInvitationOf, { params: { mentionId: mention.id } });
  if (!reading.data) return null;
  const { invitation } = reading.data;
  const running = invitation !== null && isRunning(invitation.state);
  // That nobody answered matters only while somebody has to.
  const shown =
    invitation && (running || invitation.state === 'answered' || isOpen(mention)) ? invitation : null;
  return shown ? <Note invitation={shown} wording={mention.wording} /> : null;
}

/** The way to ask somebody to answer this mention, where the policy lets one. */
export function AskColleague({ mention }: { mention: MentionSummary }) {
  const { t } = useTranslation();
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const reading = useEndpoint(readInvitationOf, { params: { mentionId: mention.id } });
  if (!reading.data) return null;
  const { invitation, level, levelMax } = reading.data;
  const running = invitation !== null && isRunning(invitation.state);
  const offers = may('colleagues.invite') && isOpen(mention) && !running && level <= levelMax;
  return (
    <>
      {offers ? (
        <Button size="small" variant="outlined" onClick={() => setAsking(true)}>
          {t('colleagues.ask')}
        </Button>
      ) : null}
      {asking ? <InviteDialog mention={mention} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

function isOpen({ state }: MentionSummary): boolean {
  return state === 'new' || state === 'in_progress';
}

function Note({ invitation, wording }: { invitation: AnswerInvitationView; wording: number }) {
  const { t } = useTranslation();
  const say = useLocalised();
  const may = useMay()('colleagues.invite');
  const { person } = useSession();
  const withdraw = useChange(withdrawInvitation, { touches: TOUCHED });
  const { state, takenBy, field, reply } = invitation;
  // These say nothing that the mention does not show itself.
  if (state === 'withdrawn' || state === 'overtaken') return null;
  const name =
    takenBy?.name ??
    invitation.person?.name ??
    (field ? t('colleagues.group', { field: say(field.name) }) : '');
  const warns = state === 'declined' || state === 'lapsed' || state === 'returned';
  return (
    <Alert
      severity={warns ? 'warning' : state === 'answered' ? 'success' : 'info'}
      variant="outlined"
      role="status"
    >
      <Typography variant="body2" sx={{ fontWeight: 650 }}>
        {t(`colleagues.note_${state}`, { name, by: invitation.askedBy.name })}
      </Typography>
      <Typography variant="caption" component="p" sx={{ m: 0 }}>
        <RelativeTime instant={state === 'open' ? invitation.askedAt : invitation.stateAt} />
        {isRunning(state) ? (
          <>
            {' · '}
            {t('colleagues.due')} <RelativeTime instant={invitation.dueAt} />
          </>
        ) : null}
      </Typography>
      {invitation.endReason ? (
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {invitation.endReason}
        </Typography>
      ) : null}
      {may && isRunning(state) ? (
        <Button
          size="small"
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate({ params: { invitationId: invitation.id } })}
        >
          {t('colleagues.withdraw')}
        </Button>
      ) : null}
      {may && reply?.awaitsLook && takenBy && takenBy.id !== person.id ? (
        <Look invitationId={invitation.id} name={takenBy.name} text={reply.text} wording={wording} />
      ) : null}
      <ProblemAlert error={withdraw.error} sx={{ mt: 1 }} />
    </Alert>
  );
}

interface LookProps {
  invitationId: string;
  name: string;
  text: string;
  /** Of the post, as it is shown above. */
  wording: number;
}

/** What was picked, to be let go or sent back. */
function Look({ invitationId, name, text, wording }: LookProps) {
  const { t } = useTranslation();
  const [refusing, setRefusing] = useState(false);
  const [reason, setReason] = useState('');
  const look = useChange(lookAtInvited, { touches: TOUCHED, onDone: () => setRefusing(false) });
  const params = { invitationId };
  return (
    <Box sx={{ display: 'grid', gap: 1, mt: 1 }}>
      <Typography variant="body2">{t('colleagues.look', { name })}</Typography>
      <Quoted text={text} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button
          size="small"
          variant="contained"
          loading={look.isPending}
          onClick={() => look.mutate({ params, body: { decision: 'confirmed', wording } })}
        >
          {t('colleagues.letLeave')}
        </Button>
        <Button size="small" onClick={() => setRefusing(true)}>
          {t('colleagues.refuse')}
        </Button>
      </Box>
      <ProblemAlert error={refusing ? null : look.error} />
      <ConfirmDialog
        open={refusing}
        title={t('colleagues.refuseTitle')}
        confirm={t('colleagues.refuse')}
        busy={look.isPending}
        disabled={reason.trim() === ''}
        error={look.error}
        onConfirm={() => look.mutate({ params, body: { decision: 'refused', reason } })}
        onClose={() => setRefusing(false)}
      >
        <TextField
          autoFocus
          required
          fullWidth
          sx={{ mt: 1 }}
          label={t('colleagues.refuseReason')}
          value={reason}
          slotProps={{ htmlInput: { maxLength: 500 } }}
          onChange={({ target }) => setReason(target.value)}
        />
      </ConfirmDialog>
    </Box>
  );
}
