import Alert from '@mui/material/Alert';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { EscalationDetail, EscalationOutcome } from '#contract/escalation';
import { NO_REPLY_REASONS } from '#contract/mentions';

/** What came of the escalation as a whole. */
export function OutcomeAlert({ detail }: { detail: EscalationDetail }) {
  const { t } = useTranslation();
  if (detail.mergedInto !== null) {
    return (
      <Alert severity="info">
        {t('escalations.mergedInto')}{' '}
        <Link component={RouterLink} to={`/escalations/${detail.mergedInto}`}>
          {t('escalations.openThat')}
        </Link>
      </Alert>
    );
  }
  if (!detail.outcome) return null;
  return (
    <Alert severity="success" variant="outlined">
      <OutcomeWords outcome={detail.outcome} />
      {detail.effect === 'pending' ? <div>{t('escalations.effectPending')}</div> : null}
    </Alert>
  );
}

/** A decision in words: what, by whom, why, and the way to the answer. */
export function OutcomeWords({ outcome }: { outcome: EscalationOutcome }) {
  const { t } = useTranslation();
  const reason = NO_REPLY_REASONS.find((one) => one === outcome.reason);
  const answerId = outcome.draftAnswerId ?? outcome.answerId;
  return (
    <Typography variant="body2" component="div" sx={{ whiteSpace: 'pre-wrap' }}>
      <strong>{t(`escalations.outcome.${outcome.kind}`)}</strong>
      {reason ? `${t('common.colon')}${t(`vocabulary.noReplyReason.${reason}`)}` : ''}
      {outcome.by ? ` · ${t('escalations.decidedBy', { name: outcome.by.name })}` : ''}
      {outcome.confirmedBy ? `, ${t('escalations.confirmedBy', { name: outcome.confirmedBy.name })}` : ''}
      {answerId ? (
        <>
          {' · '}
          <Link component={RouterLink} to={`/library/${answerId}`}>
            {t(outcome.draftAnswerId ? 'escalations.openDraft' : 'escalations.openAnswer')}
          </Link>
        </>
      ) : null}
      {outcome.note ? <div>{t('common.quoted', { text: outcome.note })}</div> : null}
    </Typography>
  );
}
