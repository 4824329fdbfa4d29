import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { changeReviewAction, type ReviewAction } from '#contract/crisis';
import { useChange } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { useMay, useSession } from '../session/session.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { ReasonDialog } from './ReasonDialog.js';
import { TOUCHED } from './touched.js';

/** What was asked of whom by when; its owner, or who runs incidents, says what became of it. */
export function ActionRow({
  action,
  withIncident = false,
}: {
  action: ReviewAction;
  withIncident?: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useSession().person.id;
  const may = useMay();
  const [givingUp, setGivingUp] = useState(false);
  const change = useChange(changeReviewAction, { touches: TOUCHED, onDone: () => setGivingUp(false) });
  const params = { actionId: action.id };
  const own = may('incidents.take_part') && (action.owner.id === me || may('incidents.run'));
  return (
    <Box component="li" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'start' }}>
      <Box sx={{ flex: '1 1 260px', minWidth: 0 }}>
        <Typography sx={{ overflowWrap: 'anywhere' }}>{action.text}</Typography>
        <Typography variant="body2" component="div" sx={{ color: 'text.secondary' }}>
          {action.overdue ? (
            <Chip size="small" color="error" label={t('incidents.overdue')} sx={{ mr: 1 }} />
          ) : null}
          {action.owner.name} ·{' '}
          {action.state === 'open'
            ? t('incidents.taskDue', { time: format.date(action.dueAt) })
            : action.state === 'done' && action.done
              ? t('incidents.taskDone', {
                  time: format.dateTime(action.done.at),
                  name: action.done.by.name,
                })
              : t('incidents.givenUp', { reason: action.note ?? '' })}
          {withIncident ? (
            <>
              {' · '}
              <Link component={RouterLink} to={`/incidents/${action.incident.id}?tab=review`}>
                {t('incidents.ofIncident', { title: action.incident.title })}
              </Link>
            </>
          ) : null}
        </Typography>
        {givingUp ? null : <ProblemAlert error={change.error} sx={{ mt: 1 }} />}
      </Box>
      {own && action.state === 'open' ? (
        <Box sx={{ display: 'flex', gap: 1 }}>
          <Button
            size="small"
            variant="outlined"
            loading={change.isPending}
            onClick={() => change.mutate({ params, body: { state: 'done' } })}
            aria-label={`${t('incidents.done')}${t('common.colon')}${action.text.slice(0, 80)}`}
          >
            {t('incidents.done')}
          </Button>
          <Button
            size="small"
            color="inherit"
            onClick={() => setGivingUp(true)}
            aria-label={`${t('incidents.giveUp')}${t('common.colon')}${action.text.slice(0, 80)}`}
          >
            {t('incidents.giveUp')}
          </Button>
        </Box>
      ) : null}
      {own && action.state !== 'open' ? (
        <Button
          size="small"
          loading={change.isPending}
          onClick={() => change.mutate({ params, body: { state: 'open' } })}
          aria-label={`${t('incidents.takeUp')}${t('common.colon')}${action.text.slice(0, 80)}`}
        >
          {t('incidents.takeUp')}
        </Button>
      ) : null}
      {givingUp ? (
        <ReasonDialog
          title={t('incidents.giveUpTitle')}
          confirm={t('incidents.giveUp')}
          text={action.text}
          busy={change.isPending}
          error={change.error}
          onReason={(note) => change.mutate({ params, body: { state: 'dropped', note } })}
          onClose={() => setGivingUp(false)}
        />
      ) : null}
    </Box>
  );
}
