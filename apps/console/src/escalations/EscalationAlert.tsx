import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { EscalationSummary } from '#contract/escalation';
import { useMay } from '../session/session.js';
import { useDepartmentName } from '../shared/DepartmentChips.js';
import { DueClock } from './DueClock.js';
import { OutcomeWords } from './OutcomeAlert.js';
import { useEscalationTitle } from './use-escalation-title.js';

/** Where an escalation stands, on the page of its matter: who has it in each department, when it goes on, what was decided. */
export function EscalationAlert({ escalation }: { escalation: EscalationSummary }) {
  const { t } = useTranslation();
  const may = useMay();
  const title = useEscalationTitle();
  const departmentName = useDepartmentName();
  if (escalation.state === 'closed' && !escalation.outcome) return null;
  const settled = escalation.state === 'decided' || escalation.state === 'closed';
  return (
    <Alert severity={settled ? 'success' : 'warning'} variant="outlined" role="status">
      <AlertTitle>{t(settled ? `escalations.state.${escalation.state}` : 'escalations.standing')}</AlertTitle>
      <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{title(escalation)}</Box>
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
