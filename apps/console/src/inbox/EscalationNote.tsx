import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { readMentionEscalation } from '#contract/escalation';
import { useEndpoint } from '../api/use-endpoint.js';
import { DueClock } from '../escalations/DueClock.js';
import { OutcomeWords } from '../escalations/OutcomeAlert.js';
import { useMay } from '../session/session.js';
import { useDepartmentName } from '../shared/DepartmentChips.js';

/** Where the escalation of a mention stands: who has it in each department, when it goes on, and what was decided. */
export function EscalationNote({ mentionId }: { mentionId: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const departmentName = useDepartmentName();
  const { data } = useEndpoint(readMentionEscalation, { params: { mentionId } });
  const escalation = data?.escalation;
  if (!escalation || (escalation.state === 'closed' && !escalation.outcome)) return null;
  const settled = escalation.state === 'decided' || escalation.state === 'closed';
  return (
    <Alert severity={settled ? 'success' : 'warning'} variant="outlined" role="status">
      <AlertTitle>{t(settled ? `escalations.state.${escalation.state}` : 'escalations.standing')}</AlertTitle>
      <Box sx={{ whiteSpace: 'pre-wrap' }}>{escalation.question}</Box>
      {escalation.outcome ? <OutcomeWords outcome={escalation.outcome} /> : null}
      {settled ? null : (
        <Box component="ul" sx={{ m: 0, mt: 1, p: 0, listStyle: 'none' }}>
          {escalation.asks
            .filter(({ state }) => state !== 'withdrawn')
            .map((ask) => (
              <li key={ask.id}>
                <strong>
                  {ask.departmentId ? departmentName(ask.departmentId) : t('escalations.byPolicy')}
                </strong>{' '}
                · {t(`escalations.askState.${ask.state}`, { name: ask.owner?.name ?? '' })}{' '}
                <DueClock ask={ask} />
              </li>
            ))}
        </Box>
      )}
      {may('escalations.read') ? (
        <Link component={RouterLink} to={`/escalations/${escalation.id}`}>
          {t('escalations.openEscalation')}
        </Link>
      ) : null}
    </Alert>
  );
}
